using BackpropAnimator.Video;

namespace BackpropAnimator.Cli.Output;

internal static class OutputFolder
{
    /// <summary>Makes a folder that files shall go to, with those above it; nothing if it is there.</summary>
    /// <param name="folder">Null or empty for the current one.</param>
    /// <exception cref="RenderException">It cannot be made.</exception>
    public static void Make(string? folder)
    {
        if (string.IsNullOrEmpty(folder)) return;
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RenderException($"Cannot make the folder {folder}: {e.Message.TrimEnd('.')}.", e);
        }
    }
}

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
