using System.Collections.Immutable;
using System.ComponentModel;
using BackpropAnimator.Drawing;
using BackpropAnimator.Script;
using BackpropAnimator.Timeline;
using BackpropAnimator.Typesetting;

namespace BackpropAnimator.Lessons;

/// <summary>A card with the lesson's objectives, one after the other with time to read each.</summary>
[Phase("objectives", Place = 190)]
[Description("A card with what viewers will be able to do after the lesson, one objective after the other.")]
[Moment("item", "an objective comes")]
internal sealed class ObjectivesPhase : SoloPhase<ObjectivesOptions>
{
    readonly Card card;
    readonly ImmutableArray<Interval> turns;

    public ObjectivesPhase(ObjectivesOptions options, PhasePlace place) : base(options, place)
    {
        var (palette, lead) = (Stage.Palette, options.Lead ?? Stage.Words.Objectives.Lead);
        card = new(Stage, Stage.Layout.Body,
        [
            new CardText(RichText.Parse(lead), palette.Secondary, Face.SemiBold, Size: 0.82f),
            .. options.Items.Select((item, i) =>
                new CardText(RichText.Parse(item), palette.Text, Face.Medium, Mark: FormattableString.Invariant($"{i + 1}"))),
        ]);
        turns = Reading.Turns(Own.Duration, [lead, .. options.Items]);
    }

    public override IEnumerable<Moment> Moments => InOwn(turns.Skip(1).Select(turn => new Moment("item", turn.Start)));

    protected override string DefaultTitle => Stage.Words.Titles.Objectives;

    protected override void DrawOwn(FrameBuilder frame, double t) =>
        card.Draw(frame, Shown(t), block => turns[block].At(t, Easing.OutCubic));
}
