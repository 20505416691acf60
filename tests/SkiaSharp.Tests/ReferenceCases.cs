namespace SkiaSharp.Tests;

/// <summary>
/// What each picture in Pictures/ shows, in SkiaSharp's own terms. The pictures are 320 × 200, cleared to navy and drawn by Skia's CPU
/// rasteriser (RGBA 8888, premultiplied). A drawing library that claims SkiaSharp's API must come out with the same pictures.
/// </summary>
static class ReferenceCases
{
    public static readonly SKColor Navy = new(11, 16, 32);
    static readonly SKColor Cyan = new(0, 229, 255), Orange = new(255, 140, 26), White = SKColors.White;

    public static IReadOnlyDictionary<string, Action<SKCanvas>> All { get; } = new Dictionary<string, Action<SKCanvas>>
    {
        ["lines-caps-joins"] = LinesCapsJoins,
        ["hairlines"] = c => { for (var i = 0; i < 12; i++) c.DrawLine(20, 20 + i * 13.37f, 300, 30 + i * 12.1f, Stroke(White, 0.5f + i * 0.25f)); },
        ["circles"] = c =>
        {
            c.DrawCircle(70, 70, 44.5f, Fill(new(40, 60, 110)));
            c.DrawCircle(70, 70, 44.5f, Stroke(Cyan, 3));
            c.DrawCircle(200.25f, 99.75f, 60, Fill(new(255, 140, 26, 128)));
            c.DrawCircle(240, 99.75f, 60, Fill(new(0, 229, 255, 128)));
        },
        ["rounded-panels"] = c =>
        {
            c.DrawRoundRect(new SKRect(20.5f, 20.5f, 160.5f, 90.5f), 12, 12, Fill(new(24, 34, 62)));
            c.DrawRoundRect(new SKRect(20.5f, 20.5f, 160.5f, 90.5f), 12, 12, Stroke(Cyan, 2));
            c.DrawRect(new SKRect(180.25f, 110.75f, 300.25f, 180.75f), Fill(Orange));
        },
        ["cubic-path-fill"] = CubicPathFill,
        ["even-odd-and-winding"] = c =>
        {
            using var left = Star(90, 105, SKPathFillType.EvenOdd);
            c.DrawPath(left, Fill(Orange));
            using var right = Star(230, 105, SKPathFillType.Winding);
            c.DrawPath(right, Fill(Cyan));
        },
        ["linear-and-radial-gradient"] = Gradients,
        ["glow-blur-plus"] = GlowBlurPlus,
        ["blend-plus-screen"] = c =>
        {
            c.DrawRect(new SKRect(0, 0, 320, 200), Fill(new(30, 40, 70)));
            c.DrawCircle(110, 100, 60, Blended(new(0, 160, 200), SKBlendMode.Plus));
            c.DrawCircle(160, 100, 60, Blended(new(200, 90, 10), SKBlendMode.Plus));
            c.DrawCircle(210, 100, 60, Blended(new(120, 120, 60), SKBlendMode.Screen));
        },
        ["layer-opacity"] = c =>
        {
            c.DrawRect(new SKRect(20, 60, 300, 140), Fill(new(60, 80, 140)));
            c.SaveLayer(Fill(new(0, 0, 0, 110)));
            c.DrawCircle(130, 100, 60, Fill(Cyan));
            c.DrawCircle(190, 100, 60, Fill(Orange));
            c.Restore();
        },
        ["transform-and-clip"] = c =>
        {
            c.Save();
            c.Translate(160, 100);
            c.RotateDegrees(20);
            c.Scale(1.5f, 0.75f);
            c.ClipRect(new SKRect(-60, -50, 60, 50), SKClipOperation.Intersect, true);
            c.DrawCircle(0, 0, 70, Fill(Orange));
            c.DrawLine(-80, -60, 80, 60, Stroke(White, 6));
            c.Restore();
        },
        ["dashes"] = Dashes,
        ["text-sizes"] = TextSizes,
        ["math-glyphs"] = c =>
        {
            c.DrawText("∂𝐿/∂𝑤 = 𝛿⋅𝑎", 14, 80, SKTextAlign.Left, Font(Fonts.Math, 48), Fill(White));
            c.DrawText("∑ ∏ √ η σ′ ⊙ ŷ", 14, 160, SKTextAlign.Left, Font(Fonts.Math, 48), Fill(Cyan));
        },
        ["image-scaled"] = ImageScaled,
    };

    static SKPaint Fill(SKColor color) => new() { IsAntialias = true, Color = color };

    static SKPaint Blended(SKColor color, SKBlendMode mode) => new() { IsAntialias = true, Color = color, BlendMode = mode };

    static SKPaint Stroke(SKColor color, float width, SKStrokeCap cap = SKStrokeCap.Butt, SKStrokeJoin join = SKStrokeJoin.Miter) => new()
    {
        IsAntialias = true,
        Color = color,
        Style = SKPaintStyle.Stroke,
        StrokeWidth = width,
        StrokeCap = cap,
        StrokeJoin = join,
    };

    static SKFont Font(SKTypeface face, float size) =>
        new(face, size) { Subpixel = true, Hinting = SKFontHinting.None, Edging = SKFontEdging.Antialias };

