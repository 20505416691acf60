using System.Collections.Immutable;
using BackpropAnimator.Drawing;
using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>Samples as points of a plot: filled where the network learns from them, hollow where they are held out.</summary>
internal sealed class SampleDots
{
    // Of a plot in which points need not keep small, in stage units.
    const float RoomyWidth = 680;

    // More points than this hide what lies below them.
    const int MostTrained = 400, MostHeldOut = 200;

    readonly ImmutableArray<Dot> dots;
    readonly float radius;
    readonly Palette palette;

    /// <param name="Index">Its place among the training samples, or among those held out.</param>
    readonly record struct Dot(SKPoint At, SKColor Color, int Index, bool IsHeldOut);

    /// <param name="trained">Where each training sample lies, and its colour.</param>
    /// <param name="heldOut">The same of the samples that are held out.</param>
    /// <param name="width">Of the plot.</param>
    public SampleDots(
        IEnumerable<(SKPoint At, SKColor Color)> trained, IEnumerable<(SKPoint At, SKColor Color)> heldOut, float width, Palette palette)
    {
        this.palette = palette;
        dots = [.. Thinned([.. heldOut], MostHeldOut, true), .. Thinned([.. trained], MostTrained, false)];
        // The fewer there are, and the larger the plot is, the larger they are.
        var roomy = Math.Clamp(16 - 1.8f * MathF.Log(dots.Length + 1), 5.5f, 13);
        radius = Math.Max(5, roomy * Math.Min(1, MathF.Sqrt(width / RoomyWidth)));
    }

    /// <param name="isRight">Whether the network gets a sample right, by its index and whether it is held out.</param>
    public void Draw(FrameBuilder frame, Func<int, bool, bool> isRight, double opacity)
    {
        if (opacity <= 0.01) return;
        foreach (var dot in dots)
        {
            if (!isRight(dot.Index, dot.IsHeldOut))
                frame.Add(WrongMark(dot.At, radius, palette, opacity) with { Role = RoleOf.WrongSample });
            frame.Add(new Disc(dot.At, radius + 2, palette.Background.Faded(opacity)));
            frame.Add(Mark(dot.At, radius, dot.Color.Faded(opacity), dot.IsHeldOut) with
            {
                Role = dot.IsHeldOut ? RoleOf.HeldOutSample : RoleOf.Sample,
            });
        }
    }

    /// <summary>A point alone, as for a key.</summary>
    public static DrawItem Mark(SKPoint at, float radius, SKColor color, bool isHeldOut) =>
        isHeldOut ? new Ring(at, radius - 1, 2.8f, color) : new Disc(at, radius, color);

    /// <summary>What a sample wears that the network gets wrong.</summary>
    public static Ring WrongMark(SKPoint at, float radius, Palette palette, double opacity) =>
        new(at, radius + 5.5f, 3, palette.Error.Faded(opacity));

    // Evenly over all of them: data is often sorted by class.
    static IEnumerable<Dot> Thinned(IReadOnlyList<(SKPoint At, SKColor Color)> samples, int most, bool isHeldOut)
    {
        var shown = Math.Min(most, samples.Count);
        return Enumerable.Range(0, shown).Select(n => (int)((long)n * samples.Count / shown))
            .Select(n => new Dot(samples[n].At, samples[n].Color, n, isHeldOut));
    }
}
