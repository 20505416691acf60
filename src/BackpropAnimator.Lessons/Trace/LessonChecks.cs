using System.Collections.Immutable;
using BackpropAnimator.Network;
using BackpropAnimator.Script;
using BackpropAnimator.Typesetting;
using MathNet.Numerics.LinearAlgebra;

namespace BackpropAnimator.Lessons;

/// <summary>
/// What reading a scene cannot tell: that its formulas can be set and its captions have room, that its numbers stay finite through the step
/// and the training, and that they are as the scene expects them to be.
/// </summary>
public static class LessonChecks
{
    /// <summary>The problems of a scene that was read without errors; with an error among them, no lesson can be made of it.</summary>
    /// <param name="fonts">What the lesson would be made with.</param>
    /// <param name="shared">What keeps the numbers for the lesson; nobody else needs them when left out.</param>
    /// <param name="beforeTraining">
    /// Waits for whoever trains the same and keeps more of it, such as the lesson: what it has trained is then not trained again.
    /// </param>
    /// <param name="unmet">
    /// What a claim of the scene is that does not hold. It is only a warning for who still turns the numbers, and wants to see them.
    /// </param>
    /// <exception cref="OperationCanceledException">A training was cancelled.</exception>
    public static ImmutableArray<Diagnostic> Run(
        Scene scene, FontShelf fonts, SharedNumbers? shared = null, Action? beforeTraining = null, Severity unmet = Severity.Error)
    {
        var own = ThemeFiles.FontsOf(scene, fonts);
        try
        {
            // An alias makes one piece of the file into several phases, and sides of a comparison share what is above them.
            return [.. All(scene, own, shared ?? new(), beforeTraining, unmet).Distinct()];
        }
        finally
        {
            if (own != fonts) own.Dispose();
        }
    }

    static IEnumerable<Diagnostic> All(
        Scene scene, FontShelf fonts, SharedNumbers numbers, Action? beforeTraining, Severity unmet) =>
        scene.Phases.OfType<ICheckedWithFonts>().SelectMany(phase => phase.Check(scene, fonts))
        .Concat(LanguageProblems(scene))
        .Concat(ProblemsOfFonts(scene, fonts))
        .Concat(CaptionChecks.ProblemsIn(scene, fonts))
        .Concat(ProblemsOfNumbers(scene, numbers, unmet, beforeTraining))
        .Concat(scene.Phases.SelectMany(phase => ProblemsOfVariants(phase, scene, numbers, unmet)));

    static IEnumerable<Diagnostic> LanguageProblems(Scene scene)
    {
        if (Words.Find(scene.Language) is null)
            yield return new(
                scene.PositionOf(nameof(scene.Language)), Severity.Warning,
                $"language: the program has no words of its own in '{scene.Language}', and shows English ones",
                $"there are: {string.Join(", ", Words.Languages)}");
    }

    // Without its fonts a scene lacks letters, which is no further problem.
    static IEnumerable<Diagnostic> ProblemsOfFonts(Scene scene, FontShelf fonts)
    {
        Diagnostic[] files = [.. ThemeFiles.ProblemsIn(scene, fonts)];
        return files.Any(problem => problem.Severity == Severity.Error) ? files : files.Concat(LetterChecks.ProblemsIn(scene, fonts));
    }

    // Each side of a comparison has numbers of its own, and its own claims about them.
    static IEnumerable<Diagnostic> ProblemsOfVariants(PhaseOptions phase, Scene scene, SharedNumbers shared, Severity unmet)
    {
        var problems = phase.Variants.SelectMany(variant => ProblemsOfNumbers(variant.In(scene), shared, unmet)).ToList();
        foreach (var problem in problems) yield return problem;
        if (problems.Count == 0 && StartsApart(phase))
            yield return new(
                phase.Position, Severity.Warning,
                $"{phase.Kind}: the two sides start from different weights: initialization auto draws them by the activation",
                "write initialization: he or xavier in the network");
    }

    // Where the scene asks for the same start on both sides and they do not get it.
    static bool StartsApart(PhaseOptions phase) => phase.Variants is [var left, var right] && left.Weights.IsEmpty && right.Weights.IsEmpty
        && left.Initialization is AutomaticInitialization && right.Initialization is AutomaticInitialization
        && left.Seed == right.Seed && left.Layers.SequenceEqual(right.Layers)
        && NetworkFactory.NetworkOf(left).Layers.Zip(NetworkFactory.NetworkOf(right).Layers)
            .Any(pair => !pair.First.Weights.Equals(pair.Second.Weights));

    static IEnumerable<Diagnostic> ProblemsOfNumbers(
        Scene scene, SharedNumbers shared, Severity unmet, Action? beforeTraining = null)
    {
        if (ForwardOverflow(scene) is { } overflow) return [overflow];
        if (NumbersOf(scene, shared) is not { } numbers) return [StepOverflow(scene)];
        beforeTraining?.Invoke();
        if (Divergence.In(numbers) is { } divergence) return [divergence];
        return Expectations.Failed(numbers).Select(problem => problem with { Severity = unmet });
    }

    // Null where the step leads to numbers that are not finite.
    static LessonNumbers? NumbersOf(Scene scene, SharedNumbers shared)
    {
        try
        {
            return shared.Of(scene) is { Step.LossAfter: var after } numbers && double.IsFinite(after) ? numbers : null;
        }
        // The forward passes are finite: what is left is a gradient or an update that is not.
        catch (ArgumentException)
        {
            return null;
        }
    }

    static Diagnostic? ForwardOverflow(Scene scene)
    {
        var network = NetworkFactory.NetworkOf(scene.Network);
        return (scene.Data?.Samples ?? []).Prepend(scene.Example).Select(example => ForwardOverflow(network, example, scene))
            .FirstOrDefault(problem => problem is not null);
    }

    static Diagnostic? ForwardOverflow(DenseNetwork network, ExampleScript script, Scene scene)
    {
        var example = NetworkFactory.ExampleOf(script);
        var pass = network.Forward(example.Input);
        for (var l = 0; l < pass.Layers.Length; l++)
            if (IndexOfOverflow(pass.Layers[l].PreActivation) is { } j)
                return new(
                    script.Position, Severity.Error,
                    $"example: z of {scene.ReferenceTo(l + 1, j)} is too large a number to reckon with",
                    "use smaller inputs or weights");
        return double.IsFinite(network.LossOf(pass, example.Target))
            ? null
            : new(
                script.Position, Severity.Error, "example: its loss is too large a number to reckon with",
                "use smaller inputs, weights or targets");
    }

    static int? IndexOfOverflow(Vector<double> values)
    {
        for (var j = 0; j < values.Count; j++)
            if (!double.IsFinite(values[j])) return j;
        return null;
    }

    internal static Diagnostic StepOverflow(Scene scene) => new(
        scene.Network.PositionOf(nameof(NetworkScript.LearningRate)), Severity.Error,
        FormattableString.Invariant($"learning_rate: a step of {scene.Network.LearningRate} leads to numbers too large to reckon with"),
        "use a smaller learning rate");
}
