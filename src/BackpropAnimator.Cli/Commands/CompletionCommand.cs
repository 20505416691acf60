using System.CommandLine;

namespace BackpropAnimator.Cli.Commands;

/// <summary><c>backprop completion</c>: the shell asks the program itself what could come next.</summary>
internal static class CompletionCommand
{
    public static Command Create(CommandEnvironment environment)
    {
        Argument<string> shell = new("SHELL") { Description = "bash, zsh or fish." };
        shell.AcceptOnlyFromAmong("bash", "zsh", "fish");
        var command = new DocumentedCommand("completion", "Print a script that lets a shell complete commands, options and their values.",
            "source <(backprop completion bash)                                     # in ~/.bashrc",
            "source <(backprop completion zsh)                                      # in ~/.zshrc, after compinit",
            "backprop completion fish > ~/.config/fish/completions/backprop.fish")
        {
            shell,
        };
        command.SetAction(parsed =>
        {
            environment.Out.Write(Resource.Read($"backprop.{parsed.GetValue(shell)}"));
            return ExitCode.Success;
        });
        return command;
    }
}
