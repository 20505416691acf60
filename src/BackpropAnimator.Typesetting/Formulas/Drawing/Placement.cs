using SkiaSharp;

namespace BackpropAnimator.Typesetting;

/// <summary>Scales, then moves: a point p goes to Scale · p + (X, Y).</summary>
internal readonly record struct Placement(float Scale, float X, float Y)
{
    public static Placement Identity { get; } = new(1, 0, 0);

    public static Placement Scaling(float scale, SKPoint about) => new(scale, about.X * (1 - scale), about.Y * (1 - scale));

    /// <summary>Takes one point to another and scales about it.</summary>
    public static Placement Moving(SKPoint from, SKPoint to, float scale) => new(scale, to.X - from.X * scale, to.Y - from.Y * scale);

    /// <summary>First this one, then the other.</summary>
    public Placement Then(Placement next) => new(Scale * next.Scale, X * next.Scale + next.X, Y * next.Scale + next.Y);

    public SKRect Apply(SKRect rect) => Ink.At(rect, Scale, X, Y);
}
