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
