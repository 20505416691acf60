using MathNet.Numerics.LinearAlgebra;

namespace BackpropAnimator.Network;

/// <summary>aⱼ = eᶻʲ / Σ eᶻᵏ: the units of the output layer share a probability of 1. ∂aⱼ/∂zₖ = aⱼ(1[j = k] − aₖ).</summary>
[Listed(90)]
public sealed record Softmax : LayerActivation
{
    public override string Name => "softmax";

    public override string Description => "eᶻ over the layer's sum of them: shares that add up to 1 (output layer only)";

    public override ForeignNames ForeignNames => new("Softmax", "softmax");

    public override string Label => "Softmax";

    public override string Symbol => "softmax";

    public override string Formula => "a_j = " + ValueFormula("z_j", "z_k");

    public override ValueRange Range => new(0, 1);

    public override bool IsForOutputOnly => true;

    public override bool ValuesSumToOne => true;

    public override string ShareFormula(string own, string sum) => $@"\frac{{{own}}}{{{sum}}}";

    public override string PartFormula(string z) => $"e^{{{z}}}";

    public override double PartAt(double z) => Math.Exp(z);

    public override string JacobianFormula(string k, string a) => $"a_j ([j = {k}] - {a})";

    public override Matrix<double> JacobianAt(Vector<double> z)
    {
        var a = ValuesAt(z);
        return Matrix<double>.Build.DiagonalOfDiagonalVector(a) - a.OuterProduct(a);
    }

    internal override void Apply(ReadOnlySpan<double> z, Span<double> a)
    {
        // A common factor cancels in the fraction, so the greatest exponent may be moved to 0, where nothing overflows.
        var greatest = z[Greatest(z)];
        var sum = 0.0;
        for (var j = 0; j < z.Length; j++)
            sum += a[j] = Math.Exp(z[j] - greatest);
        for (var j = 0; j < z.Length; j++)
            a[j] /= sum;
    }

    internal override void Slopes(ReadOnlySpan<double> z, Span<double> slopes)
    {
        Apply(z, slopes);
        foreach (ref var slope in slopes)
            slope *= 1 - slope;
    }

    // δₖ = Σⱼ ∂L/∂aⱼ · ∂aⱼ/∂zₖ = aₖ (∂L/∂aₖ − Σⱼ aⱼ ∂L/∂aⱼ)
    internal override void Backpropagate(
        ReadOnlySpan<double> z, ReadOnlySpan<double> a, ReadOnlySpan<double> incoming, Span<double> delta)
    {
        var mean = 0.0;
        for (var j = 0; j < a.Length; j++)
            mean += a[j] * incoming[j];
        for (var k = 0; k < a.Length; k++)
            delta[k] = a[k] * (incoming[k] - mean);
    }

    // −ln aⱼ = ln Σ eᶻᵏ − zⱼ. Of the greatest unit, 1 − a is what all others have together.
    internal override double CrossEntropy(ReadOnlySpan<double> z, ReadOnlySpan<double> target, bool countsRest)
    {
        var first = Greatest(z);
        var others = LogSumExp(z, except: first) - z[first];
        var total = NearZero.LogOnePlus(Math.Exp(others));              // ln Σ eᶻᵏ − the greatest z
        var sum = 0.0;
        for (var j = 0; j < z.Length; j++)
        {
            var surprise = z[first] - z[j] + total;
            sum += Times(target[j], surprise);
            if (countsRest)
                sum += Times(1 - target[j], j == first ? total - others : -NearZero.LogOnePlus(-Math.Exp(-surprise)));
        }

        return sum;

        // What is not asked for costs nothing, even where its logarithm is infinite: that of 1 − a of a layer of one unit.
        static double Times(double weight, double surprise) => weight == 0 ? 0 : weight * surprise;
    }

    static int Greatest(ReadOnlySpan<double> z, int except = -1)
    {
        var greatest = except == 0 ? 1 : 0;
        for (var j = greatest + 1; j < z.Length; j++)
        {
            if (j != except && z[j] > z[greatest])
                greatest = j;
        }

        return greatest;
    }

    // ln Σ eᶻ over all units but one; −∞ where there is no other.
    static double LogSumExp(ReadOnlySpan<double> z, int except)
    {
        if (z.Length == 1)
            return double.NegativeInfinity;
        var (greatest, sum) = (z[Greatest(z, except)], 0.0);
        for (var j = 0; j < z.Length; j++)
            sum += j == except ? 0 : Math.Exp(z[j] - greatest);
        return greatest + Math.Log(sum);
    }
}
