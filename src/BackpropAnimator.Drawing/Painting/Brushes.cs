using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace BackpropAnimator.Drawing;

/// <summary>What items paint with: the fonts, the glow sprites, and paints that are set up anew for every use, so that none are made per frame.</summary>
internal sealed class Brushes(FontShelf fonts) : IDisposable
{
    readonly SKPaint fill = new() { IsAntialias = true };
    readonly SKPaint stroke = new() { IsAntialias = true, Style = SKPaintStyle.Stroke };

    // A lesson's light has two or three colours.
    readonly Dictionary<uint, SKShader> tails = [];

    public FontShelf Fonts { get; } = fonts;

    public GlowSprites Sprites { get; } = new();

    public Images Images { get; } = new();

    public SKPaint Fill(SKColor color, SKBlendMode blend = SKBlendMode.SrcOver)
    {
        fill.Color = color;
        fill.BlendMode = blend;
        fill.Shader = null;
        return fill;
    }

    /// <param name="strength">The alpha that the shader's pixels are seen through.</param>
    public SKPaint Fill(SKShader shader, byte strength, SKBlendMode blend)
    {
        fill.Color = SKColors.White.WithAlpha(strength);
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

    /// <summary>Light that grows from nothing at x = 0 to a colour at x = 1: made once a colour, to be placed by a matrix.</summary>
    public SKShader Tail(SKColor color)
    {
        var opaque = color.WithAlpha(255);
        if (tails.TryGetValue((uint)opaque, out var tail)) return tail;
        return tails[(uint)opaque] = SKShader.CreateLinearGradient(
            new(0, 0), new(1, 0), [opaque.WithAlpha(0), opaque.Faded(0.3), opaque], [0, 0.55f, 1], SKShaderTileMode.Clamp);
    }

    public static SKBlendMode BlendOf(GlowBlend blend) => blend == GlowBlend.Add ? SKBlendMode.Plus : SKBlendMode.SrcOver;

    public void Dispose()
    {
        fill.Dispose();
        stroke.Dispose();
        Sprites.Dispose();
        foreach (var tail in tails.Values) tail.Dispose();
        Images.Dispose();
    }
}
