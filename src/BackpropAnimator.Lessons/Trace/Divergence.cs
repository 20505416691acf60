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

        try
        {
            return ShownLearning.Of(numbers)
                .Select(shown => Problem(scene, shown.History, shown.IsTraining ? "training" : "the lesson", shown.Asked))
                .FirstOrDefault(problem => problem is not null);
        }
        catch (ArgumentException)
        {
            return LessonChecks.StepOverflow(scene);
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
