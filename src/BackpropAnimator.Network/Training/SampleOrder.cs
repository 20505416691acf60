namespace BackpropAnimator.Network;

/// <summary>The order of samples in each epoch, shuffled anew from the one before.</summary>
sealed class SampleOrder(int count, long seed)
{
    readonly RandomStream random = new(seed);
    readonly int[] order = [.. Enumerable.Range(0, count)];

    public int[] Next()
    {
        random.Shuffle(order);
        return order;
    }
}
