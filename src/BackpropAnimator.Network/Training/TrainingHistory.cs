using System.Collections.Immutable;

namespace BackpropAnimator.Network;

/// <summary>What a training run kept.</summary>
/// <param name="Losses">The loss averaged over all examples: before training at index 0, and after epoch n at index n.</param>
/// <param name="Snapshots">The networks that <see cref="TrainingPlan.Recording"/> asked for, in the order of their epochs.</param>
/// <param name="Network">The network after the last epoch.</param>
/// <param name="HasDiverged">Whether training stopped early, because the next epoch would have led to numbers that are not finite.</param>
public sealed record TrainingHistory(
    ImmutableArray<double> Losses, ImmutableArray<TrainingSnapshot> Snapshots, DenseNetwork Network, bool HasDiverged)
{
    /// <summary>What the optimizer remembers at the end, for a training that goes on from there.</summary>
    public required OptimizerState State { get; init; }

    /// <summary>The epochs that were trained.</summary>
    public int Epochs => Losses.Length - 1;

    public double InitialLoss => Losses[0];

    public double FinalLoss => Losses[^1];

    /// <summary>The last snapshot at or before an epoch; null where none was recorded so early.</summary>
    public TrainingSnapshot? SnapshotAt(int epoch)
    {
        var (low, high) = (0, Snapshots.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Snapshots[middle].Epoch <= epoch ? (middle + 1, high) : (low, middle);
        }

        return low > 0 ? Snapshots[low - 1] : null;
    }

    public bool Equals(TrainingHistory? other) => other is not null && HasDiverged == other.HasDiverged
        && Losses.SequenceEqual(other.Losses) && Snapshots.SequenceEqual(other.Snapshots) && Network == other.Network;

    public override int GetHashCode() => HashCode.Combine(Losses.Length, FinalLoss, Network);
}

/// <summary>The network after an epoch, from which every activation and delta of that epoch can be computed.</summary>
/// <param name="Epoch">0 is before training.</param>
/// <param name="Network">The network after that epoch.</param>
public sealed record TrainingSnapshot(int Epoch, DenseNetwork Network);

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

    /// <summary>Whether a run that keeps these networks keeps all that another asks for.</summary>
    public bool Covers(Recording other) => other == LossOnly || (every == other.every && epochs.SetEquals(other.epochs));

    internal bool Includes(int epoch, bool isLast) => every > 0 ? epoch % every == 0 || isLast : epochs.Contains(epoch);
}
