using System.ComponentModel;
using BackpropAnimator.Script;
using BackpropAnimator.Script.Checks;

namespace BackpropAnimator.Lessons;

/// <summary>The options of the phase <c>inspect</c>.</summary>
public sealed record InspectOptions() : PhaseOptions(seconds: 12)
{
    [Description("The weight to look at. Left out, one that leads to an output; the lesson chooses.")]
    public EdgeReference? Weight { get; init; }

    /// <summary>Null is the example that the lesson shows.</summary>
    [Description("The sample of `data` that goes through the network, counted from 0. Left out, the lesson's example.")]
    [Limits(0, 1_000_000)]
    public int? Sample { get; init; }

    /// <inheritdoc/>
    public override void Check(PhaseCheck check)
    {
        check.HasWeight(Weight, nameof(Weight));
        check.HasSample(Sample, nameof(Sample));
    }
}
