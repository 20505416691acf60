using BackpropAnimator.Drawing;
using BackpropAnimator.Network;
using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>
/// For each unit of the first hidden layer the line through the input plane on which its z = w₁x₁ + w₂x₂ + b is 0: what the network's
/// boundary is put together from. The unit wears the line's colour.
/// </summary>
internal sealed class HiddenLines(InputPlane plane, TargetClasses classes)
{
    const float Width = 3, Dash = 11;

    public SKColor ColorOf(int unit) => classes.OtherColor(unit);

    public void Draw(FrameBuilder frame, DenseNetwork network, double opacity)
    {
        for (var j = 0; j < network.Layers[0].UnitCount; j++)
            if (LineOf(network.Layers[0], j) is { } line)
                frame.Add(new Line(line.From, line.To, Width, ColorOf(j).Faded(opacity), Dash) { Role = RoleOf.HiddenLine });
    }

    // Null where the line lies outside of the plane, or the unit does not depend on the inputs.
    (SKPoint From, SKPoint To)? LineOf(DenseLayer layer, int unit)
    {
        var (w1, w2, b) = (layer.Weights[unit, 0], layer.Weights[unit, 1], layer.Biases[unit]);
        var square = w1 * w1 + w2 * w2;
        if (square == 0) return null;
        // The line's point nearest to the plane's middle, and far along the line either way.
        var (xs, ys) = plane.Grid(3);
        var away = (w1 * xs[1] + w2 * ys[1] + b) / square;
        var (x, y) = (xs[1] - away * w1, ys[1] - away * w2);
        var far = (Math.Abs(xs[2] - xs[0]) + Math.Abs(ys[2] - ys[0])) / Math.Sqrt(square);
        return Clipping.Of(plane.At(x + far * w2, y - far * w1), plane.At(x - far * w2, y + far * w1), plane.Area);
    }
}
