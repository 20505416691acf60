namespace BackpropAnimator.Files;

/// <summary>Finds programs, only where programs are looked for: never in the current folder, which anybody may have written to.</summary>
internal static class ProgramFile
{
    /// <summary>The folders of the search path, in order.</summary>
    public static IEnumerable<string> SearchFolders =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(Path.GetFullPath);

    /// <summary>The program's file, with its folders; null if there is none.</summary>
    /// <param name="name">Its name without what Windows adds to it; with a folder it is looked for there alone.</param>
    /// <param name="home">Where a folder in the name is seen from.</param>
    public static string? Find(string name, string home = "")
    {
        string[] names = OperatingSystem.IsWindows() ? [name, $"{name}.exe", $"{name}.cmd", $"{name}.bat"] : [name];
        var folders = Path.GetFileName(name) == name ? SearchFolders : [Path.GetFullPath(home.Length > 0 ? home : ".")];
        return folders.SelectMany(folder => names.Select(file => Path.Combine(folder, file))).FirstOrDefault(IsProgram);
    }

    /// <summary>Whether a file may be started.</summary>
    public static bool IsProgram(string path)
    {
        const UnixFileMode Executable = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        return File.Exists(path) && (OperatingSystem.IsWindows() || (File.GetUnixFileMode(path) & Executable) != 0);
    }
}
