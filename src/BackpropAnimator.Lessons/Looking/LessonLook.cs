using System.Collections.Immutable;
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
    public static LookedAt? LookAt(this Lesson lesson, int frame, SKPoint point)
    {
        if (LookedItem.At(lesson.FrameAt(frame), point, lesson.Fonts) is not { } item) return null;
        using var numbers = lesson.Stage.Words.WriteNumbers();
        if (item.Unit is null && item.Edge is null)
            return new(item.IsFormula ? LookedKind.FormulaPart : LookedKind.Text, item.Text!, item.Box);
        var stages = StagesOf(lesson, lesson.PartAt(frame), item.Network, out var current);
        var step = stages[current].Step;
        return item.Edge is { } edge
            ? new(LookedKind.Weight, Focus.NameOf(lesson.Stage, edge), item.Box)
            {
                Stages = [.. stages.Select(stage => stage.With(TraceQuantities.OfWeight(stage.Step, edge.Address(), stage.Mean)))],
                Current = current,
                Arithmetic = [.. LookedArithmetic.OfWeight(lesson.Stage, step, edge)],
            }
            : new(LookedKind.Unit, Focus.NameOf(lesson.Stage, item.Unit!.Value), item.Box)
            {
                Stages = [.. stages.Select(stage => stage.With(QuantitiesOf(stage, item.Unit.Value)))],
                Current = current,
                Arithmetic = [.. LookedArithmetic.OfUnit(lesson.Stage, step, item.Unit.Value)],
            };
    }

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
            return [new(lesson.Chapters[part].Title, lesson.Chapters[part].FirstFrame, own.Step, MeanOf(own, own.Step))];
        }
        var stages = new List<Stage>();
        current = 0;
        for (var i = 0; i < lesson.Chapters.Length; i++)
        {
            var step = lesson.StepIn(i);
            if (stages.Count == 0 || stages[^1].Step != step)
                stages.Add(new(lesson.Chapters[i].Title, lesson.Chapters[i].FirstFrame, step, MeanOf(lesson.Stage.Numbers, step)));
            if (i == part) current = stages.Count - 1;
        }
        return stages;
    }

    static Gradient? MeanOf(LessonNumbers numbers, LearningStep step) =>
        numbers.Samples.Length <= 1 ? null
        : step == numbers.Step ? numbers.MeanGradient : BatchPass.Over(step.Before, numbers.Samples).Gradient;

    sealed record Stage(string Name, int Frame, LearningStep Step, Gradient? Mean)
    {
        public LookedStage With(IEnumerable<TraceQuantity> quantities) => new(Name, Frame, [.. quantities]);
    }
}
