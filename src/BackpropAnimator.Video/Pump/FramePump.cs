using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using BackpropAnimator.Drawing;
using BackpropAnimator.Timeline;
using BackpropAnimator.Video.Encoder;

namespace BackpropAnimator.Video.Pump;

/// <summary>Paints frames and writes them to the encoder; painting runs ahead of writing as far as the painter has buffers.</summary>
/// <param name="frames">Composed before, or one after another as they are asked for.</param>
/// <param name="painter">Used by this pump alone while it writes.</param>
/// <param name="onFrameWritten">Called when the encoder has taken one more frame.</param>
internal sealed class FramePump(IReadOnlyCollection<Frame> frames, FrameRate rate, PlanarPainter painter, Action onFrameWritten)
{
    volatile int framesWritten;
    volatile bool waitsForEncoder = true;

    public int Count => frames.Count;
    public FrameRate Rate => rate;
    public int FramesWritten => framesWritten;

    /// <summary>Whether the next step is FFmpeg's: it has not started yet, a frame is in the pipe, or all have gone.</summary>
    public bool WaitsForEncoder => waitsForEncoder;

    /// <summary>FFmpeg's options for what it reads.</summary>
    public string StreamArguments => EncoderArguments.RawVideo(painter.Size, rate, painter.Layout);

    /// <param name="open">Waits for the encoder and opens the way to it, while the first frames are painted.</param>
    public Task WriteAsync(Func<Stream> open, CancellationToken cancellation) => OnItsOwnThread(() => PaintAndWrite(open, cancellation));

    // Both stages wait for each other and for FFmpeg: on threads of their own they keep none of the pool's from its work.
    static Task OnItsOwnThread(Action stage) => Task.Factory.StartNew(
        stage, CancellationToken.None, TaskCreationOptions.LongRunning | TaskCreationOptions.DenyChildAttach, TaskScheduler.Default);

    void PaintAndWrite(Func<Stream> open, CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        // The painter's buffers bound this queue.
        using var painted = new BlockingCollection<Picture>();
        var painting = OnItsOwnThread(() => Paint(painted, stop.Token));
        try
        {
            using var output = open();
            waitsForEncoder = false;
            Write(painted, output, stop.Token);
        }
        finally
        {
            stop.Cancel();
            ((IAsyncResult)painting).AsyncWaitHandle.WaitOne();
            // Nobody wants these any more, and the painter has only so many buffers for whoever uses it next.
            while (painted.TryTake(out var left)) left.Release();
        }
        // What kept the painter from finishing kept the rest from being written.
        if (painting.Exception?.InnerException is { } error) ExceptionDispatchInfo.Throw(error);
        cancellation.ThrowIfCancellationRequested();
    }

    void Paint(BlockingCollection<Picture> painted, CancellationToken stop)
    {
        try
        {
            foreach (var frame in frames) painted.Add(painter.Paint(frame, stop), CancellationToken.None);
        }
        catch (OperationCanceledException)
        {
            // The other stage has ended and says why.
        }
        finally
        {
            painted.CompleteAdding();
        }
    }

    void Write(BlockingCollection<Picture> painted, Stream output, CancellationToken stop)
    {
        Picture? before = null, current = null;
        try
        {
            foreach (var picture in painted.GetConsumingEnumerable(stop))
            {
                current = picture;
                waitsForEncoder = true;
                output.Write(picture.Planes.Bytes);
                // Once cancelled, the pipe may have been emptied by ourselves: then FFmpeg has not read this frame.
                stop.ThrowIfCancellationRequested();
                waitsForEncoder = false;
                framesWritten++;
                // The pipe may refer to the buffer instead of a copy: all of it has been read when the next frame is written.
                before?.Release();
                (before, current) = (picture, null);
                onFrameWritten();
            }
            waitsForEncoder = true;
        }
        catch (IOException)
        {
            // FFmpeg no longer reads. Its exit code and its last words say why.
            waitsForEncoder = true;
        }
        finally
        {
            before?.Release();
            current?.Release();
        }
    }
}
