using System.Collections.Immutable;
using BackpropAnimator.Drawing;
using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>Samples as points of a plot: filled where the network learns from them, hollow where they are held out.</summary>
internal sealed class SampleDots
{
    // More points than this hide what lies below them.
    const int MostTrained = 400, MostHeldOut = 200;

    readonly ImmutableArray<Dot> dots;
    readonly float radius;
    readonly Palette palette;

    /// <param name="Index">Its place among the training samples, or among those held out.</param>
    readonly record struct Dot(SKPoint At, SKColor Color, int Index, bool IsHeldOut);

    /// <param name="trained">Where each training sample lies, and its colour.</param>
    /// <param name="heldOut">The same of the samples that are held out.</param>
    public SampleDots(IEnumerable<(SKPoint At, SKColor Color)> trained, IEnumerable<(SKPoint At, SKColor Color)> heldOut, Palette palette)
    {
        this.palette = palette;
        dots = [.. Thinned([.. heldOut], MostHeldOut, true), .. Thinned([.. trained], MostTrained, false)];
        radius = RadiusFor(dots.Length);
    }

    /// <summary>The fewer there are, the larger they are.</summary>
    public static float RadiusFor(int count) => Math.Clamp(16 - 1.8f * MathF.Log(Math.Max(1, count)), 5.5f, 13);

    /// <param name="isRight">Whether the network gets a sample right, by its index and whether it is held out.</param>
    public void Draw(FrameBuilder frame, Func<int, bool, bool> isRight, double opacity)
    {
        if (opacity <= 0.01) return;
        foreach (var dot in dots)
        {
            if (!isRight(dot.Index, dot.IsHeldOut))
                frame.Add(new Ring(dot.At, radius + 5.5f, 3, palette.Error.Faded(opacity)) { Role = RoleOf.WrongSample });
            Draw(frame, dot.At, radius, dot.Color, dot.IsHeldOut, palette, opacity);
        }
    }

    /// <summary>One point.</summary>
    public static void Draw(
        FrameBuilder frame, SKPoint at, float radius, SKColor color, bool isHeldOut, Palette palette, double opacity)
    {
        frame.Add(new Disc(at, radius + 2, palette.Background.Faded(opacity)));
        frame.Add(isHeldOut
            ? new Ring(at, radius - 1, 2.8f, color.Faded(opacity)) { Role = RoleOf.HeldOutSample }
            : new Disc(at, radius, color.Faded(opacity)) { Role = RoleOf.Sample });
    }

    // Evenly over all of them: data is often sorted by class.
    static IEnumerable<Dot> Thinned(IReadOnlyList<(SKPoint At, SKColor Color)> samples, int most, bool isHeldOut)
    {
        var shown = Math.Min(most, samples.Count);
        return Enumerable.Range(0, shown).Select(n => (int)((long)n * samples.Count / shown))
            .Select(n => new Dot(samples[n].At, samples[n].Color, n, isHeldOut));
    }
}
