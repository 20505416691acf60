using System.Collections.Immutable;
using System.ComponentModel;
using BackpropAnimator.Drawing;
using BackpropAnimator.Script;
using BackpropAnimator.Timeline;
using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>A question, a pause to think in while a ring runs out, and the answer in the ring's place.</summary>
[Phase("question", Place = 200)]
[Description("A question to the viewers, a pause to think in, and the answer.")]
[Moment("pause", "the pause begins")]
[Moment("answer", "the answer comes")]
internal sealed class QuestionPhase : SoloPhase<QuestionOptions>
{
    // Of the phase, where the script leaves it open; and the least that the answer is left to be read in.
    const double UsualPause = 1.0 / 3, LongestPause = 0.8;

    const float LargestRing = 62;

    readonly Card card;
    readonly Interval question, pause, answer;

    public QuestionPhase(QuestionOptions options, PhasePlace place) : base(options, place)
    {
        var palette = Stage.Palette;
        ImmutableArray<CardBlock> blocks =
        [
            new CardText(RichText.Parse(options.Text), palette.Text, Face.SemiBold, Size: 1.15f),
            new CardText(RichText.Parse(options.Answer), palette.Text, Before: 1.3f),
            .. options.Formula is { } formula ? [new CardFormula(formula)] : Array.Empty<CardBlock>(),
        ];
        card = new(Stage, Stage.Layout.Body, blocks);

        var thinking = Math.Min(options.Pause ?? Own.Duration * UsualPause, Own.Duration * LongestPause);
        var laid = Beat.Lay(
            Own.Duration - thinking, Beat.Move(0.5), Beat.Pause(Reading.Of(options.Text)), Beat.Move(0.8),
            Beat.Pause(Reading.Of(options.Answer)));
        question = laid[0];
        pause = new(laid[1].End, laid[1].End + thinking);
        answer = new(pause.End, pause.End + laid[2].Duration);
    }

    public override IEnumerable<Moment> Moments => InOwn([new("pause", pause.Start), new("answer", answer.Start)]);

    protected override string DefaultTitle => Stage.Words.Titles.Question;

    protected override void DrawOwn(FrameBuilder frame, double t)
    {
        card.Draw(frame, Shown(t), block => block switch
        {
            0 => question.At(t, Easing.OutCubic),
            1 => answer.Share(0, 0.7).At(t, Easing.OutCubic),
            _ => answer.Share(0.4, 1).At(t, Easing.OutCubic),
        });
        DrawRing(frame, t);
    }

    // A ring that runs out, breathing slowly: time to think, and how much is left of it.
    void DrawRing(FrameBuilder frame, double t)
    {
        var opacity = Shown(t) * pause.Swell(t, Math.Min(0.5, pause.Duration / 5), Math.Min(0.4, pause.Duration / 5));
        if (opacity <= 0.01) return;
        var palette = Stage.Palette;
        var place = new SKRect(card.PlaceOf(1).Left, card.PlaceOf(1).Top, card.Area.Right, card.Area.Bottom);
        var breath = 1 + 0.04f * (float)Math.Sin((t - pause.Start) * Math.PI / 1.6);
        var radius = Math.Min(LargestRing, place.Height * 0.36f) * breath;
        var centre = new SKPoint(card.Area.MidX, place.MidY);
        var left = 360 * (float)(1 - pause.Progress(t));
        frame.Add(new Ring(centre, radius, 6, palette.Rest.Faded(0.4 * opacity)));
        if (left > 0.5) frame.Add(new Ring(centre, radius, 6, palette.Text.Faded(0.9 * opacity), 360 - left, Math.Min(left, 359.9f)));
    }
}
