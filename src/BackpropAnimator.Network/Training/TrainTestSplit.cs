using System.Collections.Immutable;

namespace BackpropAnimator.Network;

/// <summary>Which examples of some a network is trained on, and which are kept to test it with. Both in an order that is drawn.</summary>
/// <param name="Training">Indices from 0.</param>
/// <param name="Test">The others.</param>
public sealed record TrainTestSplit(ImmutableArray<int> Training, ImmutableArray<int> Test)
{
    /// <summary>Draws a split. Every example is as likely as another to be on either side, whatever its class.</summary>
    /// <param name="count">How many examples there are: 2 or more.</param>
    /// <param name="share">How much of them is for training, between 0 and 1; at least one example is on either side.</param>
    /// <param name="seed">The same seed gives the same split.</param>
    public static TrainTestSplit Of(int count, double share, long seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 2);
        var order = Enumerable.Range(0, count).ToArray();
        new RandomStream(seed).Shuffle(order);
        var training = Math.Clamp((int)Math.Round(share * count, MidpointRounding.AwayFromZero), 1, count - 1);
        return new([.. order[..training]], [.. order[training..]]);
    }
}
