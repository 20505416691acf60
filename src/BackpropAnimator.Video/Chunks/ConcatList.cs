using System.Text;
using BackpropAnimator.Video.Files;

namespace BackpropAnimator.Video.Chunks;

/// <summary>A list of files for FFmpeg's concat demuxer, in a temporary file (https://ffmpeg.org/ffmpeg-formats.html#concat-1).</summary>
internal sealed class ConcatList : IDisposable
{
    public ConcatList(IEnumerable<string> files)
    {
        var text = new StringBuilder("ffconcat version 1.0\n");
        foreach (var file in files) text.Append($"file 'file:{file.Replace("'", @"'\''", StringComparison.Ordinal)}'\n");
        Disk.Write(Path, () => File.WriteAllText(Path, text.ToString()));
    }

    public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"backprop-animator-{Guid.NewGuid():N}.ffconcat");

    public void Dispose() => Disk.Forget(Path);
}
