namespace BackpropAnimator.Video.Files;

/// <summary>Files that one process at a time may hold, while other programs may write them.</summary>
internal static class FileLock
{
    // EWOULDBLOCK of Linux and of macOS; ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION of Windows.
    const int LinuxBusy = 11, MacBusy = 35, WindowsShared = 32, WindowsLocked = 33;

    // No file is that long.
    const long FarByte = long.MaxValue - 1;

    /// <summary>Opens or makes a file, and locks it; null when another process, or this one, holds it already.</summary>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    /// <exception cref="UnauthorizedAccessException">The file must not be opened.</exception>
    public static FileStream? TryOpen(string path)
    {
        try
        {
            // On Unix FileShare.None is advice (flock), which FFmpeg does not ask for. Windows would keep FFmpeg out; a lock on a byte
            // that no writer reaches does not.
            var share = OperatingSystem.IsWindows() ? FileShare.ReadWrite | FileShare.Delete : FileShare.None;
            var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, share, bufferSize: 0);
            if (!OperatingSystem.IsWindows()) return file;
            try
            {
                file.Lock(FarByte, 1);
                return file;
            }
            catch
            {
                file.Dispose();
                throw;
            }
        }
        catch (IOException e) when (IsBusy(e.HResult))
        {
            return null;
        }
    }

    /// <summary>Whether an open file is the one that its path names now, neither renamed nor removed since.</summary>
    public static bool IsStillAt(FileStream file, string path) =>
        File.Exists(path) && File.GetCreationTimeUtc(file.SafeFileHandle) == File.GetCreationTimeUtc(path);

    static bool IsBusy(int error) => OperatingSystem.IsWindows()
        ? (error & 0xFFFF) is WindowsShared or WindowsLocked
        : error == (OperatingSystem.IsMacOS() ? MacBusy : LinuxBusy);
}
