using System.Numerics;
using System.Runtime.Intrinsics;

namespace SkiaSharp;

/// <summary>Colours along a line from its start (t = 0) to its end (t = 1), or from a circle's centre to its rim.</summary>
sealed class GradientShader(SKMatrix unit, bool radial, GradientTable table, SKShaderTileMode mode) : SKShader
{
    /// <param name="start">Where t is 0.</param>
    /// <param name="end">Where t is 1.</param>
    /// <returns>The map from the gradient's own space, where it runs from x = 0 to x = 1, to the shader's.</returns>
    public static SKMatrix AlongLine(SKPoint start, SKPoint end)
    {
        var along = end - start;
        return new(along.X, -along.Y, start.X, along.Y, along.X, start.Y, 0, 0, 1);
    }

    public static SKMatrix AroundCentre(SKPoint centre, float radius) => SKMatrix.CreateScaleTranslation(radius, radius, centre.X, centre.Y);

    internal override PixelSource Bind(SKMatrix matrix, bool rgba) =>
        new Source(matrix.PreConcat(unit).Invert(), radial, table.Colors(rgba), mode);

    sealed class Source(SKMatrix toUnit, bool radial, uint[] colors, SKShaderTileMode mode) : PixelSource
    {
        public override ReadOnlySpan<uint> Read(int x, int y, int length, Span<uint> scratch)
        {
            // The middle of pixel x maps to (u, v); x is counted from the edge of the device, never from
            // where the row happens to start.
            float firstU = toUnit.SkewX * (y + 0.5f) + toUnit.TransX, firstV = toUnit.ScaleY * (y + 0.5f) + toUnit.TransY;
            var last = Vector256.Create((float)(GradientTable.Size - 1));
            for (var i = 0; i < length; i += Vector256<float>.Count)
            {
                var column = Vector256.ConvertToSingle(Vector256.Create(x + i) + Vector256<int>.Indices) + Vector256.Create(0.5f);
                var u = column * toUnit.ScaleX + Vector256.Create(firstU);
                if (radial)
                {
                    var v = column * toUnit.SkewY + Vector256.Create(firstV);
                    u = Vector256.Sqrt(u * u + v * v);
                }
                var t = Vector256.Min(Vector256.Max(Tile(u), Vector256<float>.Zero), Vector256<float>.One);
                var index = Vector256.ConvertToInt32(t * last + Vector256.Create(0.5f));
                for (var k = 0; k < Vector256<int>.Count; k++) scratch[i + k] = colors[index[k]];
            }
            return scratch[..length];
        }

        Vector256<float> Tile(Vector256<float> t) => mode switch
        {
            SKShaderTileMode.Repeat => t - Vector256.Floor(t),
            SKShaderTileMode.Mirror => Vector256.Abs(t - 2 * Vector256.Floor(t * 0.5f + Vector256.Create(0.5f))),
            _ => t,
        };
    }
}
