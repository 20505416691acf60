using BackpropAnimator.Drawing;
using SkiaSharp;

namespace BackpropAnimator.Lessons.Tests;

/// <summary>A plot of a frame as a viewer reads it: what a point stands for, by nothing but the numbers beside the axes.</summary>
sealed class PlotOnScreen
{
    readonly (double Value, float At)[] xs, ys;

    /// <param name="part">The part of the frame that the plot is alone in.</param>
    public PlotOnScreen(Frame frame, SKRect part)
    {
        var numbers = frame.Items.OfType<TextLine>()
            .Where(t => t.Role == RoleOf.Tick && part.Contains(t.Position) && double.TryParse(t.Text.Replace('−', '-'), out _)).ToList();
        xs = [.. numbers.Where(t => t.Align == SKTextAlign.Center).Select(t => (Value(t), t.Position.X)).Distinct()];
        ys = [.. numbers.Where(t => t.Align == SKTextAlign.Right).Select(t => (Value(t), t.Position.Y)).Distinct()];
        Assert.True(xs.Length >= 2 && ys.Length >= 2, "no axes");
    }

    public IEnumerable<double> XTicks => xs.Select(x => x.Value);

    public IEnumerable<double> YTicks => ys.Select(y => y.Value);

    /// <summary>What a point of the picture stands for.</summary>
    public (double X, double Y) ValueAt(SKPoint point) => (Along(xs, point.X), Along(ys, point.Y));

    static double Value(TextLine tick) => double.Parse(tick.Text.Replace('−', '-'));

    static double Along((double Value, float At)[] axis, float at)
    {
        var ((firstValue, first), (lastValue, last)) = (axis[0], axis[^1]);
        return firstValue + (lastValue - firstValue) * (at - first) / (last - first);
    }
}
