using System.ComponentModel;

namespace BackpropAnimator.Script;

/// <summary>What the axis of a plot of losses shows.</summary>
public enum LossScaleKind
{
    [Description("the loss itself")]
    Absolute,

    [Description("the loss as a share of the loss before training: losses of different kinds start at the same height")]
    Relative,
}
