namespace SkiaSharp;

/// <summary>What <see cref="SKCanvas.Save"/> keeps.</summary>
/// <param name="Matrix">From what is drawn to the device.</param>
/// <param name="Clip">The device pixels that may change.</param>
/// <param name="ClipMask">How much of each of them may change; null for wholly. Its bounds contain <paramref name="Clip"/>.</param>
/// <param name="Target">What is drawn to.</param>
/// <param name="LayerPaint">How <paramref name="Target"/> is drawn when this state ends, if a layer began with it.</param>
/// <param name="IsLayer">Whether a layer began with this state.</param>
readonly record struct CanvasState(
    SKMatrix Matrix, SKRectI Clip, MaskBuffer ClipMask, PixelBuffer Target, SKPaint LayerPaint, bool IsLayer);
