namespace SkiaSharp.Tests.StandIn;

/// <summary>A picture of random primitives, of every kind that lessons are drawn with; the same for the same seed.</summary>
sealed class RandomDrawing(int seed) : IDisposable
{
    public const int Width = 160, Height = 120;

    readonly Random _random = new(seed);
    readonly List<Action<SKCanvas>> _calls = [];
    readonly List<IDisposable> _owned = [];

    /// <summary>Draws everything, item by item.</summary>
    public void Draw(SKCanvas canvas)
    {
        foreach (var call in _calls) call(canvas);
    }

    public RandomDrawing With(int primitives)
    {
        for (var i = 0; i < primitives; i++) _calls.Add(Primitive(i % 14));
        return this;
    }

    Action<SKCanvas> Primitive(int kind)
    {
        var paint = Paint();
        SKPoint a = Point(), b = Point();
        var radius = Between(0.3f, 60);
        var rect = new SKRect(a.X, a.Y, b.X, b.Y).Standardized;
        switch (kind)
        {
            case 0: return Stroked(paint, c => c.DrawLine(a, b, paint));
            case 1: return c => c.DrawCircle(a, radius, paint);
            case 2: return Stroked(paint, c => c.DrawCircle(a, radius, paint));
            case 3: return c => c.DrawRect(rect, paint);
            case 4: return c => c.DrawRoundRect(rect, 7.3f, 7.3f, paint);
            case 5: return Stroked(paint, c => c.DrawRoundRect(rect, 7.3f, 7.3f, paint));
            case 6: return Path(paint);
            case 7: return Stroked(paint, Path(paint));
            case 8: return Text(paint, a);
            case 9: return Turned(a, Text(paint, SKPoint.Empty));
            case 10: return Gradient(paint, a, b, radius);
            case 11: return Image(paint, rect);
            case 12: return Turned(a, Image(paint, SKRect.Create(30, 20)));
            default:
                paint.MaskFilter = Own(SKMaskFilter.CreateBlur(SKBlurStyle.Normal, Between(0.5f, 8)));
                return c => c.DrawCircle(a, radius / 3, paint);
        }
    }

    SKPaint Paint()
    {
        SKBlendMode[] modes = [SKBlendMode.SrcOver, SKBlendMode.SrcOver, SKBlendMode.Plus, SKBlendMode.Screen, SKBlendMode.Src, SKBlendMode.Multiply];
        return Own(new SKPaint { IsAntialias = _random.Next(8) > 0, Color = new((uint)_random.NextInt64(1L << 32)), BlendMode = modes[_random.Next(modes.Length)] });
    }

    Action<SKCanvas> Stroked(SKPaint paint, Action<SKCanvas> draw)
    {
        (paint.Style, paint.StrokeWidth) = (SKPaintStyle.Stroke, Between(0, 9));
        (paint.StrokeCap, paint.StrokeJoin) = ((SKStrokeCap)_random.Next(3), (SKStrokeJoin)_random.Next(3));
        if (_random.Next(3) == 0) paint.PathEffect = Own(SKPathEffect.CreateDash([Between(1, 12), Between(1, 12)], Between(0, 20)));
        return draw;
    }

    Action<SKCanvas> Path(SKPaint paint)
    {
        using var builder = new SKPathBuilder { FillType = (SKPathFillType)_random.Next(2) };
        builder.MoveTo(Point());
        for (var i = 0; i < 4; i++) builder.CubicTo(Point(), Point(), Point());
        builder.LineTo(Point());
        builder.Close();
        var path = Own(builder.Detach());
        return c => c.DrawPath(path, paint);
    }

    Action<SKCanvas> Text(SKPaint paint, SKPoint at)
    {
        var font = Own(new SKFont(Fonts.Inter, Between(7, 60)) { Subpixel = true });
        return c => c.DrawText("Ag∂ 0.73", at.X, at.Y, SKTextAlign.Center, font, paint);
    }

    Action<SKCanvas> Turned(SKPoint at, Action<SKCanvas> draw)
    {
        var degrees = Between(0, 360);
        return c =>
        {
            c.Save();
            c.Translate(at);
            c.RotateDegrees(degrees);
            draw(c);
            c.Restore();
        };
    }

    Action<SKCanvas> Gradient(SKPaint paint, SKPoint a, SKPoint b, float radius)
    {
        SKColor[] colors = [new((uint)_random.NextInt64(1L << 32)), new((uint)_random.NextInt64(1L << 32)), new((uint)_random.NextInt64(1L << 32))];
        var mode = (SKShaderTileMode)_random.Next(3);
        paint.Shader = Own(_random.Next(2) == 0
            ? SKShader.CreateLinearGradient(a, b, colors, [0, 0.4f, 1], mode)
            : SKShader.CreateRadialGradient(a, radius, colors, mode));
        return c => c.DrawCircle(a, radius * 1.2f, paint);
    }

    Action<SKCanvas> Image(SKPaint paint, SKRect place)
    {
        using var surface = SKSurface.Create(new SKImageInfo(21, 17));
        using var dot = new SKPaint { IsAntialias = true, Color = new((uint)_random.NextInt64(1L << 32)) };
        surface.Canvas.DrawCircle(10, 8, 8, dot);
        var image = Own(surface.Snapshot());
        var sampling = new SKSamplingOptions((SKFilterMode)_random.Next(2));
        if (_random.Next(2) == 0) return c => c.DrawImage(image, place.Left, place.Top, sampling, paint);
        return c => c.DrawImage(image, place, sampling, paint);
    }

    SKPoint Point() => new(Between(-40, Width + 40), Between(-40, Height + 40));

    float Between(float low, float high) => low + (high - low) * _random.NextSingle();

    T Own<T>(T resource) where T : IDisposable
    {
        _owned.Add(resource);
        return resource;
    }

    public void Dispose() => _owned.ForEach(resource => resource.Dispose());
}
