namespace BackpropAnimator.Lessons;

/// <summary>Something wrong with a text of one frame.</summary>
/// <param name="First">The text.</param>
/// <param name="Second">The text that it overlaps; null for every other kind.</param>
internal sealed record Finding(LayoutProblemKind Kind, TextOnScreen First, TextOnScreen? Second, FormattableString Message)
{
    /// <summary>Whether the finding of another frame is this one again: all texts of one size are too small together, in one colour too faint.</summary>
    public bool IsSameAs(Finding other) => Kind == other.Kind && Kind switch
    {
        LayoutProblemKind.TooSmall => MathF.Abs(First.Size - other.First.Size) < 0.5f,
        LayoutProblemKind.LowContrast => First.Colors.AsSpan().SequenceEqual(other.First.Colors),
        LayoutProblemKind.Overlap => First.IsSameAs(other.First) && Second!.IsSameAs(other.Second!),
        _ => First.IsSameAs(other.First),
    };
}
