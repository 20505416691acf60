using System.Collections.Immutable;
using System.ComponentModel;
using BackpropAnimator.Drawing;
using BackpropAnimator.Script;
using BackpropAnimator.Timeline;
using BackpropAnimator.Typesetting;

namespace BackpropAnimator.Lessons;

/// <summary>A card with the sources that the lesson rests on.</summary>
[Phase("references", Place = 210)]
[Description("A card with the sources that the lesson rests on.")]
[Moment("source", "a source comes")]
internal sealed class ReferencesPhase : SoloPhase<ReferencesOptions>
{
    readonly Card card;

    // For each block of the card, which source it belongs to.
    readonly ImmutableArray<int> sourceOf;
    readonly ImmutableArray<Interval> turns;

    public ReferencesPhase(ReferencesOptions options, PhasePlace place) : base(options, place)
    {
        var blocks = options.Items.SelectMany((source, i) => BlocksOf(source, Stage.Palette).Select(block => (block, i))).ToList();
        card = new(Stage, Stage.Layout.Body, [.. blocks.Select(b => b.block)]);
        sourceOf = [.. blocks.Select(b => b.i)];
        turns = Reading.Turns(Own.Duration, [.. options.Items.Select(source => $"{source.Authors} {source.Title} {source.Place}")]);
    }

    public override IEnumerable<Moment> Moments => InOwn(turns.Select(turn => new Moment("source", turn.Start)));

    protected override string DefaultTitle => Stage.Words.Titles.References;

    protected override void DrawOwn(FrameBuilder frame, double t) =>
        card.Draw(frame, Shown(t), block => turns[sourceOf[block]].At(t, Easing.OutCubic));

    static IEnumerable<CardBlock> BlocksOf(SourceScript source, Palette palette)
    {
        yield return new CardText(
            RichText.Plain(FormattableString.Invariant($"{source.Authors} ({source.Year})")), palette.Text, Face.SemiBold, Size: 0.9f,
            Before: 1.1f);
        yield return new CardText(RichText.Plain(source.Title), palette.Text, Size: 0.9f, Before: 0.12f);
        if (source.Place is { } place) yield return new CardText(RichText.Plain(place), palette.Secondary, Size: 0.75f, Before: 0.16f);
    }
}
