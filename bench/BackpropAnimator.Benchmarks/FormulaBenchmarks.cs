using BackpropAnimator.Typesetting;
using BenchmarkDotNet.Attributes;
using SkiaSharp;

namespace BackpropAnimator.Benchmarks;

/// <summary>How long a lesson's formula takes to lay out, which should be under 2 ms, and to draw.</summary>
[MemoryDiagnoser]
public class FormulaBenchmarks : IDisposable
{
    const string ChainRule =
        @"\frac{\partial L}{\partial w} = \underbrace{\part{error}{\frac{\partial L}{\partial a}} \cdot \part{slope}{\frac{\partial " +
            @"a}{\partial z}}}_{\delta} \cdot \part{input}{\frac{\partial z}{\partial w}}";

    readonly FontShelf fonts = FontShelf.Open();
    readonly SKSurface surface = SKSurface.Create(new SKImageInfo(1920, 400));
    readonly FormulaStyle style = new FormulaStyle(SKColors.White).With("error", new(new SKColor(0xFF, 0x7A, 0xC6)))
        .With("slope", new(new SKColor(0xFF, 0xD1, 0x66)));
    float size = 40;

    // A size never asked for before: the layout is not in the cache.
    [Benchmark]
    public FormulaLayout LayOutAnew() => fonts.Lay(ChainRule, size += 1e-3f);

    [Benchmark]
    public FormulaLayout LayOutFromTheCache() => fonts.Lay(ChainRule, 40);

    [Benchmark]
    public void Draw() => fonts.Lay(ChainRule, 40).Draw(surface.Canvas, new(60, 200), style);

    [Benchmark]
    public void DrawItsGlyphsAsPlainText()
    {
        using var paint = new SKPaint { Color = SKColors.White, IsAntialias = true };
        fonts.Shape("∂L∂w=∂L∂a·∂a∂z·∂z∂wδ", Face.Math, 40).Draw(surface.Canvas, 60, 200, paint);
    }

    [GlobalCleanup]
    public void Dispose()
    {
        surface.Dispose();
        fonts.Dispose();
        GC.SuppressFinalize(this);
    }
}
