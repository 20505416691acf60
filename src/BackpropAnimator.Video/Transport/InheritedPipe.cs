using System.IO.Pipes;
using BackpropAnimator.Video.Pump;
using Microsoft.Win32.SafeHandles;

namespace BackpropAnimator.Video.Transport;

/// <summary>A pipe of Linux and macOS without a name, whose reading end FFmpeg inherits and knows by its number.</summary>
/// <remarks>
/// Nothing of it is on a disk, nobody waits for anybody to open it, and if this program is killed, FFmpeg finds its input at an end.
/// A process of ours that starts meanwhile inherits the reading end too. That does no harm: the writer never waits for the last reader
/// to go, but for FFmpeg to end. And the writing end nobody inherits.
/// </remarks>
internal sealed class InheritedPipe : FramePipe
{
    // A megabyte is the most that Linux allows every user. The usual 64 KB would cost some fifty context switches a frame.
    const int BufferSize = 1 << 20;

    readonly string number;
    readonly SplicingStream writer;
    readonly FileStream reader;

    public InheritedPipe(FramePump frames) : base(frames)
    {
        using var pipe = new AnonymousPipeServerStream(PipeDirection.Out, HandleInheritability.Inheritable, BufferSize);
        number = pipe.GetClientHandleAsString();
        writer = new(Taken(pipe.SafePipeHandle), BufferSize);
        reader = new(Taken(pipe.ClientSafePipeHandle), FileAccess.Read, bufferSize: 0);
    }

    protected override string Address => $"pipe:{number}";

    protected override Stream Open(CancellationToken stop) => writer;

    /// <remarks>
    /// A write that waits for room cannot be interrupted. So this reads and discards what is still sent, until the writer has closed its
    /// end. The pump counts no frame as written from now on.
    /// </remarks>
    protected override void Release()
    {
        var discarded = new byte[BufferSize];
        while (reader.Read(discarded) > 0) { }
    }

    protected override void Remove()
    {
        writer.Dispose();
        reader.Dispose();
    }

    // .NET's streams over pipes are made for sockets: to close one waits for whoever reads the other end.
    static SafeFileHandle Taken(SafePipeHandle handle)
    {
        var taken = new SafeFileHandle(handle.DangerousGetHandle(), ownsHandle: true);
        handle.SetHandleAsInvalid();
        return taken;
    }
}
