using BackpropAnimator.Video.Files;

namespace BackpropAnimator.Video;

/// <summary>Writes where the user says, whatever is there.</summary>
public static class OutputFile
{
    /// <summary>
    /// Writes a file, which appears finished or not at all, with the mode of the one that it replaces; or sends its bytes through a pipe,
    /// a socket or a device. Links are followed.
    /// </summary>
    /// <param name="write">Writes all of it, from beginning to end.</param>
    /// <exception cref="RenderException">It cannot be written.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        var destination = Destination.Of(path);
        if (destination.IsStream)
        {
            Disk.Write(path, () =>
            {
                using var stream = Outlet.Open(destination);
                write(stream);
            });
            return;
        }
        using var part = new PartFile(path);
        Disk.Write(path, () => write(part.Content));
        part.Complete();
    }
}
