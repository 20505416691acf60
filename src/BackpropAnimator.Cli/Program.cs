using BackpropAnimator.Cli;
using BackpropAnimator.Cli.Commands;

return await CommandLine.RunAsync(args, CommandEnvironment.OfProcess());
