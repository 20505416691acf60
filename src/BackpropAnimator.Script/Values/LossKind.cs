using System.ComponentModel;

namespace BackpropAnimator.Script;

/// <summary>How the distance between the output ŷ and the target y is measured.</summary>
public enum LossKind
{
    [Description("½ Σ (ŷ − y)²")]
    HalfSquaredError,

    [Description("the mean of (ŷ − y)²")]
    MeanSquaredError,

    [Description("the mean of |ŷ − y|")]
    MeanAbsoluteError,

    [Description("−Σ (y ln ŷ + (1 − y) ln(1 − ŷ)); needs outputs between 0 and 1")]
    BinaryCrossEntropy,

    [Description("−Σ y ln ŷ; needs outputs between 0 and 1")]
    CategoricalCrossEntropy,
}
