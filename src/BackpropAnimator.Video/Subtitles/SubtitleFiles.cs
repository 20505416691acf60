using System.Collections.Immutable;
using System.Text;
using BackpropAnimator.Files;
using BackpropAnimator.Video.Files;

namespace BackpropAnimator.Video.Subtitles;

/// <summary>The files with subtitles beside a video, called as it is: players look for them there.</summary>
/// <param name="video">The video's path.</param>
internal sealed class SubtitleFiles(string video, ImmutableArray<SubtitleScreen> screens)
{
    readonly (string Path, string Text)[] files = screens.IsEmpty
        ? []
        : [(Beside(video, ".srt"), SubtitleText.SubRip(screens)), (Beside(video, ".vtt"), SubtitleText.WebVtt(screens))];

    /// <summary>Where they are.</summary>
    public ImmutableArray<string> Paths => [.. files.Select(file => file.Path)];

    /// <summary>Writes all, and has them appear together with what <paramref name="complete"/> puts in its place.</summary>
    /// <exception cref="RenderException">One cannot be written; then none appears.</exception>
    public void Write(Action complete)
    {
        // Held for a moment only: two formats of one lesson, rendered at the same time, have the same subtitles.
        PartFile?[] parts = new PartFile?[files.Length];
        try
        {
            for (var i = 0; i < files.Length; i++)
            {
                if (IsThere(files[i])) continue;
                var part = parts[i] = new(files[i].Path);
                var text = Encoding.UTF8.GetBytes(files[i].Text);
                Disk.Write(files[i].Path, () => part.Content.Write(text));
            }
            foreach (var part in parts) part?.Complete();
            complete();
        }
        finally
        {
            foreach (var part in parts) part?.Dispose();
        }
    }

    static string Beside(string video, string extension) => Path.ChangeExtension(video, extension);

    static bool IsThere((string Path, string Text) file)
    {
        try
        {
            using var there = RegularFile.OpenRead(file.Path, FileShare.ReadWrite | FileShare.Delete);
            if (there.Length > Encoding.UTF8.GetMaxByteCount(file.Text.Length)) return false;
            using var reader = new StreamReader(there);
            return reader.ReadToEnd() == file.Text;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
