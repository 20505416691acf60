using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace BackpropAnimator.Drawing.Tests;

/// <summary>What a painter keeps of the items at the bottom never shows in the picture.</summary>
public sealed class StillLayerTests : IDisposable
{
    readonly FontShelf fonts = FontShelf.Open();

    public void Dispose() => fonts.Dispose();

    public static TheoryData<string, Func<int, DrawItem[]>> Bottoms => new()
    {
        { "stays", _ => Lines(60) },
        { "changes one line for a frame", n => n == 20 ? [.. Lines(60).Skip(1)] : Lines(60) },
        { "fades and stays again", n =>
            n is > 12 and < 25 ? [.. Lines(60).Select(line => line with { Color = SKColors.White.WithAlpha((byte)(9 * n)) })] : Lines(60) },
        { "grows while its beginning stays", n => Lines(40 + 2 * n) },
        { "shrinks", n => Lines(200 - 4 * n) },
        { "changes places", n => n < 20 ? Lines(60) : [.. Lines(60).Reverse()] },
    };

    [Theory, MemberData(nameof(Bottoms))]
    public void A_frame_over_a_bottom_that_stays_is_the_frame_painted_anew(string bottom, Func<int, DrawItem[]> lines)
    {
        using var kept = new Painter(new(640, 360), fonts);
        for (var n = 0; n < 40; n++)
        {
            var frame = Samples.FrameOf([.. lines(n), .. Samples.OneOfEach(100 + 9 * n, 170)]);
            kept.Paint(frame);
            using var fresh = new Painter(new(640, 360), fonts);
            fresh.Paint(frame);
            Assert.True(kept.Pixels.SequenceEqual(fresh.Pixels), $"a bottom that {bottom}: frame {n}");
        }
    }

    [Fact]
    public void Another_backdrop_or_another_stage_is_painted_under_a_bottom_that_stays()
    {
        using var kept = new Painter(new(640, 360), fonts);
        for (var n = 0; n < 40; n++)
        {
            var frame = Samples.FrameOf([.. Lines(60), new Disc(new(50 + 9 * n, 100), 30, SKColors.Red)]);
            if (n > 15) frame = frame with { Backdrop = Backdrop.None };
            if (n > 28) frame = frame with { Stage = new(1280, 720) };
            kept.Paint(frame);
            using var fresh = new Painter(new(640, 360), fonts);
            fresh.Paint(frame);
            Assert.True(kept.Pixels.SequenceEqual(fresh.Pixels), $"frame {n}");
        }
    }

    static Line[] Lines(int count) =>
        [.. Enumerable.Range(0, count)
            .Select(i => new Line(new(20 + 3 * i, 10), new(600 - 2 * i, 350 - i), 1 + i % 5, Palette.Dark.Rest.Faded(0.6)))];
}
