namespace BackpropAnimator.Video.Files;

/// <summary>Errors of the file system, told as <see cref="RenderException"/>.</summary>
internal static class Disk
{
    // The error number of Linux and macOS, and the one of Windows.
    const int NoSpaceLeft = 28, WindowsDiskFull = unchecked((int)0x80070070);

    public static void Write(string path, Action action)
    {
        try
        {
            action();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Explain(path, e);
        }
    }

    public static RenderException Explain(string path, Exception e) =>
        e is IOException && (e.HResult & 0xFFFF) == NoSpaceLeft || e.HResult == WindowsDiskFull
            ? RenderException.DiskFull(path, e)
            : RenderException.CannotWrite(path, e.Message, e);
}
