using System.ComponentModel;
using BackpropAnimator.Script;
using BackpropAnimator.Script.Checks;

namespace BackpropAnimator.Lessons;

/// <summary>The options of the phase <c>outer_product</c>.</summary>
public sealed record OuterProductOptions() : PhaseOptions(seconds: 16)
{
    [Description("The layer whose weights are meant, those that lead into it. Left out, the last one.")]
    [NotWords]
    public string? Layer { get; init; }

    /// <inheritdoc/>
    public override void Check(PhaseCheck check)
    {
        if (check.IsSound(nameof(Layer))) check.HasLayer(Layer, nameof(Layer), first: 1, "no weights lead into");
    }
}
