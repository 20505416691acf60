using BackpropAnimator.Cli;
using BackpropAnimator.Cli.Commands;
using BackpropAnimator.Video;

try
{
    return await CommandLine.RunAsync(args);
}
catch (OperationCanceledException)
{
    Console.Error.WriteLine("Cancelled; nothing was left behind.");
    return ExitCode.Cancelled;
}
catch (Exception e) when (e is RenderException or DllNotFoundException or FileNotFoundException)
{
    Console.Error.WriteLine($"error: {e.Message}");
    return ExitCode.Environment;
}
catch (Exception e)
{
    // Caught, so that whatever was under way is cleaned up.
    Console.Error.WriteLine($"error: this is a mistake of the program, please report it: {e}");
    return ExitCode.Bug;
}
