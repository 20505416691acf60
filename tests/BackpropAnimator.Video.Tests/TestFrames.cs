using BackpropAnimator.Drawing;
using BackpropAnimator.Timeline;
using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace BackpropAnimator.Video.Tests;

/// <summary>Small lessons to render: a disc that crosses the stage.</summary>
static class TestFrames
{
    public static readonly SKSizeI Size = new(160, 90);

    static readonly SKSize Stage = new(1920, 1080);
    static readonly Backdrop Ground = new(new SKColor(16, 20, 30), new SKColor(16, 20, 30));

    public static VideoSettings Settings => new() { Size = Size };

    public static VideoKind Kind(string format, string codec, bool transparent = false) =>
        new(OutputFormat.Named(format)!, Codec.Named(codec)!, transparent);

    public static FrameSequence MovingDisc(int count, FrameRate rate) => new(count, rate, Disc);

    /// <summary>Only every eighth frame differs from the one before.</summary>
    public static FrameSequence JumpingDisc(int count, FrameRate rate) => new(count, rate, n => Disc(n / 8 * 8));

    public static Frame Disc(int n) =>
        new(Stage, Ground, [new Disc(new SKPoint(100 + 13 * n % 1700, 540 + 3 * n % 300), 90, new SKColor(255, 140, 0))]);

    public static FontShelf Fonts() => FontShelf.Open();
}
