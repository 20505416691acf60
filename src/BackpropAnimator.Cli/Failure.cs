using BackpropAnimator.Video;

namespace BackpropAnimator.Cli;

/// <summary>What the program says and ends with when something stopped it.</summary>
internal sealed record Failure(int ExitCode, string Message)
{
    public static Failure Of(Exception e) => e switch
    {
        OperationCanceledException => new(Cli.ExitCode.Cancelled, "Cancelled; nothing was left behind."),
        RenderException or DllNotFoundException => new(Cli.ExitCode.Environment, e.Message),
        // Standard output on a full disk, a file that went away.
        IOException or UnauthorizedAccessException => new(Cli.ExitCode.Environment, e.Message),
        _ => new(Cli.ExitCode.Bug, $"this is a mistake of the program, please report it: {e}"),
    };

    public override string ToString() => ExitCode == Cli.ExitCode.Cancelled ? Message : $"error: {Message}";
}
