using System.Collections.Immutable;
using BackpropAnimator.Network;

namespace BackpropAnimator.Lessons;

/// <summary>The factors of a chain in symbols: ∂L/∂a, ∂a/∂z and ∂z/∂w.</summary>
/// <param name="Sum">Before the first two, where they are summed over outputs; empty where they are not.</param>
internal readonly record struct ChainSymbols(string Sum, string A, string Z)
{
    public static ChainSymbols Of(LayerBackward layer, ImmutableArray<int> errors, int unit)
    {
        if (layer.Jacobian is null) return new("", "a", "z");
        // Outputs are counted from 1, as their names are.
        var j = errors is [var one] ? FormattableString.Invariant($"{one + 1}") : "j";
        return new(
            errors.Length != 1 ? @"\textstyle\sum_j \displaystyle" : "", $"a_{{{j}}}", FormattableString.Invariant($"z_{{{unit + 1}}}"));
    }

    public string Error => $@"\part{{error}}{{{Sum}\frac{{\partial L}}{{\partial {A}}}}}";

    public string Slope => $@"\part{{slope}}{{\frac{{\partial {A}}}{{\partial {Z}}}}}";

    /// <summary>The first two in one.</summary>
    public string Pair => $@"{Error} \;\part{{dot}}{{\cdot}}\; {Slope}";

    public string Input => $@"\part{{input}}{{\frac{{\partial {Z}}}{{\partial w}}}}";
}
