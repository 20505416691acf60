namespace BackpropAnimator.Video.Encoder;

/// <summary>Which FFmpeg it is that will be started.</summary>
internal static class FFmpegProgram
{
    static readonly string Name = OperatingSystem.IsWindows() ? "ffmpeg.exe" : "ffmpeg";

    /// <summary>Differs when another FFmpeg, or another version of it, is installed; empty if there is none.</summary>
    /// <param name="folder">The folder it is in; empty for the search path.</param>
    public static string Identify(string folder)
    {
        var folders = folder.Length > 0 ? [folder] : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        foreach (var file in folders.Select(f => new FileInfo(Path.Combine(f, Name))))
            if (file.Exists)
            {
                var program = file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? file;
                return $"{program.FullName} {program.Length} {program.LastWriteTimeUtc.Ticks}";
            }
        return "";
    }
}
