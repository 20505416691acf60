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
[Moment("step", "the formula begins to turn into its next form")]
internal sealed class CancelPhase : SoloPhase<CancelOptions>
{
    const float WordsSize = 46, WordsSizeStacked = 54, LineHeight = 1.3f, WordsGap = 0.9f;

    readonly FormulaSequence sequence;
    readonly ImmutableArray<(IReadOnlyList<string> Lines, float Size)> words;
    readonly SKPoint wordsAt;

    public CancelPhase(CancelOptions options, PhasePlace place) : base(options, place)
    {
        var output = options.Output ?? Before.Step.Backward.Layers[^1].Delta.AbsoluteMaximumIndex();
        var (body, isNarrow) = (Stage.Layout.Body, !Stage.Layout.IsWide);
        var steps = CancellationSteps.Of(Before.Step, output, Stage.Words, isNarrow);
        string[] sources = [.. steps.Select(step => step.Formula)];
        words = [.. steps.Select(step => WordsOf(step.Words, isNarrow))];
        var height = words.Max(set => (set.Lines.Count * LineHeight + WordsGap) * set.Size);
        var room = body with { Bottom = body.Bottom - height };
        sequence = new(sources, room, Stage, Own.Duration);
        // Right below the tallest of the formulas, rather than at the far end of a tall picture.
        var size = FormulaFit.In(room, sources, Stage.Fonts).Size;
        var tallest = sources.Max(source => Stage.Fonts.Lay(source, size).BoundsAt(default).Height);
        wordsAt = new(room.MidX, room.MidY + tallest / 2 + (1 + WordsGap) * words.Max(set => set.Size));
    }

    // In a narrow picture broken into lines, in a wide one on a single line.
    (IReadOnlyList<string> Lines, float Size) WordsOf(string text, bool isNarrow)
    {
        var width = Stage.Layout.Body.Width;
        if (isNarrow) return (Stage.Fonts.Wrap(text, Face.Medium, WordsSizeStacked, width), WordsSizeStacked);
        return ([text], Math.Min(WordsSize, WordsSize * width / Stage.Fonts.Shape(text, Face.Medium, WordsSize).Width));
    }

    public override IEnumerable<Moment> Moments => InOwn(sequence.Changes.Select(change => new Moment("step", change.Start)));

    protected override string DefaultTitle => Stage.Words.Titles.Cancel;

    protected override void DrawOwn(FrameBuilder frame, double t)
    {
        var here = Shown(t);
        sequence.Draw(frame, t, here);
        var step = sequence.Changes.Count(change => t >= change.Start + change.Duration / 2);
        // One line goes before the next comes.
        var turn = step == 0 ? 1 : sequence.Changes[step - 1].Share(0.5, 1).At(t, Easing.InOutCubic);
        if (step < sequence.Changes.Length) turn *= 1 - sequence.Changes[step].Share(0, 0.5).At(t, Easing.InOutCubic);
        if (turn * here <= 0.01) return;
        var (lines, size) = words[step];
        foreach (var (i, line) in lines.Index())
            frame.Add(new TextLine(
                line, new(wordsAt.X, wordsAt.Y + i * LineHeight * size), size, Stage.Palette.Secondary.Faded(turn * here), Face.Medium,
                SKTextAlign.Center));
    }
}
