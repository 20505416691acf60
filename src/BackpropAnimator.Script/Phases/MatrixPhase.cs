using System.ComponentModel;

namespace BackpropAnimator.Script;

[Description("The weights as a matrix beside the network: it is transposed cell by cell, hands δ back along the edges, and makes the δ of the layer before.")]
[Needs("loss")]
public sealed record MatrixPhase() : PhaseScript("matrix", seconds: 22)
{
    [Description("The layer whose δ is handed back to the one before, such as `output`. Left out, the last one.")]
    public string? Layer { get; init; }

    public override bool StandsBesideNetwork => true;
}
