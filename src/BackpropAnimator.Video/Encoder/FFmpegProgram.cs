using BackpropAnimator.Files;

namespace BackpropAnimator.Video.Encoder;

/// <summary>Which FFmpeg it is that will be started.</summary>
internal static class FFmpegProgram
{
    // FFMpegCore would rather take a program from a subfolder of this name.
    static readonly string preferred = Environment.Is64BitProcess ? "x64" : "x86";

    /// <summary>The program's file, with its folders; null if there is none.</summary>
    /// <param name="folder">The folder it is in; empty for the search path.</param>
    public static string? Find(string folder)
    {
        var file = OperatingSystem.IsWindows() ? "ffmpeg.exe" : "ffmpeg";
        var folders = folder.Length > 0 ? [Path.GetFullPath(folder)] : ProgramFile.SearchFolders;
        return folders
            .SelectMany(place => new[] { Path.Combine(place, preferred, file), Path.Combine(place, file) })
            .FirstOrDefault(ProgramFile.IsProgram);
    }

    /// <summary>Differs when another FFmpeg, or another version of it, is installed; empty if there is none.</summary>
    /// <param name="folder">The folder it is in; empty for the search path.</param>
    public static string Identify(string folder)
    {
        if (Find(folder) is not { } path) return "";
        var file = new FileInfo(path);
        var program = file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? file;
        return $"{program.FullName} {program.Length} {program.LastWriteTimeUtc.Ticks}";
    }
}
