namespace SkiaSharp;

/// <summary>What a shape is stroked with. Equal by value, dashes included.</summary>
/// <param name="Width">In the shape's coordinates.</param>
/// <param name="Dash">The lengths of dashes and gaps and where they begin; null for a whole line.</param>
readonly record struct Pen(float Width, SKStrokeCap Cap, SKStrokeJoin Join, float Miter, SKPathEffect Dash)
{
    public bool Equals(Pen other) =>
        (Width, Cap, Join, Miter) == (other.Width, other.Cap, other.Join, other.Miter) &&
        (Dash == other.Dash || Dash != null && other.Dash != null && Dash.Phase == other.Dash.Phase &&
            Dash.Intervals.AsSpan().SequenceEqual(other.Dash.Intervals));

    public override int GetHashCode() => HashCode.Combine(Width, Cap, Dash?.Intervals.Length > 0 ? Dash.Intervals[0] : 0);
}
