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
