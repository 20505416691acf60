using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Microsoft.Win32.SafeHandles;

namespace BackpropAnimator.Video.Transport;

/// <summary>
/// The writing end of a pipe that holds the pages of what is written until the other side has read them, where an ordinary one copies them
/// (vmsplice(2) of Linux): that saves half of the copying, and the system's memory for it.
/// </summary>
/// <remarks>
/// What was written must stay as it is until it has been read. That is certain once as much as the pipe has room for has been written after it:
/// for frames of at least that size, once the next one has gone.
/// </remarks>
[SupportedOSPlatform("linux")]
internal sealed partial class SplicedPipe(SafeFileHandle pipe) : Stream
{
    const int Interrupted = 4; // EINTR

    public override bool CanRead => false;
    public override bool CanSeek => false;
    public override bool CanWrite => true;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <summary>Waits until the pipe has taken everything, which is when only its last part waits for the other side.</summary>
    /// <param name="buffer">Pinned, and left as it is until it has been read.</param>
    /// <exception cref="IOException">The other side has closed the pipe.</exception>
    public override unsafe void Write(ReadOnlySpan<byte> buffer)
    {
        fixed (byte* start = buffer)
        {
            var left = new Segment { Start = start, Length = (nuint)buffer.Length };
            while (left.Length > 0)
            {
                var taken = Splice(pipe, ref left, 1, 0);
                if (taken < 0)
                {
                    if (Marshal.GetLastPInvokeError() == Interrupted) continue;
                    throw new IOException(Marshal.GetLastPInvokeErrorMessage());
                }
                left.Start += taken;
                left.Length -= (nuint)taken;
            }
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush() { }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) pipe.Dispose();
        base.Dispose(disposing);
    }

    // The system's iovec.
    [StructLayout(LayoutKind.Sequential)]
    unsafe struct Segment
    {
        public byte* Start;
        public nuint Length;
    }

    [LibraryImport("libc", EntryPoint = "vmsplice", SetLastError = true)]
    private static partial nint Splice(SafeFileHandle pipe, ref Segment segments, nuint count, uint flags);
}
