namespace SkiaSharp;

/// <summary>What a paint fills shapes with instead of its colour; the paint's alpha still applies.</summary>
public abstract class SKShader : SKObject
{
    private protected SKShader() { }

    /// <summary>This shader's pixels for a device.</summary>
    /// <param name="matrix">From the shader's coordinates to the device's.</param>
    /// <param name="rgba">Whether the target keeps red first.</param>
    internal abstract PixelSource Bind(SKMatrix matrix, bool rgba);

    /// <summary>This shader, placed by a matrix of its own.</summary>
    public SKShader WithLocalMatrix(SKMatrix localMatrix) => new PlacedShader(this, localMatrix);

    public static SKShader CreateImage(SKImage src) => CreateImage(src, SKShaderTileMode.Clamp, SKShaderTileMode.Clamp);
    public static SKShader CreateImage(SKImage src, SKShaderTileMode tmx, SKShaderTileMode tmy) =>
        CreateImage(src, tmx, tmy, SKSamplingOptions.Default);
    public static SKShader CreateImage(SKImage src, SKShaderTileMode tmx, SKShaderTileMode tmy, SKSamplingOptions sampling) =>
        CreateImage(src, tmx, tmy, sampling, SKMatrix.Identity);

    public static SKShader CreateImage(SKImage src, SKShaderTileMode tmx, SKShaderTileMode tmy, SKSamplingOptions sampling,
        SKMatrix localMatrix)
    {
        src.IsShared = true;
        return new ImageShader(src.Buffer, src.Info.Rect, sampling, localMatrix, tmx, tmy);
    }

    public static SKShader CreateLinearGradient(SKPoint start, SKPoint end, SKColor[] colors, SKShaderTileMode mode) =>
        CreateLinearGradient(start, end, colors, null, mode);
    public static SKShader CreateLinearGradient(SKPoint start, SKPoint end, SKColor[] colors, float[] colorPos, SKShaderTileMode mode) =>
        CreateLinearGradient(start, end, colors, colorPos, mode, SKMatrix.Identity);

    public static SKShader CreateLinearGradient(SKPoint start, SKPoint end, SKColor[] colors, float[] colorPos, SKShaderTileMode mode,
        SKMatrix localMatrix) =>
        new GradientShader(localMatrix.PreConcat(GradientShader.AlongLine(start, end)), radial: false, new(colors, colorPos), mode);

    public static SKShader CreateRadialGradient(SKPoint center, float radius, SKColor[] colors, SKShaderTileMode mode) =>
        CreateRadialGradient(center, radius, colors, null, mode);
    public static SKShader CreateRadialGradient(SKPoint center, float radius, SKColor[] colors, float[] colorPos, SKShaderTileMode mode) =>
        CreateRadialGradient(center, radius, colors, colorPos, mode, SKMatrix.Identity);

    public static SKShader CreateRadialGradient(SKPoint center, float radius, SKColor[] colors, float[] colorPos, SKShaderTileMode mode,
        SKMatrix localMatrix) =>
        new GradientShader(localMatrix.PreConcat(GradientShader.AroundCentre(center, radius)), radial: true, new(colors, colorPos), mode);
}

/// <summary>A shader in coordinates of its own.</summary>
sealed class PlacedShader(SKShader shader, SKMatrix localMatrix) : SKShader
{
    internal override PixelSource Bind(SKMatrix matrix, bool rgba) => shader.Bind(matrix.PreConcat(localMatrix), rgba);
}
