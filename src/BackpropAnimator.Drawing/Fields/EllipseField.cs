using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using SkiaSharp;

namespace BackpropAnimator.Drawing;

/// <summary>Distances from a point, measured in the two radii of an upright ellipse. All in pixels.</summary>
internal readonly struct EllipseField(SKPoint centre, float across, float down) : IDistanceField
{
    readonly float perSquaredAcross = 1 / (across * across), perSquaredDown = 1 / (down * down);

    public SKRect Bounds => new(centre.X - across, centre.Y - down, centre.X + across, centre.Y + down);

    public (float Left, float Right) Between(float top, float bottom)
    {
        // It is widest where it comes nearest to the middle.
        var y = Math.Clamp(centre.Y, top, bottom) - centre.Y;
        var half = across * MathF.Sqrt(Math.Max(0, 1 - y * y * perSquaredDown));
        return (centre.X - half, centre.X + half);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public FieldSample At(Vector256<float> x, float y)
    {
        var dx = x - Vector256.Create(centre.X);
        var dy = y - centre.Y;
        var share = dx * dx * perSquaredAcross + Vector256.Create(dy * dy * perSquaredDown);
        return new(share * (across * across), share, Vector256<float>.Zero);
    }
}
