namespace BackpropAnimator.Script.Data;

/// <summary>Files that a scene names are looked for in the scene's own folder, and nowhere else unless that is allowed.</summary>
internal static class ScenePath
{
    // As many as Linux follows.
    const int MaxLinks = 40;

    /// <summary>The file that <paramref name="name"/> means, as a path like the scene's own.</summary>
    public static string Beside(string scene, string name) => Path.Combine(Path.GetDirectoryName(scene) ?? "", name);

    /// <summary>Whether a file is in the scene's folder or below, once every link on the way is followed.</summary>
    /// <exception cref="IOException">A link leads nowhere or in a circle.</exception>
    public static bool IsInside(string scene, string path)
    {
        var folder = Real(Path.GetDirectoryName(Path.GetFullPath(scene))!);
        return Real(Path.GetFullPath(path)).StartsWith(
            Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal);
    }

    static string Real(string path, int links = 0)
    {
        if (Path.GetDirectoryName(path) is not { } parent) return path;
        if (links > MaxLinks) throw new IOException("too many symbolic links");
        var entry = new FileInfo(Path.Combine(Real(parent, links), Path.GetFileName(path)));
        return entry.LinkTarget is null ? entry.FullName : Real(entry.ResolveLinkTarget(returnFinalTarget: false)!.FullName, links + 1);
    }
}
