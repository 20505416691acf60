namespace BackpropAnimator.Network;

/// <summary>
/// Which examples each update takes. All of them, in their own order, where a batch holds as many; otherwise mini-batches from an
/// order that is shuffled anew for every epoch, from the one before. The last batch of an epoch has what is left, and may be smaller.
/// </summary>
sealed class BatchOrder
{
    readonly RandomStream random;
    readonly int[] order;
    readonly int size;
    int next;

    /// <param name="count">How many examples there are.</param>
    /// <param name="size">How many of them an update takes.</param>
    /// <param name="seed">What the order is drawn from.</param>
    /// <param name="updates">How many updates have gone before.</param>
    public BatchOrder(int count, int size, long seed, int updates = 0)
    {
        (random, order, this.size) = (new(seed), [.. Enumerable.Range(0, count)], Math.Min(size, count));
        for (var gone = 0; gone < updates && this.size < count; gone++)
            Next();
    }

    /// <summary>The indices of the next batch; overwritten by the batch after it.</summary>
    public ReadOnlySpan<int> Next()
    {
        if (next == 0 && size < order.Length)
            random.Shuffle(order);
        var batch = order.AsSpan(next, Math.Min(size, order.Length - next));
        next = (next + batch.Length) % order.Length;
        return batch;
    }
}
