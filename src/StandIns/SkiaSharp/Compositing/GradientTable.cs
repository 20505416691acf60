namespace SkiaSharp;

/// <summary>A gradient's colours at equal steps of t, premultiplied after interpolation, as Skia does by default.</summary>
sealed class GradientTable
{
    public const int Size = 1024;

    readonly uint[] _bgra;
    readonly Lazy<uint[]> _rgba;

    public GradientTable(SKColor[] colors, float[] positions)
    {
        positions ??= [.. Enumerable.Range(0, colors.Length).Select(i => (float)i / Math.Max(1, colors.Length - 1))];
        _bgra = new uint[Size];
        var stop = 0;
        for (var i = 0; i < Size; i++)
        {
            var t = i / (Size - 1f);
            while (stop + 1 < colors.Length && positions[stop + 1] <= t) stop++;
            var next = Math.Min(stop + 1, colors.Length - 1);
            var width = positions[next] - positions[stop];
            _bgra[i] = Mix(colors[stop], colors[next], width > 0 ? Math.Clamp((t - positions[stop]) / width, 0, 1) : 0);
        }
        _rgba = new(() => [.. _bgra.Select(PixelMath.SwapRedAndBlue)]);
    }

    public uint[] Colors(bool rgba) => rgba ? _rgba.Value : _bgra;

    static uint Mix(SKColor from, SKColor to, float t)
    {
        var alpha = float.Lerp(from.Alpha, to.Alpha, t);
        uint Premultiplied(byte a, byte b) => (uint)(float.Lerp(a, b, t) * alpha / 255 + 0.5f);
        return (uint)(alpha + 0.5f) << 24 | Premultiplied(from.Red, to.Red) << 16 | Premultiplied(from.Green, to.Green) << 8 |
            Premultiplied(from.Blue, to.Blue);
    }
}
