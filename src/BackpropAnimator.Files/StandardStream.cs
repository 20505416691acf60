using System.Runtime.InteropServices;

namespace BackpropAnimator.Files;

/// <summary>Which of the standard streams this process was given.</summary>
internal static partial class StandardStream
{
    public const int Input = 0, Output = 1, Error = 2;

    const int ReadFlags = 1, ClosedOnExecution = 1; // F_GETFD and FD_CLOEXEC
    const int ReadAndWrite = 2;

    /// <summary>
    /// Whether a stream was open when the program was started. Where it was not, its number may have gone to something else by now, which
    /// must not be written to.
    /// </summary>
    public static bool IsGiven(int number)
    {
        if (OperatingSystem.IsWindows()) return true;
        var flags = Flags(number, ReadFlags);
        // What .NET opens is closed when another program is started; had the stream been so, it would not have come here.
        if (flags >= 0) return (flags & ClosedOnExecution) == 0;
        // A file that is opened later must not get the number either: the runtime writes its last words there.
        _ = Open("/dev/null", ReadAndWrite);
        return false;
    }

    [LibraryImport("libc", EntryPoint = "fcntl")]
    private static partial int Flags(int number, int request);

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);
}
