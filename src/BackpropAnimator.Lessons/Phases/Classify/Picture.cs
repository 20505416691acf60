using System.Collections.Immutable;
using BackpropAnimator.Drawing;
using BackpropAnimator.Script;
using BackpropAnimator.Typesetting;
using MathNet.Numerics.LinearAlgebra;
using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>
/// A picture that a network is shown: drawn by the program, or from a file. A network sees of it what <see cref="Brightness"/> says.
/// </summary>
internal sealed class Picture
{
    // A file is kept at the size at which it is shown at most, twice for large videos.
    public const int LongestSide = 1024;

    readonly PictureKind kind;
    readonly Raster? raster;
    readonly double light;

    /// <param name="kind">The drawn picture, where there is no file.</param>
    /// <param name="file">A PNG or JPEG file; empty for none.</param>
    /// <param name="light">How bright the light on it is: 1 as it is.</param>
    /// <exception cref="ArgumentException">The file cannot be read: <see cref="LessonChecks"/> says so before.</exception>
    public Picture(PictureKind kind, ImmutableArray<byte> file, double light = 1)
    {
        (this.kind, this.light) = (kind, light);
        if (!file.IsEmpty)
            raster = Raster.Decode(file.AsSpan(), LongestSide)
                ?? throw new ArgumentException("This is no picture file that can be read.", nameof(file));
    }

    /// <summary>Width over height.</summary>
    public float Aspect => raster is { } pixels ? (float)pixels.Width / pixels.Height : Sketch.Width / Sketch.Height;

    /// <param name="place">Of the picture's aspect.</param>
    public IEnumerable<DrawItem> Items(SKRect place, double opacity)
    {
        var items = AsItIs(place, opacity);
        // A veil of black takes the same share of every pixel's light.
        return light < 1
            ? items.Append(new Panel(place, raster is null ? Sketch.CornerOf(place) : 0, SKColors.Black.Faded((1 - light) * opacity)))
            : items;
    }

    IEnumerable<DrawItem> AsItIs(SKRect place, double opacity)
    {
        if (raster is not null) return [new RasterImage(raster, place, (float)opacity)];
        var sketch = new Sketch(place, opacity);
        DrawnPictures.Draw(kind, sketch);
        return sketch.Items;
    }

    /// <summary>
    /// What a network is given: how bright each field of a grid is, row by row, from 0 for black to 1 for white, in hundredths. Brightness
    /// is luma
    /// (ITU-R BT.709), averaged over the field's pixels.
    /// </summary>
    public Vector<double> Brightness(int columns, int rows, FontShelf fonts)
    {
        // Even, as videos are; some 50 pixels and more for each field of any grid that a viewer could follow.
        const int height = 320;
        var width = 2 * (int)Math.Round(height * Math.Clamp(Aspect, 0.1f, 10) / 2);
        using var painter = new Painter(new(width, height), fonts);
        painter.Paint(new(new(width, height), new(SKColors.White, SKColors.White), [.. Items(new(0, 0, width, height), 1)]));
        var sums = new double[columns * rows];
        var counts = new int[columns * rows];
        for (var y = 0; y < height; y++)
            for (var x = 0; x < width; x++)
            {
                var pixel = painter.Pixels.Slice((y * width + x) * 4, 4);
                var field = y * rows / height * columns + x * columns / width;
                sums[field] += (0.0722 * pixel[0] + 0.7152 * pixel[1] + 0.2126 * pixel[2]) / 255;
                counts[field]++;
            }
        return Vector<double>.Build.Dense([.. sums.Zip(counts, (sum, count) => Math.Round(sum / count, 2))]);
    }
}
