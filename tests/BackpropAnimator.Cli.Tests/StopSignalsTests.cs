using System.Runtime.InteropServices;

namespace BackpropAnimator.Cli.Tests;

public class StopSignalsTests
{
    [Theory]
    [InlineData(PosixSignal.SIGINT)]
    [InlineData(PosixSignal.SIGTERM)]
    public void The_first_signal_cancels_and_one_that_comes_later_ends_the_program_as_it_is(PosixSignal signal)
    {
        using var signals = new StopSignals(default);
        Assert.False(signals.Token.IsCancellationRequested);

        Assert.True(IsHeeded(after: 0));
        Assert.True(signals.Token.IsCancellationRequested);
        // As timeout(1) sends it to a program and then to its group.
        Assert.True(IsHeeded(after: 10));
        Assert.False(IsHeeded(after: 2000));

        // Whether the program goes on.
        bool IsHeeded(long after)
        {
            var context = new PosixSignalContext(signal);
            signals.Heed(context, now: 5000 + after);
            return context.Cancel;
        }
    }

    [Fact]
    public void Whoever_calls_the_program_may_cancel_too()
    {
        using var cancel = new CancellationTokenSource();
        using var signals = new StopSignals(cancel.Token);

        cancel.Cancel();

        Assert.True(signals.Token.IsCancellationRequested);
    }
}
