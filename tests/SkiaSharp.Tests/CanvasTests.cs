namespace SkiaSharp.Tests;

public class CanvasTests
{
    static readonly SKPaint White = new() { Color = SKColors.White };

    [Theory]
    [InlineData(SKBlendMode.Plus, 150, 100, 60)]
    [InlineData(SKBlendMode.Screen, 130, 94, 58)]
    [InlineData(SKBlendMode.Multiply, 20, 6, 2)]
    [InlineData(SKBlendMode.DstOver, 100, 80, 50)]
    public void Blend_modes_mix_two_opaque_colors_by_their_formulas(SKBlendMode mode, byte red, byte green, byte blue)
    {
        var pixel = Draw(canvas =>
        {
            canvas.Clear(new SKColor(100, 80, 50));
            canvas.DrawColor(new SKColor(50, 20, 10), mode);
        });
        // Screen: a + b − ab/255; Multiply: ab/255; a byte's rounding may fall on either side.
        Assert.InRange(pixel.Red, red - 1, red + 1);
        Assert.InRange(pixel.Green, green - 1, green + 1);
        Assert.InRange(pixel.Blue, blue - 1, blue + 1);
    }

    [Fact]
    public void Restore_brings_back_matrix_and_clip()
    {
        var pixel = Draw(canvas =>
        {
            canvas.Save();
            canvas.ClipRect(SKRect.Create(0, 0, 1, 1));
            canvas.Translate(100, 100);
            canvas.Restore();
            canvas.DrawRect(4, 4, 1, 1, White);
        });
        Assert.Equal(SKColors.White, pixel);
    }

    [Fact]
    public void What_is_clipped_away_is_not_drawn()
    {
        var pixel = Draw(canvas =>
        {
            canvas.Clear(SKColors.Blue);
            canvas.ClipRect(SKRect.Create(2, 2, 5, 5), SKClipOperation.Difference);
            canvas.DrawPaint(White);
        });
        Assert.Equal(SKColors.Blue, pixel);
    }

    [Fact]
    public void A_matrix_maps_what_is_drawn_last_transformation_first()
    {
        var pixel = Draw(canvas =>
        {
            canvas.Translate(4, 4);
            canvas.RotateDegrees(180);
            canvas.Scale(0.5f);
            canvas.DrawRect(-2, -2, 2, 2, White);
        });
        Assert.Equal(SKColors.White, pixel);
    }

    static SKColor Draw(Action<SKCanvas> draw)
    {
        using var bitmap = new SKBitmap(8, 8);
        using var canvas = new SKCanvas(bitmap);
        draw(canvas);
        return bitmap.GetPixel(4, 4);
    }
}
