using System.Runtime.InteropServices;

namespace BackpropAnimator.Cli;

/// <summary>
/// Cancels on Ctrl-C, Ctrl-\ and SIGTERM, and when the terminal is closed. Who sends a second signal after a while has no patience left:
/// it ends the program as it is.
/// </summary>
internal sealed class StopSignals : IDisposable
{
    // timeout(1) and others send one signal twice, to the program and to its group.
    static readonly TimeSpan sameSignal = TimeSpan.FromSeconds(0.5);

    static readonly PosixSignal[] signals = [PosixSignal.SIGINT, PosixSignal.SIGQUIT, PosixSignal.SIGTERM, PosixSignal.SIGHUP];

    readonly CancellationTokenSource cancel;
    readonly PosixSignalRegistration[] registrations;
    long first;

    /// <param name="cancellation">Cancels too.</param>
    public StopSignals(CancellationToken cancellation)
    {
        cancel = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        registrations =
        [
            .. signals.Select(signal => PosixSignalRegistration.Create(signal, context => Heed(context, Environment.TickCount64))),
        ];
    }

    public CancellationToken Token => cancel.Token;

    public void Dispose()
    {
        foreach (var registration in registrations) registration.Dispose();
        cancel.Dispose();
    }

    /// <param name="now">In milliseconds since any moment before the first signal.</param>
    internal void Heed(PosixSignalContext signal, long now)
    {
        var before = Interlocked.CompareExchange(ref first, now, 0);
        signal.Cancel = before == 0 || now - before < sameSignal.TotalMilliseconds;
        if (before == 0) cancel.Cancel();
    }
}
