using BackpropAnimator.Drawing;
using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>What the numbers on the edges are, written above their columns.</summary>
internal static class LabelHeadings
{
    const float Size = 25, Gap = 12, LeastFromNames = 8;

    /// <param name="layer">The layer that the edges come from.</param>
    /// <param name="weights">How visible "w" is, above the weights.</param>
    /// <param name="second">What comes in the place of each weight.</param>
    /// <param name="opacity">How visible that is.</param>
    public static void DrawHeadings(
        this NetworkView network, FrameBuilder frame, int layer, double weights, string second, SKColor color, double opacity)
    {
        var layout = network.Layout;
        if (!layout.LabelsFit(layer)) return;
        var highest = layout.EdgesAfter(layer).MinBy(edge => layout.LabelPoint(edge).Y);
        // Above the labels, or where there is no room in the line of the layers' names.
        var baseline = layout.LabelPoint(highest).Y - layout.LabelHeight(layer) / 2 - Gap;
        if (baseline - Size < network.NamesBaseline + LeastFromNames) baseline = network.NamesBaseline;
        // The one goes before the other comes.
        (weights, opacity) = (weights * Math.Clamp(1 - 2 * opacity, 0, 1), Math.Clamp(2 * opacity - 1, 0, 1));
        Heading("w", layout.LabelPoint(highest).X, network.Palette.Secondary, weights);
        if (layout.GradientsFit(layer)) Heading(second, layout.LabelPoint(highest).X, color, opacity);

        void Heading(string words, float x, SKColor color, double visible)
        {
            if (visible > 0.01)
                frame.Add(new TextLine(words, new(x, baseline), Size, color.Faded(visible), Face.SemiBold, SKTextAlign.Center));
        }
    }
}
