using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using SkiaSharp;

namespace BackpropAnimator.Drawing;

/// <summary>
/// Computes light pixel by pixel, eight at a time, and lays it over a picture: added to what is there, or as a tint. No picture of it is kept, so
/// it lies between pixels where it should, at any size.
/// </summary>
/// <remarks>
/// Every pixel depends on its own place alone, by additions, multiplications, divisions and square roots of single precision in a fixed
/// order: the same on every processor, whatever part of the picture is painted. An ordered dither keeps faint light free of bands.
/// </remarks>
internal static class LightPainter
{
    const int Lanes = 8;

    // A light's radius is never nothing, so that shares of it are numbers.
    const float LeastRadius = 1e-3f;

    static readonly Vector256<float> steps = Vector256.Create(0.5f, 1.5f, 2.5f, 3.5f, 4.5f, 5.5f, 6.5f, 7.5f);

    // Each row of thresholds twice over, to be read from any column on.
    static readonly float[] dithers =
        [.. from y in Enumerable.Range(0, Dither.Side) from x in Enumerable.Range(0, 2 * Dither.Side) select (float)Dither.At(x, y)];

    /// <param name="light">In pixels.</param>
    /// <param name="color">Its alpha is the light's strength.</param>
    /// <param name="core">The colour in the hot middle.</param>
    /// <param name="area">The parts of the picture to lay it over; they do not overlap.</param>
    public static void Lay(Light light, SKColor color, SKColor core, GlowBlend blend, PixelSurface picture, IReadOnlyList<SKRectI> area)
    {
        if (color.Alpha == 0) return;
        var reach = light.Reach;
        var bounds = SKRectI.Ceiling(reach.Bounds, outwards: true);
        var kernel = new Kernel(light, color, core, blend);
        for (var i = 0; i < area.Count; i++)
        {
            var part = SKRectI.Intersect(bounds, area[i]);
            for (var y = part.Top; y < part.Bottom; y++)
            {
                var (from, to) = reach.Between(y, y + 1);
                var left = Math.Max(part.Left, (int)MathF.Floor(from));
                var right = Math.Min(part.Right, (int)MathF.Ceiling(to));
                if (left < right) kernel.LayRow(picture.Row(y)[left..right], left, y);
            }
        }
    }

