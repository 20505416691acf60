using System.Collections.Immutable;
using BackpropAnimator.Drawing;
using BackpropAnimator.Network;
using BackpropAnimator.Timeline;
using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>
/// A deep network, and below each of its layers, or beside them all, a bar: the mean |∂L/∂w| of the weights that lead into it.
/// </summary>
internal sealed class LayerGradients
{
    const float LabelRoom = 48;

    const float TitleRoom = 46, LowTitleRoom = 36;

    // What the network takes of the height above its bars; in a low half they are what is looked at.
    const float NetworkShare = 0.42f, LowNetworkShare = 0.4f, Low = 400;

    // Of the width, for bars that stand beside the network; and the least for one of them with its number and the axis.
    const float BarsShare = 0.71f, LeastPerBar = 94;

    // The output's name is wider than its discs.
    const float OutputRoom = 44;

    // How much of the wave's way from layer to layer is shared with the next one's.
    const double Overlap = 0.3;

    // What stays of a layer's light once the wave has passed.
    const double Embers = 0.75, EmbersOnBars = 0.6;

    readonly StageHalf half;
    readonly string name;
    readonly LessonNumbers numbers;
    readonly ImmutableArray<double> sizes;
    readonly ImmutableArray<Bar> values;
    readonly Scale scale;
    readonly SmallNetwork network;
    readonly Bars bars;
    readonly SKPoint titleAt;
    readonly LessonStage stage;

    /// <param name="scale">The same for both sides.</param>
    public LayerGradients(StageHalf half, string name, LessonNumbers numbers, Scale scale, LessonStage stage)
    {
        (this.half, this.name, this.numbers, this.scale, this.stage) = (half, name, numbers, scale, stage);
        sizes = SizesOf(numbers);
        var body = half.Body;
        // Bars below their layers; beside the network where there is little
        // height, and width for the bars and for what is written above layers.
        var isBeside = body.Height < 0.5f * body.Width && BarsShare * body.Width / sizes.Length >= LeastPerBar
            && numbers.Network.LayerSizes.Max() <= NetworkLayout.RowsIn(body);
        var (networkShare, titleRoom) = body.Height < Low ? (LowNetworkShare, LowTitleRoom) : (NetworkShare, TitleRoom);
        var border = body.Top + networkShare * body.Height;
        var (above, below) = isBeside
            ? (body with { Right = body.Left + (0.98f - BarsShare) * body.Width }, body with { Left = body.Right - BarsShare * body.Width })
            : (body with { Bottom = border }, body with { Top = border });
        titleAt = new(below.Left, below.Top + titleRoom - 8);
        network = new(
            new(above.Left + (isBeside ? 0 : 20), above.Top, above.Right - OutputRoom, above.Bottom), numbers.Network.LayerSizes,
            stage, showsTargets: false);
        bars = new(
            below with { Top = below.Top + titleRoom }, BarDirection.Up, scale, stage.Palette, LabelRoom, sizes.Length,
            isBeside ? null : [.. Enumerable.Range(1, sizes.Length).Select(network.Layout.LayerX)]);
        // Two digits where no number touches the next one, and one where they would.
        var digits = sizes.All(size => bars.HasRoomFor(Numbers.Significant(size, 2), stage.Fonts)) ? 2 : 1;
        string Written(double size) => Numbers.Significant(size, digits);
        values =
            [.. sizes.Select((size, l) => new Bar(
                l == sizes.Length - 1 ? stage.Words.Vanishing.Output : $"{l + 1}", size, stage.Palette.Backward, Written))];
    }

    /// <summary>The mean |∂L/∂w| of each layer, first hidden layer first.</summary>
    public static ImmutableArray<double> SizesOf(LessonNumbers numbers) =>
        [.. GradientSize.PerLayer(numbers.MeanGradient).Select(size => size.MeanMagnitude)];

    /// <param name="wave">When the backward pass runs from the output to the first layer.</param>
    /// <param name="grown">How much of the network has grown.</param>
    /// <param name="summed">How much of the comparison of first and last layer shows.</param>
    public void Draw(FrameBuilder frame, double t, Interval wave, double grown, double summed, double opacity)
    {
        var palette = stage.Palette;
        half.DrawHeading(frame, stage.Fonts, palette, name, "", palette.Text, opacity * Math.Min(1, 3 * grown));
        if (summed > 0.01) half.DrawHeading(frame, stage.Fonts, palette, "", InWords, palette.Backward, opacity * summed);
        // The light is as strong as the gradient is on the scale: what vanishes can be seen to.
        double LightOf(int layer)
        {
            var turn = Turn(wave, layer);
            // And some of it stays: the network burns on where there is a gradient.
            var stays = Embers * turn.Share(0.3, 1).At(t, Easing.OutCubic);
            return Math.Max(turn.Swell(t, 0.3 * turn.Duration, 0.5), stays) * Math.Clamp(scale.ShareOf(sizes[layer]), 0.04, 1);
        }
        BarLook LookOf(int layer)
        {
            var turn = Turn(wave, layer);
            var grown = turn.Share(0.25, 1).At(t, Easing.OutCubic);
            // What burns in the network glows on its bar too.
            return new(grown, Math.Max(turn.Swell(t, 0.4, 0.4), EmbersOnBars * grown * scale.ShareOf(sizes[layer])));
        }
        network.Draw(frame, numbers.Network, null, numbers.Example, grown, opacity, LightOf);
        frame.Add(new TextLine(
            stage.Words.Vanishing.MeanGradients, titleAt, 28, palette.Secondary.Faded(opacity * grown), Face.Medium));
        bars.DrawScale(frame, opacity * grown);
        bars.Draw(frame, values, LookOf, opacity * grown);
    }

    // The output's turn comes first.
    Interval Turn(Interval wave, int layer) => wave.Staggered(sizes.Length - 1 - layer, sizes.Length, Overlap);

    /// <summary>How the first layer's gradients compare with the last one's.</summary>
    string InWords
    {
        get
        {
            var (first, last) = (sizes[0], sizes[^1]);
            if (first <= 0 || last <= 0) return stage.Words.Vanishing.None;
            var ratio = last >= first ? last / first : first / last;
            var written = Numbers.Plain(Rounded(ratio), ratio < 10 ? 1 : 0);
            return last >= first ? stage.Words.Vanishing.Less(written) : stage.Words.Vanishing.More(written);
        }
    }

    // To two digits: no more can be read off bars.
    static double Rounded(double ratio)
    {
        var step = Math.Pow(10, Math.Floor(Math.Log10(ratio)) - 1);
        return Math.Round(ratio / step) * step;
    }
}
