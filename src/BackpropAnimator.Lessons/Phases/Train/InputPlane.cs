using BackpropAnimator.Drawing;
using MathNet.Numerics.LinearAlgebra;
using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>The plane of a network's two inputs, as far as samples lie in it, with an axis for each.</summary>
internal sealed class InputPlane
{
    const int MostTicks = 6;

    readonly LinearScale x, y;
    readonly Plot plot;
    readonly string nameX, nameY;

    /// <param name="area">The plane with its axes.</param>
    public InputPlane(SKRect area, IReadOnlyCollection<Vector<double>> inputs, LessonStage stage)
    {
        (x, y) = (Axis(0), Axis(1));
        plot = new(area, x, y, stage.Palette);
        (nameX, nameY) = (stage.NameOf(new Unit(0, 0)), stage.NameOf(new Unit(0, 1)));

        LinearScale Axis(int i) => LinearScale.Showing([.. inputs.Select(input => input[i])], MostTicks);
    }

    /// <summary>The plane itself.</summary>
    public SKRect Area => plot.Inner;

    /// <summary>Where a pair of inputs lies.</summary>
    public SKPoint At(double first, double second) => plot.At(first, second);

    /// <summary>The inputs of evenly spaced columns and rows, from edge to edge, the first row at the top.</summary>
    public (double[] Xs, double[] Ys) Grid(int count) => (
        [.. Enumerable.Range(0, count).Select(n => x.ValueAt(n / (count - 1.0)))],
        [.. Enumerable.Range(0, count).Select(n => y.ValueAt(1 - n / (count - 1.0)))]);

    public void DrawAxes(FrameBuilder frame, double opacity) => plot.DrawAxes(frame, "↑ " + nameY, nameX + " →", opacity);
}
