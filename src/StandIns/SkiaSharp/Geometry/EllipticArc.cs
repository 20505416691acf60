namespace SkiaSharp;

/// <summary>Arcs of an upright ellipse as cubic curves, each at most a quarter. Degrees, clockwise from the positive x axis.</summary>
static class EllipticArc
{
    public static SKPoint PointAt(SKRect oval, double degrees)
    {
        var (sin, cos) = Math.SinCos(degrees * Math.PI / 180);
        return new((float)(oval.MidX + oval.Width / 2 * cos), (float)(oval.MidY + oval.Height / 2 * sin));
    }

    public static IEnumerable<(SKPoint Control0, SKPoint Control1, SKPoint End)> Cubics(SKRect oval, float startDegrees, float sweepDegrees)
    {
        var sweep = Math.Clamp(sweepDegrees, -360f, 360f);
        var pieces = (int)Math.Ceiling(Math.Abs(sweep) / 90.0);
        for (var i = 0; i < pieces; i++)
        {
            var (from, to) = (Radians(startDegrees + (double)sweep * i / pieces), Radians(startDegrees + (double)sweep * (i + 1) / pieces));
            // The handle's length that lets a cubic meet the arc at its middle: (4/3) tan(angle / 4).
            var handle = 4.0 / 3 * Math.Tan((to - from) / 4);
            var ((sin0, cos0), (sin1, cos1)) = (Math.SinCos(from), Math.SinCos(to));
            var control0 = At(oval, cos0 - handle * sin0, sin0 + handle * cos0);
            var control1 = At(oval, cos1 + handle * sin1, sin1 - handle * cos1);
            yield return (control0, control1, At(oval, cos1, sin1));
        }
    }

    static double Radians(double degrees) => degrees * Math.PI / 180;

    static SKPoint At(SKRect oval, double x, double y) =>
        new((float)(oval.MidX + oval.Width / 2 * x), (float)(oval.MidY + oval.Height / 2 * y));
}
