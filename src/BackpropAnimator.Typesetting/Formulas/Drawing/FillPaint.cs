using SkiaSharp;

namespace BackpropAnimator.Typesetting;

/// <summary>The paint that ink is filled with: one for each thread, as a formula takes some ten a frame.</summary>
internal static class FillPaint
{
    [ThreadStatic] static SKPaint? _ofThisThread;

    /// <summary>Good until this thread asks again; not to be disposed of.</summary>
    public static SKPaint Of(SKColor color)
    {
        _ofThisThread ??= new() { IsAntialias = true };
        _ofThisThread.Color = color;
        return _ofThisThread;
    }
}
