using System.Collections.Immutable;
using BackpropAnimator.Network;

namespace BackpropAnimator.Lessons;

/// <summary>Activations' slopes written in their own values, and which values tell most.</summary>
internal static class SlopeFormulas
{
    /// <summary>The middle, the shoulder, and both flat ends where there are any.</summary>
    public static ImmutableArray<double> UsualValues(ElementwiseActivation activation) => activation switch
    {
        Sigmoid => [0.5, 0.8, 0.99, 0.01],
        Tanh => [0, 0.6, 0.99, -0.99],
        Relu => [2, 0.5, 0],
        Elu => [3, 1.5, -0.97],
        Softplus => [0.7, 2, 0.02],
        _ => [2, 0.5, -0.02],
    };

    /// <summary>What it makes of z, in words: σ(z), tanh(z), max(0, z).</summary>
    public static string NameOf(Activation activation) => activation switch
    {
        Identity => "z",
        Relu => "max(0, z)",
        _ => $"{SymbolOf(activation)}(z)",
    };

    /// <summary>Its slope in words: σ′(z), ReLU′(z).</summary>
    public static string SlopeNameOf(Activation activation) => $"{SymbolOf(activation)}′(z)";

    static string SymbolOf(Activation activation) => activation switch
    {
        Sigmoid => "σ",
        Tanh => "tanh",
        Relu => "ReLU",
        LeakyRelu => "leaky ReLU",
        Elu => "ELU",
        Softplus => "softplus",
        _ => "id",
    };

    /// <summary>σ′(z) = a(1 − a), or what stands for it.</summary>
    public static string Of(ElementwiseActivation activation) => $@"\part{{slope}}{{{Formulas.SlopeName(activation)}}} = " + activation switch
    {
        Sigmoid => "a(1 - a)",
        Tanh => "1 - a^2",
        Relu => @"\begin{cases} 1 & z > 0 \\ 0 & z \le 0 \end{cases}",
        LeakyRelu leaky => $@"\begin{{cases}} 1 & z > 0 \\ {Numbers.InFormula.Value(leaky.Slope)} & z \le 0 \end{{cases}}",
        Elu => @"\begin{cases} 1 & z > 0 \\ a + 1 & z \le 0 \end{cases}",
        Softplus => "1 - e^{-a}",
        Identity => "1",
        _ => throw new ArgumentOutOfRangeException(nameof(activation), activation.Name, "Its slope does not follow from a."),
    };

    /// <summary>As many decimals of a as make 1 − a more than nothing.</summary>
    public static int DecimalsOf(ElementwiseActivation activation, double a) =>
        activation is Sigmoid or Tanh ? Math.Clamp(Numbers.DecimalsFor(Math.Min(Math.Abs(a), 1 - Math.Abs(a)), 1), 2, 6) : 2;

    /// <summary>The same with the numbers of a point of the curve: "= 0.80 · 0.20 = 0.16".</summary>
    public static string WithNumbers(ElementwiseActivation activation, CurvePoint point)
    {
        var decimals = Math.Max(2, Numbers.DecimalsFor(point.Slope, 2));
        var result = $@"\part{{slope}}{{{Numbers.InFormula.Rounded(point.Slope, activation is Relu or Identity ? 0 : decimals)}}}";
        var digits = DecimalsOf(activation, point.A);
        string A(double value) => Numbers.InFormula.Factor(value, digits);
        double Seen(double value) => Rounded.To(value, digits);
        return activation switch
        {
            Sigmoid => $@"= {A(point.A)} \cdot {A(1 - point.A)} {Rounded.Sign(Seen(point.A) * Seen(1 - point.A), point.Slope, decimals)} {result}",
            Tanh => $@"= 1 - {A(point.A)}^2 {Rounded.Sign(1 - Seen(point.A) * Seen(point.A), point.Slope, decimals)} {result}",
            Softplus => $@"= 1 - e^{{-{A(point.A)}}} {Rounded.Sign(1 - Math.Exp(-Seen(point.A)), point.Slope, decimals)} {result}",
            Relu or LeakyRelu or Elu => $@"= {result} \quad \text{{at }} z = {Numbers.InFormula.Value(point.Z)}",
            _ => $"= {result}",
        };
    }
}
