namespace SkiaSharp;

static class Ellipse
{
    /// <summary>Adds an upright ellipse as a closed polygon whose corners lie on it.</summary>
    /// <param name="oval">The box around it.</param>
    /// <param name="tolerance">The largest distance between ellipse and polygon.</param>
    /// <param name="into">Receives the contour.</param>
    public static void Add(SKRect oval, float tolerance, Contours into)
    {
        var radius = Math.Max(Math.Abs(oval.Width), Math.Abs(oval.Height)) / 2;
        if (!(radius > 0)) return;
        // A chord over the angle a is r (1 − cos a/2) away from its arc.
        var step = 2 * MathF.Acos(1 - Math.Min(tolerance / radius, 0.5f));
        var corners = Math.Clamp((int)MathF.Ceiling(2 * MathF.PI / step), 8, 2000);
        for (var i = 0; i < corners; i++)
        {
            var (sin, cos) = MathF.SinCos(2 * MathF.PI * i / corners);
            into.Add(new(oval.MidX + oval.Width / 2 * cos, oval.MidY + oval.Height / 2 * sin));
        }
        into.End(closed: true);
    }
}