    static void LinesCapsJoins(SKCanvas c)
    {
        SKStrokeCap[] caps = [SKStrokeCap.Butt, SKStrokeCap.Round, SKStrokeCap.Square];
        SKStrokeJoin[] joins = [SKStrokeJoin.Miter, SKStrokeJoin.Round, SKStrokeJoin.Bevel];
        for (var i = 0; i < 3; i++) c.DrawLine(30, 30 + 24 * i, 140, 30 + 24 * i, Stroke(Cyan, 10, caps[i]));
        for (var i = 0; i < 3; i++)
        {
            using var b = new SKPathBuilder();
            b.MoveTo(30 + 95 * i, 180);
            b.LineTo(65 + 95 * i, 110);
            b.LineTo(100 + 95 * i, 180);
            using var p = b.Detach();
            c.DrawPath(p, Stroke(Orange, 12, SKStrokeCap.Butt, joins[i]));
        }
    }

    static void CubicPathFill(SKCanvas c)
    {
        using var b = new SKPathBuilder();
        b.MoveTo(30, 150);
        b.CubicTo(60, 10, 120, 10, 160, 100);
        b.CubicTo(200, 190, 260, 190, 290, 40);
        b.LineTo(290, 180);
        b.LineTo(30, 180);
        b.Close();
        using var p = b.Detach();
        c.DrawPath(p, Fill(Cyan));
    }

    static SKPath Star(float x, float y, SKPathFillType fill)
    {
        using var b = new SKPathBuilder { FillType = fill };
        for (var i = 0; i < 5; i++)
        {
            var (sin, cos) = MathF.SinCos(-MathF.PI / 2 + i * 4 * MathF.PI / 5);
            if (i == 0) b.MoveTo(x + 70 * cos, y + 70 * sin);
            else b.LineTo(x + 70 * cos, y + 70 * sin);
        }
        b.Close();
        return b.Detach();
    }

    static void Gradients(SKCanvas c)
    {
        var linear = Fill(White);
        linear.Shader = SKShader.CreateLinearGradient(new(20, 0), new(300, 0), [Cyan, Navy, Orange], [0, 0.5f, 1], SKShaderTileMode.Clamp);
        c.DrawRect(new SKRect(20, 20, 300, 80), linear);
        var radial = Fill(White);
        SKColor[] fire = [new(255, 200, 120), new(255, 120, 20, 110), new(255, 120, 20, 0)];
        radial.Shader = SKShader.CreateRadialGradient(new(160, 140), 50, fire, [0, 0.35f, 1], SKShaderTileMode.Clamp);
        c.DrawCircle(160, 140, 50, radial);
    }

    static void GlowBlurPlus(SKCanvas c)
    {
        var a = Fill(Cyan);
        a.MaskFilter = SKMaskFilter.CreateBlur(SKBlurStyle.Normal, 12);
        c.DrawCircle(100, 100, 26, a);
        var b = Blended(new(255, 140, 26, 180), SKBlendMode.Plus);
        b.MaskFilter = SKMaskFilter.CreateBlur(SKBlurStyle.Normal, 6);
        c.DrawCircle(220, 100, 26, b);
        var l = Stroke(Orange, 4, SKStrokeCap.Round);
        l.MaskFilter = SKMaskFilter.CreateBlur(SKBlurStyle.Normal, 5);
        l.BlendMode = SKBlendMode.Plus;
        c.DrawLine(100, 100, 220, 100, l);
    }

    static void Dashes(SKCanvas c)
    {
        (float[] On, float Phase)[] dashes = [([12, 8], 0), ([2, 10], 0), ([20, 6, 4, 6], 7)];
        for (var i = 0; i < 3; i++)
        {
            var p = Stroke(Cyan, 5, i == 1 ? SKStrokeCap.Round : SKStrokeCap.Butt);
            p.PathEffect = SKPathEffect.CreateDash(dashes[i].On, dashes[i].Phase);
            c.DrawLine(20, 50 + 45 * i, 300, 50 + 45 * i, p);
        }
    }

    static void TextSizes(SKCanvas c)
    {
        var y = 6f;
        foreach (var size in new[] { 12f, 16, 24, 40 })
        {
            c.DrawText("Gradient 0.731 → −0.058", 12.3f, y + size, SKTextAlign.Left, Font(Fonts.Inter, size), Fill(White));
            y += size * 1.35f;
        }
        c.DrawText("Lan truyền ngược", 12, 176, SKTextAlign.Left, Font(Fonts.InterBold, 32), Fill(Orange));
    }

    static void ImageScaled(SKCanvas c)
    {
        using var surface = SKSurface.Create(new SKImageInfo(16, 16, SKColorType.Rgba8888, SKAlphaType.Premul));
        surface.Canvas.Clear(SKColors.Transparent);
        for (var y = 0; y < 4; y++)
            for (var x = 0; x < 4; x++)
            {
                var p = Fill((x + y) % 2 == 1 ? Cyan : Orange);
                p.IsAntialias = false;
                surface.Canvas.DrawRect(SKRect.Create(x * 4, y * 4, 4, 4), p);
            }
        using var image = surface.Snapshot();
        var whole = SKRect.Create(0, 0, 16, 16);
        c.DrawImage(image, 20, 20, SKSamplingOptions.Default, Fill(White));
        c.DrawImage(image, whole, SKRect.Create(60, 20, 120, 120), new SKSamplingOptions(SKFilterMode.Linear), Fill(White));
        c.DrawImage(image, whole, SKRect.Create(200, 20, 100, 100), new SKSamplingOptions(SKFilterMode.Nearest), Fill(White.WithAlpha(128)));
    }
}
