using BackpropAnimator.Network;

namespace BackpropAnimator.Lessons;

/// <summary>A stretch of learning that a lesson shows: plain steps on its example or batch, or a training on the scene's data.</summary>
/// <param name="History">Its losses, and the network that it ends with.</param>
/// <param name="IsTraining">Whether it is a training as the scene says; otherwise it is plain steps.</param>
/// <param name="Asked">How many epochs or steps it should have.</param>
internal sealed record ShownLearning(TrainingHistory History, bool IsTraining, int Asked)
{
    /// <summary>
    /// What the lesson's phases show, in their order and one at a time, each from the network that the one before has left. Whoever meets
    /// one that has diverged asks for no more: there is no network to go on with.
    /// </summary>
    /// <exception cref="ArgumentException">While going on: the step after a training leads to numbers that are not finite.</exception>
    public static IEnumerable<ShownLearning> Of(LessonNumbers numbers)
    {
        var (step, updates, ahead) = (numbers.Step, 0, 0);
        foreach (var phase in numbers.Scene.Phases)
        {
            var learning = phase.LearningIn(numbers.Scene);
            ahead = Math.Max(ahead, learning.StepsAhead);
            updates += learning.Updates;
            if (learning.Epochs is not { } epochs) continue;
            if (updates > 0)
            {
                var before = numbers.Continued(step, updates);
                yield return new(before, IsTraining: false, updates);
                step = numbers.StepFrom(before.Network, before.State, numbers.Example);
            }
            var isWhole = ReferenceEquals(step, numbers.Step) && epochs == numbers.Scene.Training.Epochs;
            var history = isWhole ? numbers.Training : numbers.TrainFrom(step, epochs, Recording.LossOnly);
            yield return new(history, IsTraining: true, epochs);
            (step, updates) = (numbers.StepFrom(history.Network, history.State, numbers.Example), 0);
        }
        // Each update is shown with the pass after it, and that pass belongs to a step of its own; from the same network the outro goes on.
        var steps = updates + Math.Max(1, ahead);
        if (steps > 1) yield return new(numbers.Continued(step, steps), IsTraining: false, steps);
    }
}
