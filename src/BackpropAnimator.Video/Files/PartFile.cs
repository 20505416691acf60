using BackpropAnimator.Files;

namespace BackpropAnimator.Video.Files;

/// <summary>
/// A file that appears finished or not at all: it is written as <c>NAME.backprop-part</c> beside its place, and renamed when complete.
/// </summary>
/// <remarks>
/// It is held from the first moment to the last, so a second writer of the same file is turned away. The system lets go when a
/// process ends, however it ends: what a killed one left keeps nobody out. Disposing removes what has not been completed.
/// </remarks>
internal sealed class PartFile : IDisposable
{
    // Each further try means that another writer began or ended within the last one.
    const int Tries = 100;

    readonly FileStream held;
    bool completed;

    /// <param name="target">What it shall be in the end. If it is a link, the file that the link leads to is replaced.</param>
    /// <exception cref="RenderException">
    /// The folder is not there or cannot be written, another render writes the same file, or what is there is no file.
    /// </exception>
    public PartFile(string target)
    {
        var destination = Destination.Of(target);
        Target = destination.Path;
        Path = PartName.Of(Target);
        var folder = System.IO.Path.GetDirectoryName(Target);
        if (destination.Kind == FileKind.Folder) throw RenderException.CannotWrite(target, "it is a folder", null);
        if (destination.IsStream)
            throw RenderException.CannotWrite(target, $"it is {destination.Kind.InWords()}, and this has to be a file", null);
        if (!Directory.Exists(folder)) throw RenderException.CannotWrite(target, $"the folder {folder} does not exist", null);
        // Finds out here, rather than through FFmpeg, whether the place can be written.
        FileStream? hold = null;
        Disk.Write(target, () => hold = Hold());
        held = hold!;
    }

    /// <summary>The place, with its folders.</summary>
    public string Target { get; }

    /// <summary>Where another program may write, with its folders.</summary>
    public string Path { get; }

    /// <summary>Where this program writes, and reads what another one has written.</summary>
    public FileStream Content => held;

    /// <summary>Puts the file in its place, with the mode of the one that was there, and lets go of it.</summary>
    /// <exception cref="RenderException">The file cannot be renamed.</exception>
    public void Complete()
    {
        Disk.Write(Target, () =>
        {
            if (!OperatingSystem.IsWindows() && File.Exists(Target))
                File.SetUnixFileMode(held.SafeFileHandle, File.GetUnixFileMode(Target));
            File.Move(Path, Target, overwrite: true);
        });
        completed = true;
        held.Dispose();
    }

    public void Dispose()
    {
        // Removed while it is still held: nobody else can have begun it anew.
        if (!completed) Discard.File(Path);
        held.Dispose();
    }

    FileStream Hold()
    {
        for (var i = 0; i < Tries; i++)
        {
            var kind = FileStatus.OfEntry(Path).Kind;
            if (kind is not (FileKind.Absent or FileKind.Regular))
                throw RenderException.CannotWrite(Target, $"{Path} is in the way: it is {kind.InWords()}; remove it", null);
            if (!FileLock.TryOpen(Path, isThere: kind == FileKind.Regular, out var file)) continue;
            if (file is null) throw RenderException.BeingWritten(Target);
            if (!FileLock.IsStillAt(file, Path))
            {
                // Its last holder finished between our opening and locking it: what we hold is a finished file, or a removed one.
                file.Dispose();
                continue;
            }
            if (file.Length == 0) return file;
            // Left by a render that was killed. Its FFmpeg may be about to end and still write, so we take a file of our own.
            File.Delete(Path);
            file.Dispose();
        }
        throw RenderException.BeingWritten(Target);
    }
}
