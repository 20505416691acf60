namespace BackpropAnimator.Video.Tests;

/// <summary>A folder of its own for one test.</summary>
sealed class TemporaryFolder : IDisposable
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("backprop-video-tests");

    public string Path => folder.FullName;
    public IEnumerable<string> Names => folder.GetFileSystemInfos().Select(entry => entry.Name).Order();

    public string this[string name] => System.IO.Path.Combine(folder.FullName, name);

    public void Dispose() => folder.Delete(recursive: true);
}
