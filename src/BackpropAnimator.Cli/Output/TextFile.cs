using BackpropAnimator.Video;

namespace BackpropAnimator.Cli.Output;

/// <summary>A file that appears finished or not at all.</summary>
internal static class TextFile
{
    /// <param name="write">Writes the whole text.</param>
    /// <exception cref="RenderException">The file cannot be written.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        var part = path + ".part";
        try
        {
            using (var file = File.Create(part)) write(file);
            File.Move(part, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            if (File.Exists(part)) File.Delete(part);
            throw new RenderException($"Cannot write {path}: {e.Message.TrimEnd('.')}.", e);
        }
    }
}
