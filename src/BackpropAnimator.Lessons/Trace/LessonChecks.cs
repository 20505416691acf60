using System.Collections.Immutable;
using BackpropAnimator.Network;
using BackpropAnimator.Script;
using BackpropAnimator.Typesetting;
using MathNet.Numerics.LinearAlgebra;

namespace BackpropAnimator.Lessons;

/// <summary>
/// What reading a scene cannot tell: that its formulas can be set, that its numbers stay finite through the step and the training, and
/// that they are as the scene expects them to be.
/// </summary>
public static class LessonChecks
{
    /// <summary>The problems of a scene that was read without errors; with an error among them, no lesson can be made of it.</summary>
    /// <param name="fonts">What the lesson would be made with.</param>
    public static ImmutableArray<Diagnostic> Run(Scene scene, FontShelf fonts) => [.. FormulaChecks.Run(scene, fonts), .. ProblemsOfNumbers(scene)];

    static IEnumerable<Diagnostic> ProblemsOfNumbers(Scene scene)
    {
        if (Overflow(scene) is { } overflow) return [overflow];
        var numbers = new LessonNumbers(scene);
        if (scene.Data is not null && Divergence(scene, numbers.Training, "training", scene.Training.Epochs) is { } inTraining) return [inTraining];
        var steps = StepsShown(scene);
        if (steps > 1 && Divergence(scene, numbers.Step.Continued(steps), "the lesson", steps) is { } inLesson) return [inLesson];
        return Expectations.Failed(numbers);
    }

    // Each update is shown with the pass after it, and that pass belongs to a step of its own; the outro goes on from there.
    static int StepsShown(Scene scene)
    {
        var updates = scene.Phases.Count(phase => phase is WeightUpdatePhase);
        return 1 + updates + scene.Phases.OfType<OutroPhase>().Select(outro => outro.Steps).DefaultIfEmpty().Max();
    }

    static Diagnostic? Overflow(Scene scene)
    {
        var network = NetworkFactory.NetworkOf(scene.Network);
        foreach (var example in (scene.Data?.Samples ?? []).Prepend(scene.Example))
            if (ForwardOverflow(network, example, scene) is { } problem) return problem;
        try
        {
            return double.IsFinite(new LessonNumbers(scene).Step.LossAfter) ? null : StepOverflow(scene);
        }
        // The forward passes are finite: what is left is a gradient or an update that is not.
        catch (ArgumentException)
        {
            return StepOverflow(scene);
        }
    }

    static Diagnostic? ForwardOverflow(DenseNetwork network, ExampleScript script, Scene scene)
    {
        var example = NetworkFactory.ExampleOf(script);
        var pass = network.Forward(example.Input);
        for (var l = 0; l < pass.Layers.Length; l++)
            if (IndexOfOverflow(pass.Layers[l].PreActivation) is { } j)
                return new(script.Position, Severity.Error, $"example: z of {scene.Network.LayerNames[l + 1]}[{j}] is too large a number to reckon with", "use smaller inputs or weights");
        return double.IsFinite(network.Loss.Value(pass.Output, example.Target))
            ? null
            : new(script.Position, Severity.Error, "example: its loss is too large a number to reckon with", "use smaller inputs, weights or targets");
    }

    static int? IndexOfOverflow(Vector<double> values)
    {
        for (var j = 0; j < values.Count; j++)
            if (!double.IsFinite(values[j])) return j;
        return null;
    }

    static Diagnostic StepOverflow(Scene scene) => new(
        scene.Network.PositionOf(nameof(NetworkScript.LearningRate)), Severity.Error,
        FormattableString.Invariant($"learning_rate: a step of {scene.Network.LearningRate} leads to numbers too large to reckon with"),
        "use a smaller learning rate");

    static Diagnostic? Divergence(Scene scene, TrainingHistory history, string where, int asked) => !history.HasDiverged ? null : new(
        scene.Network.PositionOf(nameof(NetworkScript.LearningRate)), Severity.Error,
        FormattableString.Invariant($"learning_rate: with {scene.Network.LearningRate} {where} diverges: after step {history.Epochs} of {asked}, with a loss of {history.FinalLoss:G3}, its numbers become too large to reckon with"),
        "use a smaller learning rate, or fewer steps");
}
