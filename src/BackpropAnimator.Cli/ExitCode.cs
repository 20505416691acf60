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
