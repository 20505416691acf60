return await BackpropAnimator.Cli.Commands.CommandLine.RunAsync(args);
