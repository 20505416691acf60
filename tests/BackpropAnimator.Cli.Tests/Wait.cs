using System.Diagnostics;

namespace BackpropAnimator.Cli.Tests;

static class Wait
{
    /// <summary>Waits for what another process does, as long as a loaded machine may need.</summary>
    public static void Until(Func<bool> condition)
    {
        var patience = Stopwatch.StartNew();
        while (!condition())
        {
            Assert.True(patience.Elapsed < TimeSpan.FromSeconds(60), "waited in vain");
            Thread.Sleep(20);
        }
    }
}
