namespace SkiaSharp;

/// <summary>
/// Skia corrects the coverage of text for the screen's gamma: blending sRGB values as if they were linear makes light text too thin and
/// dark text too bold. The colour behind is guessed to be the inverse of the text's, and luminance is kept in eight steps
/// (SkMaskGamma in Skia's sources, with its default contrast for Linux).
/// </summary>
static class TextContrast
{
    const int Steps = 8;
    const float Contrast = 0.5f;

    static readonly byte[][] Tables = [.. Enumerable.Range(0, Steps).Select(step => Build(step / (Steps - 1f)))];

    /// <summary>The step of a paint's luminance, 0 (black) to 7 (white).</summary>
    public static byte StepOf(SKPaint paint)
    {
        if (paint.Shader != null) return Steps / 2 - 1;
        var (r, g, b) = (ToLinear(paint.Color.Red / 255f), ToLinear(paint.Color.Green / 255f), ToLinear(paint.Color.Blue / 255f));
        var luminance = (int)(FromLinear(0.2126f * r + 0.7152f * g + 0.0722f * b) * 255 + 0.5f);
        return (byte)(luminance * Steps / 256);
    }

    public static void Apply(byte step, Span<byte> coverage)
    {
        var table = Tables[step];
        foreach (ref var covered in coverage) covered = table[covered];
    }

    static byte[] Build(float text)
    {
        var behind = 1 - text;
        var contrast = Contrast * ToLinear(behind);
        var table = new byte[256];
        for (var i = 0; i < 256; i++)
        {
            var covered = i / 255f;
            covered += (1 - covered) * contrast * covered;
            // The share that, blended without regard to gamma, gives what blending in linear light would give.
            var wanted = FromLinear(ToLinear(text) * covered + ToLinear(behind) * (1 - covered));
            table[i] = (byte)Math.Clamp((wanted - behind) / (text - behind) * 255 + 0.5f, 0, 255);
        }
        return table;
    }

    static float ToLinear(float srgb) => srgb <= 0.04045f ? srgb / 12.92f : MathF.Pow((srgb + 0.055f) / 1.055f, 2.4f);

    static float FromLinear(float linear) => linear <= 0.0031308f ? linear * 12.92f : 1.055f * MathF.Pow(linear, 1 / 2.4f) - 0.055f;
}
