using System.IO.Pipes;
using BackpropAnimator.Video.Pump;

namespace BackpropAnimator.Video.Transport;

/// <summary>A named pipe of Windows.</summary>
internal sealed class NamedPipe : FramePipe
{
    const int BufferSize = 1 << 20;

    readonly string name = $"backprop-animator-{Guid.NewGuid():N}";
    readonly NamedPipeServerStream pipe;

    public NamedPipe(FramePump frames) : base(frames) => pipe = new(
        name, PipeDirection.Out, maxNumberOfServerInstances: 1, PipeTransmissionMode.Byte,
        PipeOptions.Asynchronous | PipeOptions.CurrentUserOnly, inBufferSize: 0, BufferSize);

    protected override string Address => $@"\\.\pipe\{name}";

    protected override Stream Open(CancellationToken stop)
    {
        pipe.WaitForConnectionAsync(stop).GetAwaiter().GetResult();
        return pipe;
    }

    // A write that waits for room ends with an error.
    protected override void Release() => pipe.Dispose();

    protected override void Remove() => pipe.Dispose();
}
