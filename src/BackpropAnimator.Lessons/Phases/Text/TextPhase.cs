using System.Collections.Immutable;
using System.ComponentModel;
using BackpropAnimator.Drawing;
using BackpropAnimator.Script;
using BackpropAnimator.Timeline;
using BackpropAnimator.Typesetting;

namespace BackpropAnimator.Lessons;

/// <summary>A page of words, paragraph by paragraph with time to read each.</summary>
[Phase("text", Place = 205)]
[Description("A page of words, one paragraph after the other, with formulas between them.")]
[Moment("paragraph", "a paragraph comes, or the heading")]
internal sealed class TextPhase : SoloPhase<TextOptions>
{
    readonly Card card;
    readonly ImmutableArray<Interval> turns;

    public TextPhase(TextOptions options, PhasePlace place) : base(options, place)
    {
        var palette = Stage.Palette;
        var paragraphs = options.Text.Select(RichText.Parse).ToArray();
        RichText[] heading = options.Heading is null ? [] : [RichText.Parse(options.Heading)];
        card = new(Stage, Stage.Layout.Body,
        [
            .. heading.Select(text => new CardText(text, palette.Text, Face.Bold, Size: 1.25f)),
            .. paragraphs.Select(text => new CardText(text, palette.Text)),
        ]);
        turns = Reading.Turns(Own.Duration, [.. heading.Concat(paragraphs).Select(text => text.InWords)]);
    }

    public override IEnumerable<Moment> Moments => InOwn(turns.Select(turn => new Moment("paragraph", turn.Start)));

    protected override string DefaultTitle => Stage.Words.Titles.Text;

    protected override void DrawOwn(FrameBuilder frame, double t) =>
        card.Draw(frame, Shown(t), block => turns[block].At(t, Easing.OutCubic));
}
