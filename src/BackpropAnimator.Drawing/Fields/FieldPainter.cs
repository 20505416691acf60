using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using SkiaSharp;

namespace BackpropAnimator.Drawing;

/// <summary>
/// Paints strokes and light from their distance fields, eight pixels at a time: added to what is there, or over it. Nothing is kept from
/// one time to the next, so everything lies between pixels where it should, at any size.
/// </summary>
internal static class FieldPainter
{
    const int Lanes = Dither.Side;

    static readonly Vector256<float> middles = Vector256.Create(0.5f, 1.5f, 2.5f, 3.5f, 4.5f, 5.5f, 6.5f, 7.5f);

    static readonly Vector256<float>[] dithers =
        [.. Enumerable.Range(0, Dither.Side).Select(DitherRow)];

    /// <param name="field">In pixels.</param>
    /// <param name="halfWidth">Half the width of the line in the middle, in pixels.</param>
    /// <param name="area">The parts of the picture to paint; they do not overlap, and begin at a multiple of eight columns.</param>
    /// <param name="isDithered">Whether light has no bands; without, it can be stored in far fewer bytes.</param>
    public static void Paint<TField>(
        TField field, float halfWidth, FieldProfile profile, FieldColor color, PixelSurface picture, ReadOnlySpan<SKRectI> area,
        bool isDithered = true)
        where TField : struct, IDistanceField
    {
        var bounds = SKRectI.Ceiling(field.Bounds, outwards: true);
        var kernel = new Kernel<TField>(field, halfWidth, profile, color, isDithered && !profile.IsSolid);
        foreach (var part in area)
        {
            var (top, bottom) = (Math.Max(bounds.Top, part.Top), Math.Min(bounds.Bottom, part.Bottom));
            if (top >= bottom) continue;
            // What lies aslant is within its bounds in many parts that it does not reach.
            var (first, last) = field.Between(top, bottom);
            if (first >= part.Right || last <= part.Left) continue;
            for (var y = top; y < bottom; y++)
            {
                var (from, to) = field.Between(y, y + 1);
                // Whole groups of eight: where the field does not reach, nothing changes.
                var left = Math.Max(part.Left, (int)from) & -Lanes;
                var right = Math.Min(part.Right, (int)to + Lanes & -Lanes);
                if (left < right) kernel.PaintRow(picture.Row(y)[left..right], left, y);
            }
        }
    }

    static Vector256<float> DitherRow(int y) => Vector256.Create([.. Enumerable.Range(0, Lanes).Select(x => (float)Dither.At(x, y))]);

    readonly struct Kernel<TField>(TField field, float halfWidth, FieldProfile profile, FieldColor color, bool isDithered)
        where TField : struct, IDistanceField
    {
        readonly Vector256<float> halfLine = Vector256.Create(halfWidth + 0.5f);
        readonly Vector256<float> halo = Vector256.Create(profile.Halo), rest = Vector256.Create(1 - profile.Halo);
        readonly Vector256<float> decay = Vector256.Create(profile.Decay / 16), spike = Vector256.Create(profile.Spike);
        readonly Vector256<float> line = Vector256.Create(profile.Line);
        readonly bool isSolid = profile.IsSolid, isHot = profile.IsHot, grows = profile.Grows;
        readonly bool hasLine = profile.Line > 0, hasSpike = profile.Spike > 0;

        public void PaintRow(Span<uint> row, int left, int y)
        {
            var threshold = isDithered ? dithers[y & Dither.Side - 1] : Vector256.Create(0.5f);
            ref var pixels = ref MemoryMarshal.GetReference(row);
            for (var i = 0; i < row.Length; i += Lanes)
            {
                var sample = field.At(Vector256.Create((float)(left + i)) + middles, y + 0.5f);
                if (Vector256.GreaterThanOrEqualAll(sample.Share, Vector256<float>.One)) continue;
                var brightness = isSolid ? Line(sample.Squared) : Brightness(sample);
                var hot = isHot ? Hot(sample.Share) : Vector256<float>.Zero;
                var cool = isSolid ? Vector256<float>.Zero : Vector256.MinNative(Vector256<float>.One, sample.Share + sample.Share);
                if (row.Length - i >= Lanes)
                {
                    ref var group = ref Unsafe.Add(ref pixels, i);
                    color.Blend(Vector256.LoadUnsafe(ref group), brightness, hot, cool, threshold).StoreUnsafe(ref group);
                }
                else BlendSome(row[i..], brightness, hot, cool, threshold);
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        Vector256<float> Brightness(FieldSample sample)
        {
            var edge = Vector256.MaxNative(Vector256<float>.Zero, Vector256<float>.One - sample.Share);
            var fall = Vector256.MaxNative(Vector256<float>.Zero, Vector256<float>.One - sample.Share * decay);
            fall *= fall;
            fall *= fall;
            fall *= fall;
            fall *= fall;
            var brightness = edge * edge * (fall * rest + halo);
            if (hasSpike) brightness /= Vector256.Sqrt(sample.Share) * spike + Vector256<float>.One;
            if (hasLine) brightness = Vector256.MinNative(Vector256<float>.One, brightness + Line(sample.Squared));
            return grows ? brightness * sample.Along : brightness;
        }

        // A sharp line whose rim is a pixel wide.
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        Vector256<float> Line(Vector256<float> squared)
        {
            var inside = Vector256.MinNative(Vector256<float>.One, halfLine - Vector256.Sqrt(squared));
            return Vector256.MaxNative(Vector256<float>.Zero, inside) * line;
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        static Vector256<float> Hot(Vector256<float> share)
        {
            var near = Vector256.MaxNative(Vector256<float>.Zero, Vector256<float>.One - Vector256.Sqrt(share));
            near *= near;
            near *= near;
            return near * near;
        }

        // At the right side of a picture whose width is no multiple of eight: over a copy that has room for eight.
        void BlendSome(
            Span<uint> row, Vector256<float> brightness, Vector256<float> hot, Vector256<float> cool, Vector256<float> threshold)
        {
            Span<uint> copy = stackalloc uint[Lanes];
            row.CopyTo(copy);
            color.Blend(Vector256.LoadUnsafe(ref copy[0]), brightness, hot, cool, threshold).StoreUnsafe(ref copy[0]);
            copy[..row.Length].CopyTo(row);
        }
    }
}
