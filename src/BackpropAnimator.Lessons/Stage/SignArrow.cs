using BackpropAnimator.Drawing;
using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>
/// The second cue of a gradient's sign, for whoever does not see its colour: which way the loss goes where the weight is raised.
/// </summary>
internal static class SignArrow
{
    const float HalfWidth = 4.5f, HalfHeight = 5;

    /// <summary>What it takes beside a number.</summary>
    public const float Width = 2 * HalfWidth;

    /// <param name="centre">Its middle.</param>
    /// <param name="sign">Positive points up, negative down; an exact 0 has none.</param>
    public static Polygon? At(SKPoint centre, int sign, SKColor color) => sign == 0 ? null : new(
        [
            new(centre.X - HalfWidth, centre.Y + sign * HalfHeight), new(centre.X + HalfWidth, centre.Y + sign * HalfHeight),
            new(centre.X, centre.Y - sign * HalfHeight),
        ],
        color) { Role = RoleOf.Sign };
}
