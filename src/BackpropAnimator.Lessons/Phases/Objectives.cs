using System.Collections.Immutable;
using BackpropAnimator.Drawing;
using BackpropAnimator.Script;
using BackpropAnimator.Timeline;
using BackpropAnimator.Typesetting;

namespace BackpropAnimator.Lessons;

/// <summary>A card with the lesson's objectives, one after the other with time to read each.</summary>
internal sealed class Objectives : SoloPhase
{
    readonly Card card;
    readonly ImmutableArray<Interval> turns;

    public Objectives(ObjectivesPhase script, LessonStage stage, StageState before, PhaseScript? next) : base(script, stage, before, next)
    {
        var palette = stage.Palette;
        card = new(stage, stage.Layout.Body,
        [
            new CardText(script.Lead, palette.Secondary, Face.SemiBold, Size: 0.82f),
            .. script.Items.Select((item, i) => new CardText(item, palette.Text, Face.Medium, Mark: FormattableString.Invariant($"{i + 1}"))),
        ]);
        turns = Reading.Turns(Own.Duration, [script.Lead, .. script.Items]);
    }

    protected override string DefaultTitle => "Objectives";

    protected override void DrawOwn(FrameBuilder frame, double t) => card.Draw(frame, Shown(t), block => turns[block].At(t, Easing.OutCubic));
}
