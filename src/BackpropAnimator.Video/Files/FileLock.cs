using BackpropAnimator.Files;

namespace BackpropAnimator.Video.Files;

/// <summary>Files that one process at a time may hold, while other programs may write them.</summary>
internal static class FileLock
{
    // EWOULDBLOCK of Linux and of macOS; ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION of Windows.
    const int LinuxBusy = 11, MacBusy = 35, WindowsShared = 32, WindowsLocked = 33;

    // EEXIST, and ERROR_FILE_EXISTS.
    const int UnixExists = 17, WindowsExists = 80;

    // No file is that long.
    const long FarByte = long.MaxValue - 1;

    /// <summary>Opens a file that is there, or makes one that is not, and locks it. No file is made through a link.</summary>
    /// <param name="file">Null when another process, or this one, holds it already.</param>
    /// <returns>False when it came or went meanwhile.</returns>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    /// <exception cref="UnauthorizedAccessException">The file must not be opened.</exception>
    public static bool TryOpen(string path, bool isThere, out FileStream? file)
    {
        file = null;
        try
        {
            file = Open(path, isThere ? FileMode.Open : FileMode.CreateNew);
            return true;
        }
        catch (FileNotFoundException)
        {
            return false;
        }
        catch (IOException e) when (IsBusy(e.HResult))
        {
            return true;
        }
        catch (IOException e) when ((e.HResult & 0xFFFF) is UnixExists or WindowsExists)
        {
            return false;
        }
    }

    /// <summary>Whether an open file is what its path names now: neither renamed nor removed since, nor reached by a link.</summary>
    public static bool IsStillAt(FileStream file, string path) => FileStatus.OfEntry(path) == FileStatus.Of(file.SafeFileHandle);

    static FileStream Open(string path, FileMode mode)
    {
        // On Unix FileShare.None is advice (flock), which FFmpeg does not ask for. Windows would keep FFmpeg out; a lock on a byte
        // that no writer reaches does not.
        var share = OperatingSystem.IsWindows() ? FileShare.ReadWrite | FileShare.Delete : FileShare.None;
        var file = new FileStream(path, mode, FileAccess.ReadWrite, share, bufferSize: 0);
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

    static bool IsBusy(int error) => OperatingSystem.IsWindows()
        ? (error & 0xFFFF) is WindowsShared or WindowsLocked
        : error == (OperatingSystem.IsMacOS() ? MacBusy : LinuxBusy);
}
