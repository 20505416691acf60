namespace BackpropAnimator.Video.Encoder;

/// <summary>Notices when FFmpeg neither takes a frame that waits for it nor writes to its file.</summary>
/// <param name="file">The file that FFmpeg writes.</param>
/// <param name="framesTaken">How many frames it has taken.</param>
/// <param name="isItsTurn">Whether the next step is FFmpeg's, and not ours.</param>
internal sealed class StallWatch(string file, Func<int> framesTaken, Func<bool> isItsTurn)
{
    // The timeout is counted in polls, not by the clock: the time that a machine was suspended does not count.
    const int PollsPerTimeout = 20;

    /// <param name="timeout">How long FFmpeg may do nothing.</param>
    /// <param name="stalled">Cancelled when it has done nothing for so long.</param>
    /// <param name="over">Ends the watch.</param>
    public async Task CancelWhenStalledAsync(TimeSpan timeout, CancellationTokenSource stalled, CancellationToken over)
    {
        using var timer = new PeriodicTimer(timeout / PollsPerTimeout);
        var (last, polls) = (State(), 0);
        try
        {
            while (await timer.WaitForNextTickAsync(over).ConfigureAwait(false))
            {
                var now = State();
                polls = now == last && isItsTurn() ? polls + 1 : 0;
                last = now;
                if (polls < PollsPerTimeout) continue;
                await stalled.CancelAsync().ConfigureAwait(false);
                return;
            }
        }
        catch (OperationCanceledException)
        {
            // FFmpeg has ended.
        }
    }

    (int Frames, long Length, DateTime Written) State()
    {
        var written = new FileInfo(file);
        return written.Exists ? (framesTaken(), written.Length, written.LastWriteTimeUtc) : (framesTaken(), 0, default);
    }
}
