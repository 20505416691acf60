using BackpropAnimator.Network;
using BackpropAnimator.Script;

namespace BackpropAnimator.Lessons;

/// <summary>Whether the numbers of a lesson stay finite through every update and training that it shows.</summary>
internal static class Divergence
{
    /// <summary>The first thing that diverges; null where nothing does.</summary>
    public static Diagnostic? In(LessonNumbers numbers)
    {
        var scene = numbers.Scene;
        if (scene.Data is not null && Problem(scene, numbers.Training, "training", scene.Training.Epochs) is { } inTraining)
            return inTraining;

        var (step, updates) = (numbers.Step, 0);
        var ahead = 0;
        foreach (var phase in scene.Phases)
        {
            var learning = phase.LearningIn(scene);
            ahead = Math.Max(ahead, learning.StepsAhead);
            updates += learning.Updates;
            if (learning.Epochs is not { } epochs) continue;
            if (updates > 0)
            {
                var before = numbers.Continued(step, updates);
                if (Problem(scene, before, "the lesson", updates) is { } inUpdates) return inUpdates;
                if (Following(numbers, before) is not { } updated) return LessonChecks.StepOverflow(scene);
                step = updated;
            }
            var isWhole = ReferenceEquals(step, numbers.Step) && epochs == scene.Training.Epochs;
            var history = isWhole ? numbers.Training : numbers.TrainFrom(step, epochs, Recording.LossOnly);
            if (Problem(scene, history, "training", epochs) is { } inPhase) return inPhase;
            if (Following(numbers, history) is not { } following) return LessonChecks.StepOverflow(scene);
            (step, updates) = (following, 0);
        }
        // Each update is shown with the pass after it, and that pass belongs to a step of its own; the outro goes on from there.
        var steps = 1 + updates + ahead;
        return steps > 1 ? Problem(scene, numbers.Continued(step, steps), "the lesson", steps) : null;
    }

    // The step that the lesson goes on with; null where it leads out of all bounds.
    static LearningStep? Following(LessonNumbers numbers, TrainingHistory history)
    {
        try
        {
            return numbers.StepFrom(history.Network, history.State, numbers.Example);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    static Diagnostic? Problem(Scene scene, TrainingHistory history, string where, int asked)
    {
        if (!history.HasDiverged) return null;
        var diverges = FormattableString.Invariant($"learning_rate: with {scene.Network.LearningRate} {where} diverges");
        var when = FormattableString.Invariant($"after step {history.Epochs} of {asked}, with a loss of {history.FinalLoss:G3}");
        return new(
            scene.Network.PositionOf(nameof(NetworkScript.LearningRate)), Severity.Error,
            $"{diverges}: {when}, its numbers become too large to reckon with", "use a smaller learning rate, or fewer steps");
    }
}
