using BackpropAnimator.Cli;
using BackpropAnimator.Cli.Commands;

try
{
    return await CommandLine.RunAsync(args);
}
catch (Exception e)
{
    // Caught whatever it is, so that what is under way is cleaned up.
    var failure = Failure.Of(e);
    Console.Error.WriteLine(failure);
    return failure.ExitCode;
}
