using BackpropAnimator.Pages;
using BackpropAnimator.Video;

namespace BackpropAnimator.Cli;

/// <summary>What the program ends with: one code for each thing that a caller may do about it.</summary>
internal static class ExitCode
{
    public const int Success = 0;
    /// <summary>The scene has problems: mend the scene.</summary>
    public const int SceneProblem = 1;
    /// <summary>The command line is wrong: see --help.</summary>
    public const int Usage = 2;
    /// <summary>FFmpeg, a library, the disk or a folder: mend the machine.</summary>
    public const int Environment = 3;
    /// <summary>The program itself is wrong (EX_SOFTWARE of sysexits.h).</summary>
    public const int Bug = 70;
    /// <summary>Stopped with Ctrl-C.</summary>
    public const int Cancelled = 130;
}

/// <summary>What the program says and ends with when something stopped it.</summary>
internal sealed record Failure(int ExitCode, string Message)
{
    public static Failure Of(Exception e) => e switch
    {
        OperationCanceledException => new(Cli.ExitCode.Cancelled, "Cancelled; nothing was left behind."),
        PageException page => new(Cli.ExitCode.Environment, $"{page.Message}\n  hint: {page.Hint}"),
        RenderException or DllNotFoundException => new(Cli.ExitCode.Environment, e.Message),
        // Standard output on a full disk, a file that went away.
        IOException or UnauthorizedAccessException => new(Cli.ExitCode.Environment, e.Message),
        _ => new(Cli.ExitCode.Bug, $"this is a mistake of the program, please report it: {e}"),
    };

    public override string ToString() => ExitCode == Cli.ExitCode.Cancelled ? Message : $"error: {Message}";
}
