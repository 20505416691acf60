using BackpropAnimator.Files;

namespace BackpropAnimator.Video.Encoder;

/// <summary>Which FFmpeg it is that will be started.</summary>
internal static class FFmpegProgram
{
    // FFMpegCore would rather take a program from a subfolder of this name.
    static readonly string preferred = Environment.Is64BitProcess ? "x64" : "x86";

    const string SystemsLibraries = "/usr/lib";

    static readonly string[] encoders =
        ["libx264.", "libx265.", "libvpx.", "libSvtAv1Enc.", "libavcodec.", "libavfilter.", "libswscale.", "libwebp."];

    // Thousands of files, and the same while the program runs.
    static readonly Lazy<string> systems = new(() => LibrariesIn(SystemsLibraries));

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
        return $"{program.FullName} {program.Length} {program.LastWriteTimeUtc.Ticks} {LibrariesOf(program.FullName)}";
    }

    // An encoder that is a library of its own may be another one on another machine, or after an upgrade, under the same FFmpeg.
    static string LibrariesOf(string program)
    {
        var beside = Path.Combine(Path.GetDirectoryName(Path.GetDirectoryName(program)) ?? "/", "lib");
        return beside == SystemsLibraries ? systems.Value : LibrariesIn(beside);
    }

    static string LibrariesIn(string place)
    {
        if (!OperatingSystem.IsLinux() || !Directory.Exists(place)) return "";
        var files = Directory.GetDirectories(place, "*-linux-gnu").Prepend(place).SelectMany(folder =>
            new DirectoryInfo(folder).EnumerateFiles("lib*.so.*").Where(file => encoders.Any(file.Name.StartsWith)));
        return string.Join(' ', files.Where(file => file.LinkTarget is null).Select(file => $"{file.Name} {file.Length}")
            .Order(StringComparer.Ordinal));
    }
}
