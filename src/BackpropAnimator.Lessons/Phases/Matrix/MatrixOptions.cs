using System.ComponentModel;
using BackpropAnimator.Script;
using BackpropAnimator.Script.Checks;

namespace BackpropAnimator.Lessons;

/// <summary>The options of the phase <c>matrix</c>.</summary>
public sealed record MatrixOptions() : PhaseOptions(seconds: 22)
{
    [Description("The layer whose δ is handed back to the one before, such as `output`. Left out, the last one.")]
    [NotWords]
    public string? Layer { get; init; }

    /// <inheritdoc/>
    public override void Check(PhaseCheck check)
    {
        if (check.IsSound(nameof(Layer))) check.HasLayer(Layer, nameof(Layer), first: 2, "no δ is handed back to");
    }
}
