using BackpropAnimator.Files;

namespace BackpropAnimator.Script.Data;

/// <summary>Files that a scene names are looked for in the scene's own folder, and nowhere else unless that is allowed.</summary>
internal static class ScenePath
{
    /// <summary>The file that <paramref name="name"/> means, as a path like the scene's own.</summary>
    public static string Beside(string scene, string name) => Path.Combine(Path.GetDirectoryName(scene) ?? "", name);

    /// <summary>Whether a file is in the scene's folder or below, once every link on the way is followed.</summary>
    /// <exception cref="IOException">Links lead in a circle.</exception>
    public static bool IsInside(string scene, string path)
    {
        var folder = RealPath.Of(Path.GetDirectoryName(Path.GetFullPath(scene))!);
        return RealPath.Of(Path.GetFullPath(path)).StartsWith(
            Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal);
    }
}
