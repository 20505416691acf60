using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace BackpropAnimator.Drawing;

/// <summary>What items paint with: the fonts, the glow sprites, and paints that are set up anew for every use, so that none are made per frame.</summary>
internal sealed class Brushes(FontShelf fonts) : IDisposable
{
    readonly SKPaint fill = new() { IsAntialias = true };
    readonly SKPaint stroke = new() { IsAntialias = true, Style = SKPaintStyle.Stroke };

    public FontShelf Fonts { get; } = fonts;

    public GlowSprites Sprites { get; } = new();

    public SKPaint Fill(SKColor color, SKBlendMode blend = SKBlendMode.SrcOver)
    {
        fill.Color = color;
        fill.BlendMode = blend;
        fill.Shader = null;
        return fill;
    }

    public SKPaint Fill(SKShader shader, SKBlendMode blend)
    {
        fill.Color = SKColors.White;
        fill.BlendMode = blend;
        fill.Shader = shader;
        return fill;
    }

    public SKPaint Stroke(SKColor color, float width, SKStrokeCap cap = SKStrokeCap.Butt, SKStrokeJoin join = SKStrokeJoin.Round, SKBlendMode blend = SKBlendMode.SrcOver)
    {
        stroke.Color = color;
        stroke.StrokeWidth = width;
        stroke.StrokeCap = cap;
        stroke.StrokeJoin = join;
        stroke.BlendMode = blend;
        stroke.PathEffect = null;
        return stroke;
    }

    public static SKBlendMode BlendOf(GlowBlend blend) => blend == GlowBlend.Add ? SKBlendMode.Plus : SKBlendMode.SrcOver;

    public void Dispose()
    {
        fill.Dispose();
        stroke.Dispose();
        Sprites.Dispose();
    }
}
