using System.Text;
using BackpropAnimator.Video.Files;

namespace BackpropAnimator.Video.Chunks;

/// <summary>A list of files for FFmpeg's concat demuxer (https://ffmpeg.org/ffmpeg-formats.html#concat-1).</summary>
/// <remarks>It names no folders: a line break in one would end its line. So FFmpeg has to work in the folder of the files.</remarks>
internal static class ConcatList
{
    /// <param name="names">Of files in one folder, without quotes.</param>
    /// <returns>Where the list is.</returns>
    /// <exception cref="RenderException">The disk is full.</exception>
    public static string Write(IEnumerable<string> names, ScratchFolder scratch)
    {
        var text = new StringBuilder("ffconcat version 1.0\n");
        foreach (var name in names) text.Append($"file 'file:{name}'\n");
        return scratch.Write(".ffconcat", text.ToString());
    }
}
