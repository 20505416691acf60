namespace BackpropAnimator.Video.Files;

/// <summary>A file that appears finished or not at all: it is written as <c>NAME.part</c> beside its place, and renamed when complete.</summary>
/// <remarks>Disposing removes what has not been completed.</remarks>
internal sealed class PartFile : IDisposable
{
    readonly string target;
    bool completed;

    /// <exception cref="RenderException">The folder does not exist or cannot be written.</exception>
    public PartFile(string target)
    {
        this.target = System.IO.Path.GetFullPath(target);
        Path = this.target + ".part";
        var folder = System.IO.Path.GetDirectoryName(this.target);
        if (Directory.Exists(this.target)) throw RenderException.CannotWrite(this.target, "it is a folder", null);
        if (!Directory.Exists(folder)) throw RenderException.CannotWrite(this.target, $"the folder {folder} does not exist", null);
        // Finds out here, rather than through FFmpeg, whether the place can be written.
        Disk.Write(Path, () => File.WriteAllBytes(Path, []));
    }

    /// <summary>Where to write, with its folders.</summary>
    public string Path { get; }

    /// <exception cref="RenderException">The file cannot be renamed.</exception>
    public void Complete()
    {
        Disk.Write(target, () => File.Move(Path, target, overwrite: true));
        completed = true;
    }

    public void Dispose()
    {
        if (!completed) Disk.Forget(Path);
    }
}
