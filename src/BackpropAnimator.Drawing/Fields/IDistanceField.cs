using System.Runtime.Intrinsics;
using SkiaSharp;

namespace BackpropAnimator.Drawing;

/// <summary>A line, straight or bent, by the distance of every pixel from it: what light and solid strokes are painted from.</summary>
/// <remarks>
/// Distances are computed by additions, multiplications, divisions and square roots of single precision in a fixed order: they are the same
/// on every processor, and those of a pixel depend on its place alone.
/// </remarks>
internal interface IDistanceField
{
    /// <summary>In pixels; outside, everything is farther from the line than the field's radius.</summary>
    SKRect Bounds { get; }

    /// <summary>How far to the left and right the field reaches at most between two heights that its bounds reach.</summary>
    (float Left, float Right) Between(float top, float bottom);

    /// <summary>The field at eight points side by side.</summary>
    FieldSample At(Vector256<float> x, float y);
}

/// <param name="Squared">The squared distance from the line, in pixels.</param>
/// <param name="Share">The same as a share of the squared radius there; from 1 on nothing is painted.</param>
/// <param name="Along">How far along the line the nearest point of it is, from 0 to 1.</param>
internal readonly record struct FieldSample(Vector256<float> Squared, Vector256<float> Share, Vector256<float> Along);
