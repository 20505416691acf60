using BackpropAnimator.Video.Encoder;
using BackpropAnimator.Video.Pump;
using FFMpegCore;
using FFMpegCore.Arguments;

namespace BackpropAnimator.Video.Transport;

/// <summary>An input of FFmpeg that it reads frames from, and that a pump writes them to while FFmpeg runs.</summary>
/// <remarks>FFMpegCore's own pipe is a Unix socket on Linux and macOS, into which frames can only be copied.</remarks>
internal abstract class FramePipe(FramePump frames) : IInputArgument, IAsyncDisposable
{
    readonly CancellationTokenSource over = new();
    Task writing = Task.CompletedTask;

    /// <summary>
    /// What kept the frames from being made; null when nothing did. That FFmpeg stopped reading is none of it: FFmpeg says why.
    /// </summary>
    public Exception? Error { get; private set; }

    public string Text => $"{frames.StreamArguments} -i \"{Address}\"";

    /// <summary>What FFmpeg opens, as it stands between quotes.</summary>
    protected abstract string Address { get; }

    public static FramePipe For(FramePump frames) => OperatingSystem.IsWindows() ? new NamedPipe(frames) : new InheritedPipe(frames);

    // The pipe is there from the constructor on, and until it is disposed.
    public void Pre(FFOptions options) { }

    public void Post() { }

    /// <summary>Sends all frames. Never throws: see <see cref="Error"/>.</summary>
    /// <param name="cancellationToken">FFmpeg has ended.</param>
    public Task During(CancellationToken cancellationToken = default) => writing = WriteAsync(cancellationToken);

    /// <summary>Ends the writing, whatever FFmpeg does, and removes the pipe. The pump's painter is no longer used afterwards.</summary>
    public async ValueTask DisposeAsync()
    {
        await over.CancelAsync().ConfigureAwait(false);
        await writing.ConfigureAwait(false);
        Remove();
        over.Dispose();
    }

    /// <summary>Gets the writing end, once FFmpeg has opened its own where it has to.</summary>
    /// <exception cref="OperationCanceledException">It never will.</exception>
    protected abstract Stream Open(CancellationToken stop);

    /// <summary>Makes the writer return from where it waits for FFmpeg: nobody wants the rest.</summary>
    protected abstract void Release();

    protected abstract void Remove();

    async Task WriteAsync(CancellationToken ended)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ended, over.Token);
        var releasing = Task.CompletedTask;
        var registration = stop.Token.Register(() => releasing = Task.Run(Release));
        try
        {
            await frames.WriteAsync(() => Open(stop.Token), stop.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Whoever stopped it knows why.
        }
        catch (Exception e)
        {
            Error = e;
        }
        finally
        {
            await registration.DisposeAsync().ConfigureAwait(false);
            await releasing.ConfigureAwait(false);
        }
    }
}
