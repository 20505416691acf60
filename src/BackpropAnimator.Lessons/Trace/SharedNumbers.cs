using System.Collections.Concurrent;
using System.Collections.Immutable;
using BackpropAnimator.Network;
using BackpropAnimator.Script;

namespace BackpropAnimator.Lessons;

/// <summary>
/// The numbers that the checks of a scene and its lesson both need, and those of its variants: each is computed once, whoever asks for it
/// first, and so is each training, whichever phases show it.
/// </summary>
/// <param name="tell">
/// Is told what training has just done, as a part of <see cref="TrainingWork.Of(Scene)"/>; on the thread that trains.
/// </param>
/// <param name="cancellation">Ends a training that is under way.</param>
public sealed class SharedNumbers(Action<long>? tell = null, CancellationToken cancellation = default)
{
    readonly ConcurrentDictionary<Scene, Lazy<LessonNumbers>> numbers = new(ReferenceEqualityComparer.Instance);
    readonly ConcurrentDictionary<Training, Trained> trainings = new();

    /// <summary>Every number of a scene, before any training.</summary>
    /// <exception cref="ArgumentException">A number of its step is not finite.</exception>
    public LessonNumbers Of(Scene scene) => numbers.GetOrAdd(scene, s => new(() => new LessonNumbers(s, epoch: 0, this))).Value;

    /// <summary>What a training leads to. One that keeps networks on the way serves whoever wants no others.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled meanwhile.</exception>
    internal TrainingHistory Of(Training training, Recording recording)
    {
        var trained = trainings.GetOrAdd(training, _ => new());
        // Who comes second waits for what the first computes.
        lock (trained)
        {
            if (trained.History is not { } history || !trained.Recording.Covers(recording))
            {
                history = training.Run(recording, new(cancellation, Told(training)));
                (trained.History, trained.Recording) = (history, recording);
            }
            return recording == Recording.LossOnly ? history with { Snapshots = [] } : history;
        }
    }

    Action<int>? Told(Training training)
    {
        if (tell is null) return null;
        var work = TrainingWork.OfAnExample(training.Network.LayerSizes);
        return examples => tell(examples * work);
    }

    sealed class Trained
    {
        public TrainingHistory? History { get; set; }

        public Recording Recording { get; set; } = Recording.LossOnly;
    }
}

/// <summary>A training by all that decides how it goes, so that equal ones lead to the same networks.</summary>
/// <param name="Plan">Without a wish for networks on the way, which are no part of how it goes.</param>
/// <param name="From">What the optimizer remembers of earlier updates; null for a fresh start.</param>
/// <param name="Updates">How many there are; null for all epochs of the plan.</param>
internal sealed record Training(DenseNetwork Network, TrainingPlan Plan, OptimizerState? From, int? Updates = null)
{
    int StepsBefore => From?.Steps ?? 0;

    public TrainingHistory Run(Recording recording, TrainingWatch watch)
    {
        var plan = Plan with { Recording = recording };
        return Updates is { } updates
            ? Trainer.Update(Network, plan, From, updates, watch)
            : Trainer.Train(Network, plan, From, watch);
    }

    public bool Equals(Training? other) => other is not null && Updates == other.Updates
        && StepsBefore == other.StepsBefore && (StepsBefore == 0 || From!.IsSameAs(other.From!))
        && Plan with { Examples = [] } == other.Plan with { Examples = [] }
        && (Plan.Examples == other.Plan.Examples || Plan.Examples.SequenceEqual(other.Plan.Examples)) && Network == other.Network;

    public override int GetHashCode() => HashCode.Combine(Plan.Epochs, Plan.Examples.Length, Updates, StepsBefore);
}