    readonly struct Kernel(Light light, SKColor color, SKColor core, GlowBlend blend)
    {
        readonly LightProfile profile = light.Profile;
        readonly SKPoint way = light.To - light.From;
        readonly float strength = color.Alpha / 255f;
        readonly float decay = light.Profile.Decay / 16;
        readonly float halfLine = light.Profile.Line * light.ToRadius + 0.5f;

        public void LayRow(Span<uint> row, int left, int y)
        {
            var dy = y + 0.5f - light.From.Y;
            var squaredLength = way.X * way.X + way.Y * way.Y;
            var perLength = squaredLength > 0 ? 1 / squaredLength : 0;
            ref var dither = ref dithers[(y & (Dither.Side - 1)) * 2 * Dither.Side];
            ref var pixels = ref MemoryMarshal.GetReference(row);
            for (var i = 0; i < row.Length; i += Lanes)
            {
                var dx = Vector256.Create((float)(left + i)) + steps - Vector256.Create(light.From.X);
                var along = Vector256.Max(Vector256<float>.Zero, Vector256.Min(Vector256<float>.One, (dx * way.X + Vector256.Create(dy * way.Y)) * perLength));
                var (x, up) = (dx - along * way.X, Vector256.Create(dy) - along * way.Y);
                var squared = x * x + up * up;
                var radius = Vector256.Max(Vector256.Create(LeastRadius), along * (light.ToRadius - light.FromRadius) + Vector256.Create(light.FromRadius));
                var share = squared / (radius * radius);
                if (Vector256.GreaterThanOrEqualAll(share, Vector256<float>.One)) continue;

                var brightness = Brightness(share, squared, along);
                var hot = profile.IsHot ? Hot(share) : Vector256<float>.Zero;
                var threshold = Vector256.LoadUnsafe(ref dither, (nuint)((left + i) & (Dither.Side - 1)));
                var light8 = new Pixels(
                    Channel(color.Blue, core.Blue, brightness, hot), Channel(color.Green, core.Green, brightness, hot),
                    Channel(color.Red, core.Red, brightness, hot), brightness * 255, threshold);
                if (row.Length - i >= Lanes) Blend(ref Unsafe.Add(ref pixels, i), light8);
                else BlendSome(row[i..], light8);
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        Vector256<float> Brightness(Vector256<float> share, Vector256<float> squared, Vector256<float> along)
        {
            var edge = Vector256.Max(Vector256<float>.Zero, Vector256<float>.One - share);
            var fall = Vector256.Max(Vector256<float>.Zero, Vector256<float>.One - share * decay);
            fall *= fall;
            fall *= fall;
            fall *= fall;
            fall *= fall;
            var brightness = edge * edge * (fall * (1 - profile.Halo) + Vector256.Create(profile.Halo));
            if (profile.Spike > 0) brightness /= Vector256.Sqrt(share) * profile.Spike + Vector256<float>.One;
            if (profile.LineStrength > 0)
            {
                var line = Vector256.Create(halfLine) - Vector256.Sqrt(squared);
                brightness += Vector256.Max(Vector256<float>.Zero, Vector256.Min(Vector256<float>.One, line)) * profile.LineStrength;
                brightness = Vector256.Min(Vector256<float>.One, brightness);
            }
            return brightness * strength * (profile.Grows ? along * along : Vector256<float>.One);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        static Vector256<float> Hot(Vector256<float> share)
        {
            var near = Vector256.Max(Vector256<float>.Zero, Vector256<float>.One - Vector256.Sqrt(share));
            near *= near;
            near *= near;
            return near * near;
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        static Vector256<float> Channel(byte outer, byte inner, Vector256<float> brightness, Vector256<float> hot) =>
            brightness * (hot * (inner - outer) + Vector256.Create((float)outer));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        void Blend(ref uint pixels, Pixels over)
        {
            var under = Vector256.LoadUnsafe(ref pixels);
            (blend == GlowBlend.Add ? over.AddedTo(under) : over.Over(under)).StoreUnsafe(ref pixels);
        }

        // The last of a row are laid over a copy, which has room for eight.
        void BlendSome(Span<uint> row, Pixels over)
        {
            Span<uint> copy = stackalloc uint[Lanes];
            row.CopyTo(copy);
            Blend(ref copy[0], over);
            copy[..row.Length].CopyTo(row);
        }
    }

    /// <summary>Eight pixels of light, premultiplied, from 0 to 255, and the dither's thresholds where they lie.</summary>
    readonly ref struct Pixels(Vector256<float> blue, Vector256<float> green, Vector256<float> red, Vector256<float> alpha, Vector256<float> threshold)
    {
        readonly Vector256<float> blue = blue, green = green, red = red, alpha = alpha, threshold = threshold;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector256<uint> AddedTo(Vector256<uint> under)
        {
            var light = Packed(Whole(blue), Whole(green), Whole(red), Whole(alpha));
            return Vector256.AddSaturate(light.AsByte(), under.AsByte()).AsUInt32();
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector256<uint> Over(Vector256<uint> under)
        {
            var through = Vector256<float>.One - alpha * (1 / 255f);
            return Packed(
                Whole(blue + through * Channel(under, 0)), Whole(green + through * Channel(under, 8)),
                Whole(red + through * Channel(under, 16)), Whole(alpha + through * Channel(under, 24)));
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        static Vector256<float> Channel(Vector256<uint> pixels, int bit) =>
            Vector256.ConvertToSingle(((pixels >>> bit) & Vector256.Create(255u)).AsInt32());

        // Positive numbers are rounded down by cutting them off.
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        Vector256<int> Whole(Vector256<float> channel) =>
            Vector256.ConvertToInt32Native(Vector256.Min(Vector256.Create(255f), channel + threshold));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        static Vector256<uint> Packed(Vector256<int> blue, Vector256<int> green, Vector256<int> red, Vector256<int> alpha) =>
            (blue | (green << 8) | (red << 16) | (alpha << 24)).AsUInt32();
    }
}
