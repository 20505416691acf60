using System.ComponentModel;

namespace BackpropAnimator.Script;

/// <summary>The function that turns a unit's pre-activation z into its activation a.</summary>
public enum ActivationKind
{
    [Description("1 / (1 + e⁻ᶻ), between 0 and 1")]
    Sigmoid,

    [Description("the hyperbolic tangent, between −1 and 1")]
    Tanh,

    [Description("max(0, z)")]
    Relu,

    [Description("z above 0, leaky_slope · z below")]
    LeakyRelu,

    [Description("z above 0, eᶻ − 1 below")]
    Elu,

    [Description("z · Φ(z), with Φ the normal distribution")]
    Gelu,

    [Description("ln(1 + eᶻ), a smooth relu")]
    Softplus,

    [Description("z itself")]
    Identity,

    [Description("eᶻ over the layer's sum of them: shares that add up to 1 (output layer only)")]
    Softmax,
}
