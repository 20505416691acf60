using System.Collections.Immutable;
using System.Threading.Channels;
using BackpropAnimator.Drawing;
using BackpropAnimator.Timeline;
using BackpropAnimator.Video.Encoder;
using FFMpegCore.Pipes;

namespace BackpropAnimator.Video.Pump;

/// <summary>Paints frames and writes them to the encoder; painting runs ahead of writing as far as the painter has buffers.</summary>
/// <param name="painter">Used by this pump alone while it writes.</param>
/// <param name="onFrameWritten">Called when the encoder has taken one more frame.</param>
internal sealed class FramePump(ImmutableArray<Frame> frames, FrameRate rate, PlanarPainter painter, Action onFrameWritten) : IPipeSource
{
    volatile int framesWritten;
    volatile bool waitsForEncoder;

    public int Count => frames.Length;
    public FrameRate Rate => rate;
    public int FramesWritten => framesWritten;

    /// <summary>Whether the next step is FFmpeg's: a frame is in the pipe, or all have gone.</summary>
    public bool WaitsForEncoder => waitsForEncoder;

    public string GetStreamArguments() => EncoderArguments.RawVideo(painter.Size, rate);

    public async Task WriteAsync(Stream outputStream, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        // The painter's buffers bound this queue.
        var painted = Channel.CreateUnbounded<Picture>(new UnboundedChannelOptions { SingleReader = true, SingleWriter = true });
        var painting = Task.Run(() => PaintAsync(painted.Writer, stop.Token), CancellationToken.None);
        try
        {
            await foreach (var picture in painted.Reader.ReadAllAsync(stop.Token).ConfigureAwait(false))
            {
                if (!await WriteAsync(picture, outputStream, stop.Token).ConfigureAwait(false)) return;
            }
            waitsForEncoder = true;
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await painting.ConfigureAwait(false);
        }
    }

    // An error travels down the queue to the stage that writes.
    async Task PaintAsync(ChannelWriter<Picture> painted, CancellationToken stop)
    {
        try
        {
            foreach (var frame in frames) painted.TryWrite(await painter.PaintAsync(frame, stop).ConfigureAwait(false));
            painted.Complete();
        }
        catch (Exception e)
        {
            painted.Complete(e);
        }
    }

    async Task<bool> WriteAsync(Picture picture, Stream output, CancellationToken stop)
    {
        waitsForEncoder = true;
        try
        {
            await output.WriteAsync(picture.Planes.Bytes, stop).ConfigureAwait(false);
        }
        catch (IOException)
        {
            // FFmpeg no longer reads. Its exit code and its last words say why.
            return false;
        }
        finally
        {
            picture.Release();
        }
        waitsForEncoder = false;
        framesWritten++;
        onFrameWritten();
        return true;
    }
}
