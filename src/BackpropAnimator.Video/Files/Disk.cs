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

    /// <summary>Removes a file that nobody will miss, if it can be removed.</summary>
    public static void Forget(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The error that led here matters more.
        }
    }

    /// <summary>Removes a folder that nobody will miss, with all that is in it, if it can be removed.</summary>
    public static void ForgetFolder(string path)
    {
        try
        {
            Directory.Delete(path, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The error that led here matters more.
        }
    }
}
