namespace SkiaSharp;

/// <summary>How shapes are drawn. May be read, but not changed, by several threads at once.</summary>
public class SKPaint : SKObject
{
    public SKPaint() => Reset();

    public bool IsAntialias { get; set; }
    public SKPaintStyle Style { get; set; }

    public bool IsStroke
    {
        get => Style != SKPaintStyle.Fill;
        set => Style = value ? SKPaintStyle.Stroke : SKPaintStyle.Fill;
    }

    public SKColor Color { get; set; }

    /// <summary>The pen's width; 0 is one device pixel under any matrix.</summary>
    public float StrokeWidth { get; set; }
    public float StrokeMiter { get; set; }
    public SKStrokeCap StrokeCap { get; set; }
    public SKStrokeJoin StrokeJoin { get; set; }
    public SKShader Shader { get; set; }
    public SKMaskFilter MaskFilter { get; set; }
    public SKPathEffect PathEffect { get; set; }
    public SKBlendMode BlendMode { get; set; }

    public void Reset()
    {
        (IsAntialias, Style, Color, BlendMode) = (false, SKPaintStyle.Fill, SKColors.Black, SKBlendMode.SrcOver);
        (StrokeWidth, StrokeMiter, StrokeCap, StrokeJoin) = (0, 4, SKStrokeCap.Butt, SKStrokeJoin.Miter);
        (Shader, MaskFilter, PathEffect) = (null, null, null);
    }

    public SKPaint Clone() => (SKPaint)MemberwiseClone();
}
