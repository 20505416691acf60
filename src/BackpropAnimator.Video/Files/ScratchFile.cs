namespace BackpropAnimator.Video.Files;

/// <summary>A name in the system's folder for temporary files; what is written there is removed in the end.</summary>
internal sealed class ScratchFile(string extension) : IDisposable
{
    public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"backprop-animator-{Guid.NewGuid():N}{extension}");

    public void Dispose() => Disk.Forget(Path);
}
