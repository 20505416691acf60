using System.IO.Pipes;
using System.Runtime.InteropServices;

namespace FFMpegCore.Processes;

/// <summary>A pipe of Linux holds 64 KB at first: a large picture would wake writer and reader dozens of times.</summary>
internal static class PipeCapacity
{
    const int SetPipeSize = 1031; // F_SETPIPE_SZ, fcntl(2)

    // The most that a user may ask for without privileges (/proc/sys/fs/pipe-max-size).
    const int OneMegabyte = 1 << 20;

    /// <summary>Makes it larger where that can be done; a smaller pipe works too.</summary>
    public static void Enlarge(StreamWriter input)
    {
        if (!OperatingSystem.IsLinux() || input.BaseStream is not PipeStream pipe) return;
        _ = fcntl(pipe.SafePipeHandle, SetPipeSize, OneMegabyte);
    }

    [DllImport("libc", EntryPoint = "fcntl")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    static extern int fcntl(SafeHandle descriptor, int command, int argument);
}
