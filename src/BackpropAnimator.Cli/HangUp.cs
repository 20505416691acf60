using System.Runtime.InteropServices;

namespace BackpropAnimator.Cli;

/// <summary>
/// Cancels on SIGHUP and SIGQUIT, as Ctrl-C does: the terminal was closed, or Ctrl-\ was pressed. The second one ends the program as it is.
/// </summary>
internal sealed class HangUp : IDisposable
{
    readonly CancellationTokenSource cancel;
    readonly PosixSignalRegistration[] registrations;

    /// <param name="cancellation">Cancels too.</param>
    public HangUp(CancellationToken cancellation)
    {
        cancel = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        registrations =
        [
            .. new[] { PosixSignal.SIGHUP, PosixSignal.SIGQUIT }.Select(signal => PosixSignalRegistration.Create(signal, Cancel)),
        ];
    }

    public CancellationToken Token => cancel.Token;

    public void Dispose()
    {
        foreach (var registration in registrations) registration.Dispose();
        cancel.Dispose();
    }

    void Cancel(PosixSignalContext signal)
    {
        signal.Cancel = !cancel.IsCancellationRequested;
        cancel.Cancel();
    }
}
