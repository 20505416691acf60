using System.Threading.Channels;
using BackpropAnimator.Drawing;
using BackpropAnimator.Timeline;
using BackpropAnimator.Video.Encoder;
using FFMpegCore.Pipes;

namespace BackpropAnimator.Video.Pump;

/// <summary>Composes, paints and writes frames, each stage running ahead of the next through a bounded queue.</summary>
/// <param name="painter">Used by this pump alone while it writes.</param>
/// <param name="onFrameWritten">Hears how many frames the encoder has taken.</param>
internal sealed class FramePump(FrameSequence frames, PlanarPainter painter, Action<int> onFrameWritten) : IPipeSource
{
    // Display lists are small next to pictures: some 20 KB each.
    const int FramesComposedAhead = 16;

    volatile int framesWritten;
    volatile bool waitsForEncoder;

    public int Count => frames.Count;
    public FrameRate Rate => frames.Rate;
    public int FramesWritten => framesWritten;

    /// <summary>Whether the next step is FFmpeg's: a frame is in the pipe, or all have gone.</summary>
    public bool WaitsForEncoder => waitsForEncoder;

    public string GetStreamArguments() => EncoderArguments.RawVideo(painter.Size, frames.Rate);

    public async Task WriteAsync(Stream outputStream, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var composed = Channel.CreateBounded<Frame>(new BoundedChannelOptions(FramesComposedAhead) { SingleReader = true, SingleWriter = true });
        // The painter's pictures bound this queue.
        var painted = Channel.CreateUnbounded<Picture>(new UnboundedChannelOptions { SingleReader = true, SingleWriter = true });

        var composing = RunStage(composed.Writer, () => ComposeAsync(composed.Writer, stop.Token));
        var painting = RunStage(painted.Writer, () => PaintAsync(composed.Reader, painted.Writer, stop.Token));
        try
        {
            await WriteAsync(painted.Reader, outputStream, stop.Token).ConfigureAwait(false);
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await Task.WhenAll(composing, painting).ConfigureAwait(false);
        }
    }

    // A stage's error travels down its queue to the stage that writes.
    static Task RunStage<T>(ChannelWriter<T> queue, Func<Task> stage) => Task.Run(async () =>
    {
        try
        {
            await stage().ConfigureAwait(false);
            queue.Complete();
        }
        catch (Exception e)
        {
            queue.Complete(e);
        }
    });

    async Task ComposeAsync(ChannelWriter<Frame> composed, CancellationToken stop)
    {
        for (var n = 0; n < frames.Count; n++)
            await composed.WriteAsync(frames.FrameAt(n), stop).ConfigureAwait(false);
    }

    async Task PaintAsync(ChannelReader<Frame> composed, ChannelWriter<Picture> painted, CancellationToken stop)
    {
        await foreach (var frame in composed.ReadAllAsync(stop).ConfigureAwait(false))
            await painted.WriteAsync(await painter.PaintAsync(frame, stop).ConfigureAwait(false), stop).ConfigureAwait(false);
    }

    async Task WriteAsync(ChannelReader<Picture> painted, Stream output, CancellationToken stop)
    {
        await foreach (var picture in painted.ReadAllAsync(stop).ConfigureAwait(false))
        {
            waitsForEncoder = true;
            try
            {
                await output.WriteAsync(picture.Planes.Bytes, stop).ConfigureAwait(false);
            }
            catch (IOException)
            {
                // FFmpeg no longer reads. Its exit code and its last words say why.
                return;
            }
            finally
            {
                picture.Release();
            }
            waitsForEncoder = false;
            onFrameWritten(++framesWritten);
        }
        waitsForEncoder = true;
    }
}
