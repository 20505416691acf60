using System.Runtime.InteropServices;
using BackpropAnimator.Video.Encoder;
using BackpropAnimator.Video.Files;
using BackpropAnimator.Video.Pump;
using Microsoft.Win32.SafeHandles;

namespace BackpropAnimator.Video.Transport;

/// <summary>A named pipe of Linux and macOS (fifo(7)), in a folder that only this user may enter.</summary>
internal sealed partial class Fifo : FramePipe
{
    const uint ReadableAndWritableByOwner = 0x180; // 0600

    // F_SETPIPE_SZ of Linux's fcntl(2). A megabyte is the most that everybody may have; FFmpeg and we change places less often than at 64 KB.
    const int SetPipeSize = 1031, PipeSize = 1 << 20;

    readonly string folder;
    readonly string path;
    readonly int frameBytes;
    FileStream? rest;

    public Fifo(FramePump frames) : base(frames)
    {
        DirectoryInfo? made = null;
        Disk.Write(Path.GetTempPath(), () => made = Directory.CreateTempSubdirectory("backprop-animator-"));
        folder = made!.FullName;
        path = Path.Combine(folder, "frames");
        frameBytes = frames.BytesPerFrame;
        if (MakeFifo(path, ReadableAndWritableByOwner) == 0) return;
        var reason = Marshal.GetLastPInvokeErrorMessage();
        Remove();
        throw RenderException.CannotWrite(path, reason, null);
    }

    protected override string Address => FileName.Quoted(path);

    protected override Stream Open(CancellationToken stop)
    {
        // Waits for a reader; .NET closes it in processes that are started meanwhile.
        var pipe = File.OpenHandle(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        if (stop.IsCancellationRequested)
        {
            pipe.Dispose();
            throw new OperationCanceledException(stop);
        }
        if (!OperatingSystem.IsLinux()) return new FileStream(pipe, FileAccess.Write, bufferSize: 0);
        // Whatever comes of it: a smaller pipe only takes more turns.
        _ = Control(pipe, SetPipeSize, PipeSize);
        // Several small frames would be in the pipe at once, and more of them than the painter has buffers.
        return frameBytes < PipeSize ? new FileStream(pipe, FileAccess.Write, bufferSize: 0) : new SplicedPipe(pipe);
    }

    /// <remarks>
    /// The writer waits in open(2) for a reader, or in write(2) for room, and neither can be interrupted. So we become the reader: until the
    /// writer has closed its end, whatever it still sends is read and forgotten. It counts no frame as written from now on.
    /// </remarks>
    protected override void Release()
    {
        // To open a pipe for both waits for nobody, and neither does opening it for reading while somebody may write.
        var writer = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        // Stays open: the writer may not have come as far as opening its end.
        rest = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0);
        writer.Dispose();
        var forgotten = new byte[PipeSize];
        while (rest.Read(forgotten) > 0) { }
    }

    protected override void Remove()
    {
        rest?.Dispose();
        Disk.ForgetFolder(folder);
    }

    [LibraryImport("libc", EntryPoint = "mkfifo", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int MakeFifo(string path, uint mode);

    // Of Linux alone: macOS passes the arguments of a function that takes any number of them in another way.
    [LibraryImport("libc", EntryPoint = "fcntl")]
    private static partial int Control(SafeFileHandle file, int command, int argument);
}
