using BackpropAnimator.Video.Pixels;
using SkiaSharp;

namespace BackpropAnimator.Video.Tests;

public class Bt709Tests
{
    const double Kr = 0.2126, Kg = 0.7152, Kb = 0.0722;

    static byte[] RandomPixels(SKSizeI size, int seed)
    {
        var bgra = new byte[size.Width * size.Height * 4];
        new Random(seed).NextBytes(bgra);
        for (var alpha = 3; alpha < bgra.Length; alpha += 4) bgra[alpha] = 255;
        return bgra;
    }

    static (double B, double G, double R) Pixel(byte[] bgra, SKSizeI size, int x, int y)
    {
        var at = (y * size.Width + x) * 4;
        return (bgra[at], bgra[at + 1], bgra[at + 2]);
    }

    // ITU-R BT.709-6, items 3.2 to 3.4, for channels from 0 to 255.
    static double ExactY((double B, double G, double R) p) => 16 + 219 * (Kr * p.R + Kg * p.G + Kb * p.B) / 255;
    static double ExactU((double B, double G, double R) p) => 128 + 224 * (p.B - (Kr * p.R + Kg * p.G + Kb * p.B)) / 1.8556 / 255;
    static double ExactV((double B, double G, double R) p) => 128 + 224 * (p.R - (Kr * p.R + Kg * p.G + Kb * p.B)) / 1.5748 / 255;

    [Theory]
    [InlineData(640, 360)]
    [InlineData(62, 34)]
    [InlineData(2, 2)]
    public void Every_sample_is_within_one_of_the_exact_value(int width, int height)
    {
        var size = new SKSizeI(width, height);
        var bgra = RandomPixels(size, 709);
        var planes = new YuvPlanes(size);

        Bt709.Convert(bgra, new(0, 0, width, height), planes);

        for (var y = 0; y < height; y++)
            for (var x = 0; x < width; x++) AssertNear(ExactY(Pixel(bgra, size, x, y)), planes.Y[y * width + x]);
        for (var y = 0; y < height / 2; y++)
            for (var x = 0; x < width / 2; x++)
            {
                var four = new[]
                {
                    Pixel(bgra, size, 2 * x, 2 * y),
                    Pixel(bgra, size, 2 * x + 1, 2 * y),
                    Pixel(bgra, size, 2 * x, 2 * y + 1),
                    Pixel(bgra, size, 2 * x + 1, 2 * y + 1),
                };
                var mean = (four.Average(p => p.B), four.Average(p => p.G), four.Average(p => p.R));
                AssertNear(ExactU(mean), planes.U[y * (width / 2) + x]);
                AssertNear(ExactV(mean), planes.V[y * (width / 2) + x]);
            }
    }

    static void AssertNear(double exact, byte actual) => Assert.InRange(Math.Abs(exact - actual), 0, 0.52);

    [Fact]
    public void Every_level_of_grey_has_the_nearest_luma_and_no_colour()
    {
        var size = new SKSizeI(512, 2);
        var bgra = new byte[size.Width * size.Height * 4];
        for (var x = 0; x < 512; x++)
            for (var y = 0; y < 2; y++) bgra.AsSpan((y * 512 + x) * 4, 4).Fill((byte)(x / 2));
        var planes = new YuvPlanes(size);

        Bt709.Convert(bgra, new(0, 0, 512, 2), planes);

        Assert.Equal(Enumerable.Range(0, 512).Select(x => (byte)Math.Round(16 + 219.0 * (x / 2) / 255)), planes.Y[..512].ToArray());
        Assert.All(planes.U.ToArray(), u => Assert.Equal(128, u));
        Assert.All(planes.V.ToArray(), v => Assert.Equal(128, v));
    }

    [Fact]
    public void Primary_colours_reach_the_ends_of_the_range()
    {
        var size = new SKSizeI(2, 2);
        var planes = new YuvPlanes(size);
        (byte Y, byte U, byte V) Convert(byte b, byte g, byte r)
        {
            Bt709.Convert(Enumerable.Repeat(new[] { b, g, r, (byte)255 }, 4).SelectMany(p => p).ToArray(), new(0, 0, 2, 2), planes);
            return (planes.Y[0], planes.U[0], planes.V[0]);
        }

        Assert.Equal((16, 128, 128), Convert(0, 0, 0));
        Assert.Equal((235, 128, 128), Convert(255, 255, 255));
        Assert.Equal((63, 102, 240), Convert(0, 0, 255));
        Assert.Equal((32, 240, 118), Convert(255, 0, 0));
        Assert.Equal((173, 42, 26), Convert(0, 255, 0));
    }

    [Fact]
    public void All_ways_to_compute_give_the_same_bytes()
    {
        var size = new SKSizeI(256, 64);
        var bgra = RandomPixels(size, 128);
        var one = ConvertWith(rows => 0);

        Assert.Equal(one, ConvertWith(Bt709Vector128.Convert));
        if (Bt709Avx2.IsSupported) Assert.Equal(one, ConvertWith(Bt709Avx2.Convert));

        byte[] ConvertWith(Func<RowPair, int> vectors)
        {
            var planes = new YuvPlanes(size);
            for (var y = 0; y < size.Height; y += 2)
            {
                var rows = new RowPair(
                    bgra.AsSpan(y * size.Width * 4, size.Width * 4), bgra.AsSpan((y + 1) * size.Width * 4, size.Width * 4),
                    planes.Y.Slice(y * size.Width, size.Width), planes.Y.Slice((y + 1) * size.Width, size.Width),
                    planes.U.Slice(y / 2 * size.Width / 2, size.Width / 2), planes.V.Slice(y / 2 * size.Width / 2, size.Width / 2));
                Bt709.ConvertOneByOne(rows, vectors(rows));
            }
            return planes.Bytes.ToArray();
        }
    }

    [Theory]
    [InlineData(0, 0, 200, 100)]
    [InlineData(2, 4, 100, 20)]
    [InlineData(70, 30, 72, 32)]
    [InlineData(134, 98, 200, 100)]
    public void A_rectangle_is_converted_as_in_the_whole_and_nothing_else_is_touched(int left, int top, int right, int bottom)
    {
        var size = new SKSizeI(200, 100);
        var bgra = RandomPixels(size, 4);
        YuvPlanes whole = new(size), part = new(size);
        Bt709.Convert(bgra, new(0, 0, 200, 100), whole);

        Bt709.Convert(bgra, new(left, top, right, bottom), part);

        for (var y = 0; y < 100; y++)
            for (var x = 0; x < 200; x++)
            {
                var inside = x >= left && x < right && y >= top && y < bottom;
                Assert.Equal(inside ? whole.Y[y * 200 + x] : 0, part.Y[y * 200 + x]);
                var chroma = y / 2 * 100 + x / 2;
                Assert.Equal(inside ? (whole.U[chroma], whole.V[chroma]) : default, (part.U[chroma], part.V[chroma]));
            }
    }
}
