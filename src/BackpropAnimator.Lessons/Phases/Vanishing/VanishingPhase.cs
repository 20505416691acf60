using System.ComponentModel;
using BackpropAnimator.Drawing;
using BackpropAnimator.Script;
using BackpropAnimator.Timeline;

namespace BackpropAnimator.Lessons;

/// <summary>
/// One backward pass through two deep networks in step: as the wave passes
/// a layer, its bar grows to the mean size of the layer's gradients.
/// </summary>
[Phase("vanishing", Place = 130)]
[Description("One backward pass through two deep networks: a bar for each layer with its mean |∂L/∂w| on a logarithmic scale, from the " +
    "output back.")]
[Moment("wave", "the wave sets off")]
[Moment("summary", "the sizes of the first and the last layer are compared")]
internal sealed class VanishingPhase : SoloPhase<VanishingOptions>
{
    readonly SplitStage halves;
    readonly LayerGradients left, right;
    readonly Interval entry, wave, summary;

    public VanishingPhase(VanishingOptions options, PhasePlace place) : base(options, place)
    {
        halves = new(Stage.Layout);
        var (leftScript, rightScript) = (options.Variants[0], options.Variants[1]);
        var numbers = Stage.Numbers;
        var (leftNumbers, rightNumbers) =
            (numbers.NumbersOf(leftScript.In(numbers.Scene)), numbers.NumbersOf(rightScript.In(numbers.Scene)));
        var scale = LogScale.Around([.. LayerGradients.SizesOf(leftNumbers), .. LayerGradients.SizesOf(rightNumbers)]);
        var (leftName, rightName) = VariantNames.Of(leftScript, rightScript, Stage.Words);
        left = new(halves.First, leftName, leftNumbers, scale, Stage);
        right = new(halves.Second, rightName, rightNumbers, scale, Stage);
        var laid = Beat.Lay(Own.Duration, Beat.Move(1.4), Beat.Pause(0.6), Beat.Move(7), Beat.Move(0.8), Beat.Pause(2.4));
        (entry, wave, summary) = (laid[0], laid[2], laid[3]);
    }

    public override IEnumerable<Moment> Moments => InOwn([new("wave", wave.Start), new("summary", summary.Start)]);

    protected override string DefaultTitle => Stage.Words.Titles.Vanishing;

    protected override Direction Direction => Direction.Backward;

    protected override void DrawOwn(FrameBuilder frame, double t)
    {
        var here = Shown(t);
        halves.DrawDivider(frame, Stage.Palette, entry.At(t, Easing.InOutCubic), here);
        foreach (var side in new[] { left, right })
            side.Draw(frame, t, wave, entry.At(t, Easing.InOutSine), summary.At(t, Easing.InOutCubic), here);
    }
}
