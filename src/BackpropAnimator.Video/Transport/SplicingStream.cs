using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace BackpropAnimator.Video.Transport;

/// <summary>The writing end of a pipe, into which Linux takes large buffers without copying them (vmsplice(2)).</summary>
/// <remarks>
/// The reader copies straight from the buffer, so that must stay as it is until it has been read. A pipe holds no more than its size:
/// once another buffer of that size or more is written, all of the one before has been read. Smaller buffers are copied.
/// </remarks>
internal sealed partial class SplicingStream(SafeFileHandle pipe, int pipeSize) : FileStream(pipe, FileAccess.Write, bufferSize: 0)
{
    const int Interrupted = 4; // EINTR

    bool splices = OperatingSystem.IsLinux();

    /// <param name="buffer">In pinned memory: where it is now is where it will be read.</param>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (splices && buffer.Length >= pipeSize) buffer = Splice(buffer);
        base.Write(buffer);
    }

    /// <returns>What is left to be written, if the system would not take it like this; then writing it tells why.</returns>
    unsafe ReadOnlySpan<byte> Splice(ReadOnlySpan<byte> buffer)
    {
        fixed (byte* start = buffer)
        {
            var memory = new Memory { Start = start, Length = (nuint)buffer.Length };
            while (memory.Length > 0)
            {
                var taken = Splice(SafeFileHandle, &memory, 1, 0);
                if (taken >= 0) memory = new() { Start = memory.Start + taken, Length = memory.Length - (nuint)taken };
                else if (Marshal.GetLastPInvokeError() != Interrupted) break;
            }
            splices = memory.Length == 0;
            return buffer[^(int)memory.Length..];
        }
    }

    [LibraryImport("libc", EntryPoint = "vmsplice", SetLastError = true)]
    private static unsafe partial nint Splice(SafeFileHandle pipe, Memory* memories, nuint count, uint flags);

    // struct iovec
    unsafe struct Memory
    {
        public byte* Start;
        public nuint Length;
    }
}
