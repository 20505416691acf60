using System.Text;
using BackpropAnimator.Video.Files;

namespace BackpropAnimator.Video.Chunks;

/// <summary>A list of files for FFmpeg's concat demuxer, in a temporary file (https://ffmpeg.org/ffmpeg-formats.html#concat-1).</summary>
/// <remarks>It names no folders: a line break in one would end its line. So FFmpeg has to work in the folder of the files.</remarks>
internal sealed class ConcatList : IDisposable
{
    readonly ScratchFile list = new(".ffconcat");

    /// <param name="names">Of files in one folder, without quotes.</param>
    public ConcatList(IEnumerable<string> names)
    {
        var text = new StringBuilder("ffconcat version 1.0\n");
        foreach (var name in names) text.Append($"file 'file:{name}'\n");
        Disk.Write(Path, () => File.WriteAllText(Path, text.ToString()));
    }

    public string Path => list.Path;

    public void Dispose() => list.Dispose();
}
