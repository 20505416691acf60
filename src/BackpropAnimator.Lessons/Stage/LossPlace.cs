using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>Where the box with the loss stands.</summary>
/// <param name="Area">The box.</param>
/// <param name="Form">
/// The rectangle that its words are arranged for: on the way from one arrangement to another, that of the nearer place.
/// </param>
/// <param name="Words">How visible they are, 0 to 1: not while they change from one arrangement to another.</param>
internal readonly record struct LossPlace(SKRect Area, SKSize Form, double Words)
{
    public LossPlace(SKRect area) : this(area, area.Size, 1)
    {
    }

    /// <summary>On the way from one place to another.</summary>
    /// <param name="share">Of the way, 0 to 1.</param>
    public static LossPlace Between(LossPlace from, LossPlace to, float share)
    {
        if (from == to || share <= 0) return from;
        if (share >= 1) return to;
        if (LossBox.AreArrangedAlike(from.Form, to.Form))
        {
            var form = new SKSize(
                from.Form.Width + (to.Form.Width - from.Form.Width) * share,
                from.Form.Height + (to.Form.Height - from.Form.Height) * share);
            return new(Rectangles.Between(from.Area, to.Area, share), form, Math.Min(from.Words, to.Words));
        }
        var nearer = share < 0.5f ? from : to;
        var words = Math.Clamp(4 * Math.Abs(2 * share - 1) - 3, 0, 1);
        return new(Rectangles.Between(from.Area, to.Area, share), nearer.Form, nearer.Words * words);
    }
}
