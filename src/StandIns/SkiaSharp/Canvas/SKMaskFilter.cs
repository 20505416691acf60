namespace SkiaSharp;

/// <summary>Softens a shape before it is coloured.</summary>
public class SKMaskFilter : SKObject
{
    SKMaskFilter(float sigma) => Sigma = sigma;

    /// <summary>The Gaussian's standard deviation, in the units that are drawn in.</summary>
    internal float Sigma { get; }

    public static float ConvertRadiusToSigma(float radius) => radius > 0 ? 0.57735f * radius + 0.5f : 0;
    public static float ConvertSigmaToRadius(float sigma) => sigma > 0.5f ? (sigma - 0.5f) / 0.57735f : 0;

    public static SKMaskFilter CreateBlur(SKBlurStyle blurStyle, float sigma) => new(sigma);
}
