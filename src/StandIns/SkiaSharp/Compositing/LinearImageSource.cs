using System.Runtime.Intrinsics;

namespace SkiaSharp;

/// <summary>A mix of the four image pixels around the middle of each device pixel, in steps of 1/256.</summary>
sealed class LinearImageSource(PixelBuffer image, SKRectI part, SKMatrix toImage, (SKShaderTileMode X, SKShaderTileMode Y) tiles)
    : ImageSource(image, part, toImage, offset: -0.5, tiles)
{
    uint[] _mixedRow = [];

    public override ReadOnlySpan<uint> Read(int x, int y, int length, Span<uint> scratch)
    {
        var ((u, v), (du, dv)) = (At(x, y), Step);
        if (IsUpright && du > 0) ReadUpright(u, du, v, scratch[..length]);
        else
            for (var i = 0; i < length; i++, u += du, v += dv) scratch[i] = Sample(Steps(u), Steps(v));
        return scratch[..length];
    }

    // To the nearest 1/256 of a pixel.
    static int Steps(long position) => (int)(position + (1L << Fraction - 9) >> Fraction - 8);

    // The two image rows are mixed first, as far as they are needed, and then the columns of that one row.
    void ReadUpright(long u, long du, long v, Span<uint> into)
    {
        int first = Steps(u) >> 8, count = (Steps(u + (into.Length - 1) * du) >> 8) + 2 - first;
        if (_mixedRow.Length < count) _mixedRow = new uint[Math.Max(count, Part.Width + 2)];
        var mixed = _mixedRow.AsSpan(0, count);
        var row = Steps(v);
        ReadOnlySpan<uint> upper = Image.Row(0, TileY(row >> 8), Part.Right), lower = Image.Row(0, TileY((row >> 8) + 1), Part.Right);
        var (from, to) = (Math.Clamp(first, Part.Left, Part.Right), Math.Clamp(first + count, Part.Left, Part.Right));
        if (to > from) PixelMath.Mix(upper[from..to], lower[from..to], (byte)row, mixed[(from - first)..]);
        for (var i = 0; i < count; i++)
        {
            if (first + i == from && to > from) i += to - from;
            if (i < count) mixed[i] = PixelMath.Mix(upper[TileX(first + i)], lower[TileX(first + i)], row & 255);
        }
        if (du == 1L << Fraction) PixelMath.Mix(mixed[..into.Length], mixed[1..], (byte)Steps(u), into);
        else MixColumns(mixed, first << 8, u, du, into);
    }

    static void MixColumns(ReadOnlySpan<uint> mixed, int first, long u, long du, Span<uint> into)
    {
        var i = 0;
        for (; i + 4 <= into.Length; i += 4, u += 4 * du)
        {
            int a = Steps(u) - first, b = Steps(u + du) - first, c = Steps(u + 2 * du) - first, d = Steps(u + 3 * du) - first;
            var left = Vector128.Create(mixed[a >> 8], mixed[b >> 8], mixed[c >> 8], mixed[d >> 8]);
            var right = Vector128.Create(mixed[(a >> 8) + 1], mixed[(b >> 8) + 1], mixed[(c >> 8) + 1], mixed[(d >> 8) + 1]);
            PixelMath.Mix(left, right, (byte)a | (uint)(byte)b << 8 | (uint)(byte)c << 16 | (uint)d << 24, into, i);
        }
        for (; i < into.Length; i++, u += du)
        {
            var column = Steps(u) - first;
            into[i] = PixelMath.Mix(mixed[column >> 8], mixed[(column >> 8) + 1], column & 255);
        }
    }

    uint Sample(int u, int v)
    {
        int left = u >> 8, top = v >> 8, right = left + 1, bottom = top + 1;
        if (left < Part.Left || right >= Part.Right) (left, right) = (TileX(left), TileX(right));
        if (top < Part.Top || bottom >= Part.Bottom) (top, bottom) = (TileY(top), TileY(bottom));
        ReadOnlySpan<uint> upper = Image.Row(0, top, Part.Right), lower = Image.Row(0, bottom, Part.Right);
        return PixelMath.Mix(PixelMath.Mix(upper[left], upper[right], u & 255), PixelMath.Mix(lower[left], lower[right], u & 255), v & 255);
    }
}
