using System.Collections.Immutable;

namespace BackpropAnimator.Network;

/// <summary>The numbers that the update of a single weight starts from.</summary>
/// <param name="Weight">w before the update.</param>
/// <param name="Gradient">g: ∂L/∂w, with weight decay in it where the optimizer does not decouple it.</param>
/// <param name="LearningRate">η of this step.</param>
/// <param name="Step">t, from 1.</param>
/// <param name="Memory">What the optimizer remembers of this weight, in the order of <see cref="Optimizer.Memory"/>.</param>
/// <param name="WeightDecay">λ where the optimizer decouples it, otherwise 0.</param>
public sealed record WeightUpdate(
    UpdateNumber Weight, UpdateNumber Gradient, UpdateNumber LearningRate, int Step, ImmutableArray<double> Memory,
    UpdateNumber WeightDecay);

/// <summary>A number of a calculation, with the symbol that it has in the formula.</summary>
/// <param name="Symbol">In TeX: <c>\beta_1</c>.</param>
/// <param name="Value">The number itself.</param>
/// <param name="Kind">What it is, for whoever decides on its digits and colour.</param>
public readonly record struct UpdateNumber(string Symbol, double Value, UpdateNumberKind Kind = UpdateNumberKind.Computed);

/// <summary>What a number of a calculation is.</summary>
public enum UpdateNumberKind
{
    /// <summary>What the author of a network has set: η, β, λ.</summary>
    Given,

    /// <summary>A weight, before or after its update.</summary>
    Weight,

    /// <summary>A gradient, which has a sign to show.</summary>
    Gradient,

    /// <summary>What was computed or remembered on the way.</summary>
    Computed,
}
