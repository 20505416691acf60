using System.Collections.Immutable;
using System.ComponentModel;
using BackpropAnimator.Drawing;
using BackpropAnimator.Network;
using BackpropAnimator.Script;
using BackpropAnimator.Timeline;
using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>
/// Cross-entropy after sigmoid or softmax: the slope of the loss strikes out the slope of the output, and the raw error is left. Symbols
/// and this network's numbers go through every step together, with a line of words to each.
/// </summary>
[Phase("cancel", Place = 110)]
[Description("Why cross-entropy learns where squared error stalls: its slope strikes out the output's own, and δ = a − y is left, with " +
    "this network's numbers.")]
internal sealed class CancelPhase : SoloPhase<CancelOptions>
{
    const float WordsSize = 34, WordsHeight = 90;

    readonly FormulaSequence sequence;
    readonly ImmutableArray<CancellationStep> steps;
    readonly SKPoint wordsAt;

    public CancelPhase(CancelOptions options, PhasePlace place) : base(options, place)
    {
        var output = options.Output ?? Before.Step.Backward.Layers[^1].Delta.AbsoluteMaximumIndex();
        steps = CancellationSteps.Of(Before.Step, output);
        var body = Stage.Layout.Body;
        var room = body with { Bottom = body.Bottom - WordsHeight };
        sequence = new([.. steps.Select(step => step.Formula)], room, Stage, Own.Duration, stays: place.IsLast);
        // Right below the tallest of the formulas, rather than at the far end of a tall picture.
        wordsAt = new(room.MidX, Math.Min(body.Bottom - 24, room.MidY + HeightOf(room) / 2 + WordsHeight));
    }

    protected override string DefaultTitle => "Cancellation";

    float HeightOf(SKRect room)
    {
        string[] sources = [.. steps.Select(step => step.Formula)];
        var size = FormulaFit.In(room, sources, Stage.Fonts).Size;
        return sources.Max(source => Stage.Fonts.Lay(source, size).BoundsAt(default).Height);
    }

    protected override void DrawOwn(FrameBuilder frame, double t)
    {
        var here = Shown(t);
        sequence.Draw(frame, t, here);
        var step = sequence.Changes.Count(change => t >= change.Start + change.Duration / 2);
        // One line goes before the next comes.
        var turn = step == 0 ? 1 : sequence.Changes[step - 1].Share(0.5, 1).At(t, Easing.InOutCubic);
        if (step < sequence.Changes.Length) turn *= 1 - sequence.Changes[step].Share(0, 0.5).At(t, Easing.InOutCubic);
        var words = steps[step].Words;
        var size = Math.Min(WordsSize, WordsSize * Stage.Layout.Body.Width / Stage.Fonts.Shape(words, Face.Medium, WordsSize).Width);
        if (turn * here > 0.01)
            frame.Add(new TextLine(words, wordsAt, size, Stage.Palette.Secondary.Faded(turn * here), Face.Medium, SKTextAlign.Center));
    }
}
