using BackpropAnimator.Files;

namespace BackpropAnimator.Video.Files;

/// <summary>Where output goes: what the path that the user gave leads to.</summary>
/// <param name="Path">With its folders; where it was a link, that which the link leads to.</param>
/// <param name="Kind">What is there now.</param>
internal sealed record Destination(string Path, FileKind Kind)
{
    /// <summary>Whether bytes go there as they come, and nothing there can be replaced.</summary>
    public bool IsStream => Kind is FileKind.Pipe or FileKind.Socket or FileKind.CharacterDevice or FileKind.BlockDevice;

    /// <exception cref="RenderException">Links lead in a circle.</exception>
    public static Destination Of(string target)
    {
        var path = System.IO.Path.GetFullPath(target);
        var there = FileStatus.Of(path);
        var destination = new Destination(path, there.Kind);
        // A pipe that /dev/fd leads to has no other path.
        if (destination.IsStream || FileStatus.OfEntry(path).Kind != FileKind.Link) return destination;
        Disk.Write(target, () => destination = destination with { Path = RealPath.Of(path) });
        return destination;
    }
}
