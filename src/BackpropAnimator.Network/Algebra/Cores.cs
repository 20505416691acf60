namespace BackpropAnimator.Network;

/// <summary>
/// Shares loops between the processor's cores. Each turn of such a loop writes to places of its own and reads none that another writes,
/// so the result does not depend on how many cores there are.
/// </summary>
static class Cores
{
    // Multiplications below which another core costs more than it saves: some 50 µs of work.
    const long WorthACore = 100_000;

    /// <summary>Takes all turns, as ranges of them.</summary>
    /// <param name="turns">How many there are.</param>
    /// <param name="work">What all of them take together, in multiplications.</param>
    /// <param name="take">Takes the turns from the first number up to, but without, the second.</param>
    public static void Share(int turns, long work, Action<int, int> take)
    {
        var parts = (int)Math.Min(Math.Min(turns, Environment.ProcessorCount), work / WorthACore);
        if (parts < 2)
            take(0, turns);
        else
            Parallel.For(0, parts, part => take((int)((long)turns * part / parts), (int)((long)turns * (part + 1) / parts)));
    }
}
