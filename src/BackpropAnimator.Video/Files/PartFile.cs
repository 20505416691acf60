namespace BackpropAnimator.Video.Files;

/// <summary>
/// A file that appears finished or not at all: it is written as <c>NAME.part</c> beside its place, and renamed when complete.
/// </summary>
/// <remarks>
/// It is held from the first moment to the last, so a second writer of the same file is turned away. The system lets go when a
/// process ends, however it ends: what a killed one left keeps nobody out. Disposing removes what has not been completed.
/// </remarks>
internal sealed class PartFile : IDisposable
{
    readonly string target;
    readonly FileStream held;
    bool completed;

    /// <exception cref="RenderException">The folder is not there or cannot be written, or another render writes the same file.</exception>
    public PartFile(string target)
    {
        this.target = System.IO.Path.GetFullPath(target);
        Path = this.target + ".part";
        var folder = System.IO.Path.GetDirectoryName(this.target);
        if (Directory.Exists(this.target)) throw RenderException.CannotWrite(this.target, "it is a folder", null);
        if (!Directory.Exists(folder)) throw RenderException.CannotWrite(this.target, $"the folder {folder} does not exist", null);
        // Finds out here, rather than through FFmpeg, whether the place can be written.
        FileStream? hold = null;
        Disk.Write(Path, () => hold = Hold());
        held = hold!;
    }

    /// <summary>The place, with its folders.</summary>
    public string Target => target;

    /// <summary>Where another program may write, with its folders.</summary>
    public string Path { get; }

    /// <summary>Where this program writes, and reads what another one has written.</summary>
    public FileStream Content => held;

    /// <summary>Puts the file in its place, and lets go of it.</summary>
    /// <exception cref="RenderException">The file cannot be renamed.</exception>
    public void Complete()
    {
        Disk.Write(target, () => File.Move(Path, target, overwrite: true));
        completed = true;
        held.Dispose();
    }

    public void Dispose()
    {
        // Removed while it is still held: nobody else can have begun it anew.
        if (!completed) Disk.Forget(Path);
        held.Dispose();
    }

    FileStream Hold()
    {
        while (true)
        {
            var file = FileLock.TryOpen(Path) ?? throw RenderException.BeingWritten(target);
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
    }
}
