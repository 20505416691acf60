using BackpropAnimator.Video.Pump;

namespace BackpropAnimator.Video.Encoder;

/// <summary>Notices when FFmpeg neither takes a frame that waits for it nor writes to its file.</summary>
internal sealed class StallWatch(FramePump frames, string file)
{
    // The timeout is counted in looks, not by the clock: a suspended program must not find itself late when it wakes.
    const int LooksPerTimeout = 20;

    /// <param name="over">Ends the watch.</param>
    public async Task CancelWhenStalledAsync(TimeSpan timeout, CancellationTokenSource stalled, CancellationToken over)
    {
        using var timer = new PeriodicTimer(timeout / LooksPerTimeout);
        var (last, looks) = (Look(), 0);
        try
        {
            while (await timer.WaitForNextTickAsync(over).ConfigureAwait(false))
            {
                var now = Look();
                looks = now == last && frames.WaitsForEncoder ? looks + 1 : 0;
                last = now;
                if (looks < LooksPerTimeout) continue;
                await stalled.CancelAsync().ConfigureAwait(false);
                return;
            }
        }
        catch (OperationCanceledException)
        {
            // FFmpeg has ended.
        }
    }

    (int Frames, long Length, DateTime Written) Look()
    {
        var written = new FileInfo(file);
        return written.Exists ? (frames.FramesWritten, written.Length, written.LastWriteTimeUtc) : (frames.FramesWritten, 0, default);
    }
}
