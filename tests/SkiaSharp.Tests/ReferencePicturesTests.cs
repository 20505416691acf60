namespace SkiaSharp.Tests;

/// <summary>The same calls give the same pictures as real Skia. Where the tests are built with the real package, this holds by definition.</summary>
public class ReferencePicturesTests
{
    const double MeanTolerance = 2;             // of 255, per channel
    const double OutlierShare = 0.005;          // of all pixels
    const int Outlier = 40;                     // of 255, in any channel

    public static TheoryData<string> Names => [.. ReferenceCases.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_picture_is_the_one_that_Skia_draws(string name)
    {
        using var surface = SKSurface.Create(new SKImageInfo(320, 200, SKColorType.Rgba8888, SKAlphaType.Premul));
        surface.Canvas.Clear(ReferenceCases.Navy);
        ReferenceCases.All[name](surface.Canvas);
        using var drawn = surface.Snapshot();
        if (Environment.GetEnvironmentVariable("SKIA_PICTURES_OUT") is { Length: > 0 } folder)
            File.WriteAllBytes(Path.Combine(folder, name + ".png"), drawn.Encode(SKEncodedImageFormat.Png, 100).ToArray());
        using var reference = SKImage.FromEncodedData(Path.Combine(AppContext.BaseDirectory, "Pictures", name + ".png"));
        var (mean, outliers) = Difference(Rgb(drawn), Rgb(reference));
        Assert.True(mean <= MeanTolerance && outliers <= OutlierShare,
            $"{name}: mean difference {mean:0.000} of 255 (at most {MeanTolerance}), {outliers:0.000%} of pixels off by more than {Outlier} (at most {OutlierShare:0.0%})");
    }

    [Fact]
    public void There_is_a_case_for_every_picture()
    {
        var pictures = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Pictures"), "*.png").Select(Path.GetFileNameWithoutExtension);
        Assert.Equal(ReferenceCases.All.Keys.Order(StringComparer.Ordinal), pictures.Order(StringComparer.Ordinal));
    }

    static byte[] Rgb(SKImage image)
    {
        var info = new SKImageInfo(320, 200, SKColorType.Rgba8888, SKAlphaType.Premul);
        var bytes = new byte[info.BytesSize];
        unsafe
        {
            fixed (byte* pixels = bytes) Assert.True(image.ReadPixels(info, (nint)pixels, info.RowBytes, 0, 0));
        }
        return bytes;
    }

    static (double Mean, double Outliers) Difference(byte[] a, byte[] b)
    {
        long sum = 0, outliers = 0;
        for (var i = 0; i < a.Length; i += 4)
        {
            int red = Math.Abs(a[i] - b[i]), green = Math.Abs(a[i + 1] - b[i + 1]), blue = Math.Abs(a[i + 2] - b[i + 2]);
            sum += red + green + blue;
            if (Math.Max(red, Math.Max(green, blue)) > Outlier) outliers++;
        }
        var pixels = a.Length / 4;
        return (sum / (3.0 * pixels), (double)outliers / pixels);
    }
}
