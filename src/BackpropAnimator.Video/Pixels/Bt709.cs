using SkiaSharp;

namespace BackpropAnimator.Video.Pixels;

/// <summary>BGRA pixels to limited-range Y′CbCr 4:2:0 with the matrix of ITU-R BT.709-6, items 3.2–3.4.</summary>
/// <remarks>
/// <code>
/// Y′ = 0.2126 R′ + 0.7152 G′ + 0.0722 B′                     16 … 235
/// Cb = (B′ − Y′) / 1.8556,  Cr = (R′ − Y′) / 1.5748          16 … 240, 128 for grey
/// </code>
/// The arithmetic is that of integers with 15 binary places, so every way to compute it gives the same bytes, at most one away from
/// the exact value. A chroma sample is the mean of the four pixels it covers and lies in their middle (chroma location "center").
/// </remarks>
internal static class Bt709
{
    public const int FractionBits = 15;

    /// <summary>A sum of four pixels has two more binary places than their mean.</summary>
    public const int ChromaFractionBits = FractionBits + 2;

    const double Kr = 0.2126, Kb = 0.0722, Kg = 1 - Kr - Kb;
    const double LumaSwing = 219.0 / 255, ChromaSwing = 224.0 / 255;

    public const short YFromB = (short)(Kb * LumaSwing * One + 0.5);
    public const short YFromR = (short)(Kr * LumaSwing * One + 0.5);
    public const short YFromG = (short)(LumaSwing * One + 0.5) - YFromR - YFromB;

    // The factors of each chroma plane add up to zero, so that grey is exactly 128.
    public const short UFromB = (short)(ChromaSwing / 2 * One + 0.5);
    public const short UFromR = (short)(-Kr * ChromaSwing / (2 * (1 - Kb)) * One - 0.5);
    public const short UFromG = -UFromB - UFromR;
    public const short VFromR = (short)(ChromaSwing / 2 * One + 0.5);
    public const short VFromB = (short)(-Kb * ChromaSwing / (2 * (1 - Kr)) * One - 0.5);
    public const short VFromG = -VFromR - VFromB;

    /// <summary>Black at 16, and a half to round to the nearest.</summary>
    public const int YOffset = (16 << FractionBits) + (1 << FractionBits - 1);

    /// <summary>Grey at 128, and a half to round to the nearest.</summary>
    public const int ChromaOffset = (128 << ChromaFractionBits) + (1 << ChromaFractionBits - 1);

    const int One = 1 << FractionBits;

    /// <summary>Converts one rectangle of a picture.</summary>
    /// <param name="bgra">The whole picture, opaque, four bytes a pixel, without padding.</param>
    /// <param name="rect">The part to convert; all four coordinates even.</param>
    /// <param name="planes">Where it goes, the same size as the picture.</param>
    public static void Convert(ReadOnlySpan<byte> bgra, SKRectI rect, YuvPlanes planes)
    {
        var width = planes.Size.Width;
        for (var y = rect.Top; y < rect.Bottom; y += 2)
        {
            var rows = new RowPair(
                bgra.Slice((y * width + rect.Left) * 4, rect.Width * 4),
                bgra.Slice(((y + 1) * width + rect.Left) * 4, rect.Width * 4),
                planes.Y.Slice(y * width + rect.Left, rect.Width),
                planes.Y.Slice((y + 1) * width + rect.Left, rect.Width),
                planes.U.Slice((y * width / 2 + rect.Left) / 2, rect.Width / 2),
                planes.V.Slice((y * width / 2 + rect.Left) / 2, rect.Width / 2));
            var done = Bt709Avx2.IsSupported ? Bt709Avx2.Convert(rows) : Bt709Vector128.Convert(rows);
            ConvertOneByOne(rows, done);
        }
    }

    /// <summary>The formula itself, two by two pixels at a time, from column <paramref name="from"/> on.</summary>
    public static void ConvertOneByOne(RowPair rows, int from)
    {
        for (var x = from; x < rows.Width; x += 2)
        {
            var (b, g, r) = (0, 0, 0);
            for (var pixel = x; pixel < x + 2; pixel++)
            {
                ReadOnlySpan<byte> top = rows.Top.Slice(pixel * 4, 3), bottom = rows.Bottom.Slice(pixel * 4, 3);
                rows.YTop[pixel] = Luma(top[0], top[1], top[2]);
                rows.YBottom[pixel] = Luma(bottom[0], bottom[1], bottom[2]);
                b += top[0] + bottom[0];
                g += top[1] + bottom[1];
                r += top[2] + bottom[2];
            }
            rows.U[x / 2] = (byte)((b * UFromB + g * UFromG + r * UFromR + ChromaOffset) >> ChromaFractionBits);
            rows.V[x / 2] = (byte)((b * VFromB + g * VFromG + r * VFromR + ChromaOffset) >> ChromaFractionBits);
        }
    }

    static byte Luma(int b, int g, int r) => (byte)((b * YFromB + g * YFromG + r * YFromR + YOffset) >> FractionBits);
}

/// <summary>Two rows of pixels and where their samples go.</summary>
internal readonly ref struct RowPair(
    ReadOnlySpan<byte> top, ReadOnlySpan<byte> bottom, Span<byte> yTop, Span<byte> yBottom, Span<byte> u, Span<byte> v)
{
    public readonly ReadOnlySpan<byte> Top = top, Bottom = bottom;
    public readonly Span<byte> YTop = yTop, YBottom = yBottom, U = u, V = v;

    /// <summary>Pixels a row; even.</summary>
    public int Width => YTop.Length;
}
