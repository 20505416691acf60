using System.ComponentModel;

namespace BackpropAnimator.Script;

/// <summary>Numbers that a lesson has one of, by their names in claims: <c>loss_before</c>.</summary>
public enum LessonFact
{
    [Description("the loss of the example before the update")]
    LossBefore,

    [Description("the loss of the example after the update, from a second forward pass")]
    LossAfter,

    [Description("η")]
    LearningRate,

    [Description("the loss averaged over the data, before training")]
    InitialLoss,

    [Description("the loss averaged over the data, after the last epoch of training")]
    FinalLoss,

    [Description("the share of the data that the trained network gets right: its largest output is the target's largest; a single " +
        "output is on the target's side of the middle, 0.5 between 0 and 1 or 0 between −1 and 1")]
    Accuracy,

    [Description("the same share of the samples that `split` keeps from training")]
    TestAccuracy,
}

/// <summary>Numbers of an epoch of training: <c>loss(100)</c>.</summary>
public enum EpochFact
{
    [Description("the loss averaged over the data after that many epochs; 0 is before training")]
    Loss,
}

/// <summary>Numbers of a layer: <c>gradient_norm(hidden)</c>.</summary>
public enum LayerFact
{
    [Description("√ Σ (∂L/∂w)² over the layer's weights, those that lead into it")]
    GradientNorm,

    [Description("the mean |∂L/∂w| over the layer's weights, those that lead into it")]
    MeanGradient,
}

/// <summary>Numbers of a unit: <c>delta(h.2)</c>.</summary>
public enum UnitFact
{
    [Description("a = f(z); of an input the input itself")]
    Activation,

    [Description("a after the update")]
    ActivationAfter,

    [Description("the pre-activation z = Σ w·a + b")]
    Z,

    [Description("a of the example after the last epoch of training")]
    FinalActivation,

    [Description("ŷ − y, what an output is off by")]
    RawError,

    [Description("∂L/∂a: the slope of the loss for an output, the backprop sum Σ w·δ for a hidden unit")]
    ActivationGradient,

    [Description("∂a/∂z = f′(z)")]
    Slope,

    [Description("δ = ∂L/∂z")]
    Delta,

    [Description("b")]
    Bias,

    [Description("b after the update")]
    BiasAfter,

    [Description("∂L/∂b, averaged over the data where there is some")]
    BiasGradient,

    [Description("y, the target of an output; target.1 for short")]
    Target,

    [Description("the share of the data for which z ≤ 0: 1 is a ReLU that is dead")]
    OffShare,

    [Description("the same after the last epoch of training")]
    FinalOffShare,
}

/// <summary>Numbers of a weight: <c>gradient(h.2 -> o.1)</c>.</summary>
public enum WeightFact
{
    [Description("w")]
    Weight,

    [Description("w after the update")]
    WeightAfter,

    [Description("∂L/∂w, averaged over the data where there is some")]
    Gradient,

    [Description("∂L/∂w of the example alone, as backward, chain_rule, inspect and trace_weight show it")]
    ExampleGradient,

    [Description("w after the last epoch of training")]
    FinalWeight,

    [Description("∂L/∂w averaged over the data, after the last epoch of training")]
    FinalGradient,
}
