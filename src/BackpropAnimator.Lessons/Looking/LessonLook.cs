using System.Globalization;
using BackpropAnimator.Network;
using BackpropAnimator.Script;
using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>
/// Looks inside a frame: which unit, weight, number or part of a formula lies at a point, with its numbers through the lesson and how they
/// come about. Its numbers are those of the trace, and its arithmetic is what the phases write.
/// </summary>
public static class LessonLook
{
    /// <param name="lesson">The lesson.</param>
    /// <param name="frame">From 0 to the lesson's <see cref="Lesson.FrameCount"/> − 1.</param>
    /// <param name="point">In stage units.</param>
    /// <returns>Null where nothing lies there that has a name.</returns>
    public static LookedAt? LookAt(this Lesson lesson, int frame, SKPoint point) =>
        LookedItem.At(lesson.FrameAt(frame), point, lesson.Fonts) is { } item ? WithNumbers(lesson, frame, item) : null;

    /// <summary>The same without its numbers, which takes less time: for what the pointer passes over.</summary>
    public static LookedAt? PointAt(this Lesson lesson, int frame, SKPoint point) =>
        LookedItem.At(lesson.FrameAt(frame), point, lesson.Fonts) is { } item ? Named(lesson, item) : null;

    /// <summary>
    /// What was looked at in another frame, shape or language, in this one: its box is null where the frame does not show it.
    /// </summary>
    /// <param name="key">That of what was looked at.</param>
    /// <returns>Null where the lesson has no such thing.</returns>
    public static LookedAt? LookFor(this Lesson lesson, int frame, string key)
    {
        IReadOnlyList<int> layers = lesson.Stage.Numbers.Step.Before.LayerSizes;
        return LookedKey.Parse(key, layers) is { } parsed
            ? WithNumbers(lesson, frame, LookedItem.Of(parsed, lesson.FrameAt(frame), lesson.Fonts)) : null;
    }

    static LookedAt Named(Lesson lesson, LookedItem item)
    {
        var (kind, name) = item.Key switch
        {
            LookedKey.OfUnit one => (LookedKind.Unit, Focus.NameOf(lesson.Stage, one.Unit)),
            LookedKey.OfWeight one => (LookedKind.Weight, Focus.NameOf(lesson.Stage, one.Edge)),
            LookedKey.OfLoss => (LookedKind.Loss, lesson.Stage.Words.Loss.Box),
            LookedKey.OfText one => (LookedKind.Text, one.Text),
            LookedKey.OfFormula { Part: { } part } => (LookedKind.FormulaPart, part),
            LookedKey.OfFormula => (LookedKind.Formula, ""),
            _ => throw new ArgumentOutOfRangeException(nameof(item), item.Key, null),
        };
        return new(kind, name, item.Key.Written, item.Box) { Line = item.Line };
    }

    static LookedAt WithNumbers(Lesson lesson, int frame, LookedItem item)
    {
        using var numbers = lesson.Stage.Words.WriteNumbers();
        var found = Named(lesson, item);
        var stages = StagesOf(lesson, lesson.PartAt(frame), NetworkOf(item.Key), out var current);
        var step = stages[current].Step;
        return item.Key switch
        {
            LookedKey.OfUnit one => found with
            {
                Stages = [.. stages.Select(stage => stage.With(QuantitiesOf(stage, one.Unit)))],
                Current = current,
                Arithmetic = [.. LookedArithmetic.OfUnit(lesson.Stage, step, one.Unit)],
            },
            LookedKey.OfWeight one => found with
            {
                Stages = [.. stages.Select(stage => stage.With(TraceQuantities.OfWeight(stage.Step, one.Edge.Address(), stage.Mean)))],
                Current = current,
                Arithmetic = [.. LookedArithmetic.OfWeight(lesson.Stage, step, one.Edge)],
            },
            LookedKey.OfLoss => found with
            {
                Stages = [.. stages.Select(stage => stage.With([new("loss", stage.Step.Loss)]))],
                Current = current,
                Arithmetic = [LookedArithmetic.OfLoss(lesson.Stage, step)],
            },
            LookedKey.OfFormula => found with { Arithmetic = [new("", item.Sentence)] },
            _ => found,
        };
    }

    static int NetworkOf(LookedKey key) => key switch
    {
        LookedKey.OfUnit one => one.Network,
        LookedKey.OfWeight one => one.Network,
        _ => 0,
    };

    static IEnumerable<TraceQuantity> QuantitiesOf(Stage stage, Unit unit) => unit.Layer == 0
        ? [new("a", stage.Step.Forward.ActivationsOf(0)[unit.Index])]
        : TraceQuantities.OfUnit(stage.Step, new(unit.Layer - 1, unit.Index), stage.Mean);

    // A network of a phase's own, beside others, has no part in how the lesson's network goes on.
    static List<Stage> StagesOf(Lesson lesson, int part, int network, out int current)
    {
        var variants = lesson.Scene.Parts[part].Variants;
        if (!variants.IsEmpty && network < variants.Length)
        {
            current = 0;
            var own = lesson.Stage.Numbers.NumbersOf(variants[network].In(lesson.Scene));
            return [new("before training", lesson.Chapters[part].FirstFrame, own.Step, MeanOf(own, own.Step))];
        }
        var stages = new List<Stage>();
        current = 0;
        for (var i = 0; i < lesson.Chapters.Length; i++)
        {
            var step = lesson.StepIn(i);
            if (stages.Count == 0 || stages[^1].Step != step)
            {
                if (stages.Count == 1) stages[0] = stages[0] with { Name = $"before {ChangeIn(lesson, i - 1)}" };
                var name = stages.Count == 0 ? "in all of the lesson" : $"after {ChangeIn(lesson, i - 1)}";
                var before = stages.Count(stage => stage.Name.StartsWith(name, StringComparison.Ordinal));
                if (before > 0) name = string.Create(CultureInfo.InvariantCulture, $"{name} {before + 1}");
                stages.Add(new(name, lesson.Chapters[i].FirstFrame, step, MeanOf(lesson.Stage.Numbers, step)));
            }
            if (i == part) current = stages.Count - 1;
        }
        return stages;
    }

    // What the network learns by in a phase.
    static string ChangeIn(Lesson lesson, int part) => lesson.Chapters[part].Kind switch
    {
        "weight_update" => "the update",
        "train" => "training",
        _ => $"“{lesson.Chapters[part].Title}”",
    };

    static Gradient? MeanOf(LessonNumbers numbers, LearningStep step) =>
        numbers.Samples.Length <= 1 ? null
        : step == numbers.Step ? numbers.MeanGradient : BatchPass.Over(step.Before, numbers.Samples).Gradient;

    sealed record Stage(string Name, int Frame, LearningStep Step, Gradient? Mean)
    {
        public LookedStage With(IEnumerable<TraceQuantity> quantities) => new(Name, Frame, [.. quantities]);
    }
}
