using System.Collections.Immutable;

namespace BackpropAnimator.Network;

/// <summary>
/// The epochs whose network a training run keeps, besides the loss of every epoch. Nothing more need be kept: the activations and
/// deltas of an epoch follow from its network by a forward and a backward pass.
/// </summary>
public sealed record Recording
{
    readonly int every;
    readonly ImmutableSortedSet<int> epochs = [];

    Recording(int every, ImmutableSortedSet<int> epochs) => (this.every, this.epochs) = (every, epochs);

    /// <summary>No network but the last.</summary>
    public static Recording LossOnly { get; } = new(0, []);

    /// <summary>The networks of epochs 0, k, 2k … and of the last.</summary>
    public static Recording Every(int k) => k > 0
        ? new(k, [])
        : throw new ArgumentOutOfRangeException(nameof(k), k, "Every k-th epoch needs a k of at least 1.");

    /// <summary>The networks of these epochs; 0 is the network before training.</summary>
    public static Recording At(IEnumerable<int> epochs) => new(0, [.. epochs]);

    internal bool Includes(int epoch, bool isLast) => every > 0 ? epoch % every == 0 || isLast : epochs.Contains(epoch);
}
