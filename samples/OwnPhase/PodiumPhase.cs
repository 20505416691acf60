using System.Collections.Immutable;
using System.ComponentModel;
using BackpropAnimator.Drawing;
using BackpropAnimator.Lessons;
using BackpropAnimator.Script;
using BackpropAnimator.Timeline;
using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace OwnPhase;

/// <summary>
/// The weights with the largest gradients, one after the other: each lights up in the network, which has stepped aside, and gets its bar.
/// </summary>
[Phase("podium", Needs = "loss")]
[Description("The weights on which the loss depends most, the steepest first.")]
public sealed class PodiumPhase : AsidePhase<PodiumOptions>
{
    const float RowHeight = 120, BarHeight = 26, TextSize = 34;

    readonly ImmutableArray<(Edge Edge, double Gradient)> winners;
    readonly ImmutableArray<Interval> turns;

    public PodiumPhase(PodiumOptions options, PhasePlace place) : base(options, place)
    {
        winners =
        [
            .. Stage.Network.Layout.Edges.Select(edge => (edge, Gradient: Before.Step.GradientOf(edge)))
                .OrderByDescending(weight => Math.Abs(weight.Gradient)).Take(options.Places),
        ];
        // The choreography: seconds by nature, which are stretched or squeezed to the phase's own length.
        var beats = Beat.Lay(
            Own.Duration, [Beat.Pause(0.4), .. winners.SelectMany(_ => new[] { Beat.Move(0.9), Beat.Pause(0.8) }), Beat.Pause(0.8)]);
        turns = [.. winners.Select((_, i) => beats[1 + 2 * i])];
    }

    protected override string DefaultTitle => "Where the loss is steepest";

    protected override Direction Direction => Direction.Backward;

    /// <param name="t">Seconds from when the stage belongs to this phase. The frame follows from it alone.</param>
    protected override void DrawOwn(FrameBuilder frame, double t)
    {
        var shown = Shown(t);
        var pose = PoseAside(t);
        for (var i = 0; i < winners.Length; i++)
        {
            ref var look = ref pose[winners[i].Edge];
            (look.Light, look.LightColor) = (shown * turns[i].At(t, Easing.InOutSine), ColorOf(winners[i].Gradient));
        }
        DrawAside(frame, pose, t);
        for (var i = 0; i < winners.Length; i++) DrawRow(frame, i, shown, turns[i].At(t, Easing.OutCubic));
    }

    void DrawRow(FrameBuilder frame, int row, double shown, double grown)
    {
        if (grown <= 0) return;
        var (room, palette) = (Stage.Layout.Beside, Stage.Palette);
        var (edge, gradient) = winners[row];
        var visible = shown * Math.Min(1, 3 * grown);
        var y = room.MidY + (row - (winners.Length - 1) / 2f) * RowHeight;
        frame.Add(new TextLine(
            $"{row + 1}. {Stage.NameOf(edge)}", new(room.Left, y - 22), TextSize, palette.Text.Faded(visible), Face.Medium));
        frame.Add(new TextLine(
            Numbers.Signed(gradient, grown), new(room.Right, y - 22), TextSize, ColorOf(gradient).Faded(visible), Face.SemiBold,
            SKTextAlign.Right));

        var longest = Math.Abs(winners[0].Gradient);
        var share = longest > 0 ? Math.Abs(gradient) / longest : 0;
        var bar = new SKRect(room.Left, y, room.Left + Math.Max(BarHeight, (float)(room.Width * share * grown)), y + BarHeight);
        frame.Add(new Panel(bar, BarHeight / 2, ColorOf(gradient).Faded(visible)));
    }

    SKColor ColorOf(double gradient) => gradient < 0 ? Stage.Palette.Negative : Stage.Palette.Positive;
}
