using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace BackpropAnimator.Drawing.Tests;

/// <summary>
/// A picture painted part by part is the picture painted at once, bit for bit: what else is painted never shows in a pixel.
/// </summary>
public sealed class PaintAreaTests : IDisposable
{
    const int Tile = 32;
    static readonly SKSizeI size = new(640, 360);

    readonly FontShelf fonts = FontShelf.Open();

    public void Dispose() => fonts.Dispose();

    [Theory, MemberData(nameof(FrameTests.EveryKind), MemberType = typeof(FrameTests))]
    public void An_item_is_the_same_whatever_part_of_it_is_painted(int kind)
    {
        var random = new Random(kind);
        for (var round = 0; round < 25; round++)
        {
            // At every size from far too small to as large as the picture, and partly outside of it.
            var scale = MathF.Pow(2, random.NextSingle() * 4 - 2);
            var item = Samples.OneOfEach(random.NextSingle() * 640 / scale, random.NextSingle() * 360 / scale)[kind];
            var whole = Painted([item], scale, [[SKRectI.Create(size)]]);
            Assert.Equal(whole, Painted([item], scale, RandomParts(random)));
        }
    }

    [Theory, MemberData(nameof(FrameTests.EveryKind), MemberType = typeof(FrameTests))]
    public void Many_of_a_kind_are_the_same_tile_by_tile(int kind)
    {
        DrawItem[] items = [.. Enumerable.Range(0, 12).Select(i => Samples.OneOfEach(50 + 53 * i, 40 + 29 * (i * 7 % 12))[kind])];
        Assert.Equal(Painted(items, 1, [[SKRectI.Create(size)]]), Painted(items, 1, [.. Tiles().Select(tile => new[] { tile })]));
    }

    // Every tile is in one of two areas.
    static SKRectI[][] RandomParts(Random random)
    {
        var share = random.NextDouble();
        var parts = Tiles().ToLookup(_ => random.NextDouble() < share);
        return [[.. parts[true]], [.. parts[false]]];
    }

    static IEnumerable<SKRectI> Tiles() =>
        from y in Enumerable.Range(0, (size.Height + Tile - 1) / Tile)
        from x in Enumerable.Range(0, size.Width / Tile)
        select SKRectI.Intersect(SKRectI.Create(size), SKRectI.Create(x * Tile, y * Tile, Tile, Tile));

    byte[] Painted(DrawItem[] items, float scale, SKRectI[][] areas)
    {
        using var surface = new PixelSurface(size);
        using var context = new PixelContext(fonts);
        using var area = new PaintArea(size);
        surface.Pixels.Fill(40);
        foreach (var parts in areas)
        {
            area.Set(parts);
            context.Begin(surface, area, scale);
            foreach (var item in items) item.Paint(context);
            context.End();
        }
        return surface.Pixels.ToArray();
    }
}
