using System.Collections.Immutable;
using System.Runtime.InteropServices;
using SkiaSharp;

namespace BackpropAnimator.Drawing;

/// <summary>A block of pixels as a value: two are equal when their content is.</summary>
public sealed class Raster : IEquatable<Raster>
{
    /// <param name="width">In pixels; at least 1.</param>
    /// <param name="height">In pixels; at least 1.</param>
    /// <param name="pixels">BGRA, 8 bits a channel, colours multiplied by their alpha, rows of 4 × width bytes.</param>
    /// <exception cref="ArgumentException">There are more or fewer bytes than that.</exception>
    public Raster(int width, int height, ImmutableArray<byte> pixels)
    {
        if (width < 1 || height < 1 || pixels.Length != width * height * 4)
            throw new ArgumentException($"{width} × {height} pixels take {width * height * 4} bytes, not {pixels.Length}.", nameof(pixels));
        (Width, Height, Pixels) = (width, height, pixels);
        var hash = new FingerprintBuilder();
        hash.Add((ulong)width);
        hash.Add((ulong)height);
        foreach (var pixel in MemoryMarshal.Cast<byte, uint>(pixels.AsSpan())) hash.Add((ulong)pixel);
        Content = hash.ToFingerprint();
    }

    public int Width { get; }

    public int Height { get; }

    /// <summary>BGRA, 8 bits a channel, colours multiplied by their alpha, rows of 4 × width bytes.</summary>
    public ImmutableArray<byte> Pixels { get; }

    /// <summary>Stands for size and pixels.</summary>
    internal Fingerprint Content { get; }

    /// <summary>
    /// The picture in a PNG or JPEG file, upright, scaled down by whole factors, each pixel an average, until neither side is longer than
    /// <paramref name="longestSide"/>.
    /// </summary>
    /// <returns>Null when the bytes are no such file that can be read.</returns>
    public static Raster? Decode(ReadOnlySpan<byte> file, int longestSide)
    {
        using var data = SKData.CreateCopy(file);
        if (!IsWhole(data)) return null;
        // Turned as the file says the camera was held.
        using var image = SKImage.FromEncodedData(data);
        if (image is null) return null;
        using var bitmap = new SKBitmap(new SKImageInfo(image.Width, image.Height, SKColorType.Bgra8888, SKAlphaType.Premul));
        if (!image.ReadPixels(bitmap.Info, bitmap.GetPixels())) return null;
        var factor = (Math.Max(bitmap.Width, bitmap.Height) + longestSide - 1) / longestSide;
        var (width, height) = (Math.Max(1, bitmap.Width / factor), Math.Max(1, bitmap.Height / factor));
        var from = bitmap.GetPixelSpan();
        var pixels = new byte[width * height * 4];
        for (var y = 0; y < height; y++)
            for (var x = 0; x < width; x++)
                for (var channel = 0; channel < 4; channel++)
                    pixels[(y * width + x) * 4 + channel] = Average(
                        from, bitmap.RowBytes, x * factor, y * factor, Math.Min(factor, bitmap.Width), Math.Min(factor, bitmap.Height),
                        channel);
        return new(width, height, ImmutableCollectionsMarshal.AsImmutableArray(pixels));
    }

    // An image is also made of a file that ends too early, as far as that goes.
    static bool IsWhole(SKData data)
    {
        using var codec = SKCodec.Create(data);
        if (codec is null) return false;
        using var pixels = new SKBitmap(codec.Info);
        return codec.GetPixels(pixels.Info, pixels.GetPixels()) == SKCodecResult.Success;
    }

    static byte Average(ReadOnlySpan<byte> from, int rowBytes, int left, int top, int columns, int rows, int channel)
    {
        var sum = 0;
        for (var y = top; y < top + rows; y++)
            for (var x = left; x < left + columns; x++) sum += from[y * rowBytes + x * 4 + channel];
        return (byte)((sum + columns * rows / 2) / (columns * rows));
    }

    public bool Equals(Raster? other) => ReferenceEquals(this, other) || (other is not null && Content == other.Content);

    public override bool Equals(object? obj) => Equals(obj as Raster);

    public override int GetHashCode() => Content.GetHashCode();
}
