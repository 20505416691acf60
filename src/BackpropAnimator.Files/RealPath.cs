namespace BackpropAnimator.Files;

internal static class RealPath
{
    // As many as Linux follows.
    const int MaxLinks = 40;

    /// <summary>A path with every link on its way followed, also the last one; what it ends at need not be there.</summary>
    /// <param name="path">With its folders, from the root on.</param>
    /// <exception cref="IOException">Links lead in a circle.</exception>
    public static string Of(string path) => Of(path, 0);

    static string Of(string path, int links)
    {
        if (Path.GetDirectoryName(path) is not { } parent) return path;
        if (links > MaxLinks) throw new IOException("too many symbolic links");
        // A link's "..", too, is seen from where its folder really is.
        var entry = new FileInfo(Path.Combine(Of(parent, links), Path.GetFileName(path)));
        return entry.LinkTarget is null ? entry.FullName : Of(entry.ResolveLinkTarget(returnFinalTarget: false)!.FullName, links + 1);
    }
}
