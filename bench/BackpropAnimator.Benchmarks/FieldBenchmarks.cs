using BackpropAnimator.Drawing;
using BackpropAnimator.Typesetting;
using BenchmarkDotNet.Attributes;
using SkiaSharp;

namespace BackpropAnimator.Benchmarks;

/// <summary>
/// Strokes and light painted from distances, beside what Skia takes for the same: an aslant line of 300 pixels, a ring, light of 128 × 128.
/// </summary>
public class FieldBenchmarks : IDisposable
{
    static readonly SKSizeI size = new(640, 360);
    static readonly SKColor color = new(0, 229, 255, 200);

    readonly FontShelf fonts = FontShelf.Open();
    readonly PixelSurface surface = new(size);
    readonly PaintArea area = new(size);
    readonly PixelContext context;
    readonly SKPaint stroke =
        new() { IsAntialias = true, Color = color, Style = SKPaintStyle.Stroke, StrokeWidth = 3, StrokeCap = SKStrokeCap.Round };
    readonly SKPaint adding = new() { BlendMode = SKBlendMode.Plus };
    readonly SKImage sprite;

    public FieldBenchmarks()
    {
        using var drawn = SKSurface.Create(new SKImageInfo(128, 128, SKColorType.Bgra8888, SKAlphaType.Premul));
        drawn.Canvas.DrawCircle(64, 64, 60, stroke);
        sprite = drawn.Snapshot();
        context = new(fonts);
        area.Set([SKRectI.Create(size)]);
        context.Begin(surface, area, 1);
    }

    [Benchmark]
    public void Line() => context.DrawStroke(new(100, 100), new(370, 230), 3, color);

    [Benchmark]
    public void LineBySkia() => context.Canvas.DrawLine(100, 100, 370, 230, stroke);

    [Benchmark]
    public void Ring() => context.DrawArc(new(200, 200), 40, 3, 0, 360, color);

    [Benchmark]
    public void RingBySkia() => context.Canvas.DrawCircle(200, 200, 40, stroke);

    [Benchmark]
    public void Light() => context.Shine(new(200, 200), 64, color, SKColors.White, GlowBlend.Add);

    [Benchmark]
    public void LightBySkia() => context.Canvas.DrawImage(sprite, 136.3f, 136.6f, new SKSamplingOptions(SKFilterMode.Linear), adding);

    [GlobalCleanup]
    public void Dispose()
    {
        context.End();
        sprite.Dispose();
        stroke.Dispose();
        adding.Dispose();
        context.Dispose();
        area.Dispose();
        surface.Dispose();
        fonts.Dispose();
        GC.SuppressFinalize(this);
    }
}
