using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace BackpropAnimator.Drawing;

/// <summary>
/// What items paint with: a canvas in stage units, light, the fonts, and paints that are set up anew for every use, so that none are made
/// per frame. One kind makes pixels, others shapes and text.
/// </summary>
internal abstract class PaintContext(FontShelf fonts) : IDisposable
{
    readonly SKPaint fill = new() { IsAntialias = true };
    readonly SKPaint stroke = new() { IsAntialias = true, Style = SKPaintStyle.Stroke };

    public FontShelf Fonts { get; } = fonts;

    /// <summary>In stage units.</summary>
    public abstract SKCanvas Canvas { get; }

    /// <summary>Whether formulas are drawn as outlines throughout.</summary>
    public virtual bool OutlinesFormulas => false;

    public SKPaint FillPaint(SKColor color)
    {
        fill.Color = color;
        fill.BlendMode = SKBlendMode.SrcOver;
        return fill;
    }

    /// <summary>For a piece of the ground over what has been painted: where a picture has no ground, a hole.</summary>
    public virtual SKPaint GroundPaint(SKColor color) => FillPaint(color);

    /// <param name="width">In stage units.</param>
    public virtual SKPaint StrokePaint(
        SKColor color, float width, SKStrokeCap cap = SKStrokeCap.Butt, SKStrokeJoin join = SKStrokeJoin.Round)
    {
        stroke.Color = color;
        stroke.StrokeWidth = width;
        stroke.StrokeCap = cap;
        stroke.StrokeJoin = join;
        stroke.PathEffect = null;
        return stroke;
    }

    /// <param name="start">The left end of its baseline.</param>
    /// <param name="align">Which point of it stays where it is should it be set in another font.</param>
    public abstract void DrawText(ShapedText text, SKPoint start, SKColor color, SKTextAlign align);

    public abstract void DrawRoundRect(SKRect rect, float corner, SKPaint paint);

    /// <summary>Draws a line in dashes with round ends.</summary>
    /// <param name="dash">The length of a dash, and of a gap.</param>
    public abstract void DrawDashes(SKPoint from, SKPoint to, float width, float dash, SKColor color);

    /// <summary>Draws a raster, stretched over a rectangle.</summary>
    /// <param name="veil">Its alpha is the raster's opacity.</param>
    public abstract void Draw(Raster raster, SKRect rect, SKColor veil);

    /// <summary>Lays soft light around a point over what has been painted.</summary>
    /// <param name="color">Its alpha is the light's strength.</param>
    /// <param name="core">The colour in the hot middle.</param>
    public abstract void Shine(SKPoint centre, float radius, SKColor color, SKColor core, GlowBlend blend);

    /// <summary>Lays faint light in an upright ellipse over what has been painted.</summary>
    /// <param name="color">Its alpha is the light's strength.</param>
    public abstract void ShineInEllipse(SKPoint centre, float across, float down, SKColor color, GlowBlend blend);

    /// <summary>Lays light along a line over what has been painted.</summary>
    /// <param name="fromRadius">How far the light reaches at the first end; from there it widens evenly.</param>
    /// <param name="width">Of the sharp line in the middle, where the profile has one.</param>
    /// <param name="color">Its alpha is the light's strength.</param>
    public abstract void Shine(
        SKPoint from, SKPoint to, float fromRadius, float toRadius, float width, FieldProfile profile, SKColor color, GlowBlend blend);

    /// <summary>Draws a line with round ends, or a disc where both ends are one.</summary>
    public abstract void DrawStroke(SKPoint from, SKPoint to, float width, SKColor color);

    /// <summary>Draws a circle's line, or a part of it with round ends.</summary>
    /// <param name="start">In degrees clockwise from the top.</param>
    /// <param name="sweep">In degrees; 360 is the whole circle.</param>
    public abstract void DrawArc(SKPoint centre, float radius, float width, float start, float sweep, SKColor color);

    public virtual void Dispose()
    {
        fill.Dispose();
        stroke.Dispose();
    }
}
