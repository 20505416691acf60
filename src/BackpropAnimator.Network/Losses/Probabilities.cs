using MathNet.Numerics.LinearAlgebra;

namespace BackpropAnimator.Network;

/// <summary>What the two cross-entropies ask of their outputs and targets.</summary>
static class Probabilities
{
    public static string? ProblemWith(Loss loss, Activation output) => output.Range is { Low: >= 0, High: <= 1 }
        ? null
        : $"{loss.Name} needs outputs between 0 and 1 (sigmoid or softmax), but those of {output.Name} lie in "
            + $"({End(output.Range.Low)}, {End(output.Range.High)})";

    public static string? ProblemWith(Loss loss, Vector<double> target)
    {
        foreach (var y in target)
        {
            if (y is not (>= 0 and <= 1))
                return $"{loss.Name} needs targets in 0 … 1, not {y:0.######}";
        }

        return null;
    }

    static string End(double value) => value switch
    {
        double.NegativeInfinity => "−∞",
        double.PositiveInfinity => "∞",
        _ => value.ToString("0.##").Replace('-', '−'),
    };
}
