using BackpropAnimator.Network;
using BackpropAnimator.Typesetting;

namespace BackpropAnimator.Lessons;

/// <summary>Activations' slopes written in their own values, in symbols and with the numbers of a point of the curve.</summary>
internal static class SlopeFormulas
{
    /// <summary>σ′(z) = a(1 − a), or what stands for it.</summary>
    public static string Of(ElementwiseActivation activation) =>
        $@"\part{{slope}}{{{activation.SlopeInTex("z")}}} = {activation.SlopeInA!.Formula}";

    /// <summary>As many decimals of a as make 1 − a more than nothing, where a comes near to 1.</summary>
    public static int DecimalsOf(ElementwiseActivation activation, double a) =>
        activation.Range.High == 1 ? Math.Clamp(Numbers.DecimalsFor(Math.Min(Math.Abs(a), 1 - Math.Abs(a)), 1), 2, 6) : 2;

    /// <summary>The same with the numbers of a point of the curve: "= 0.80 · 0.20 = 0.16".</summary>
    public static string WithNumbers(ElementwiseActivation activation, CurvePoint point, Words words)
    {
        var slope = activation.SlopeInA!;
        var decimals = Math.Max(2, Numbers.DecimalsFor(point.Slope, 2));
        var result = $@"\part{{slope}}{{{Numbers.InFormula.Rounded(point.Slope, HasWholeSlopes(activation) ? 0 : decimals)}}}";
        if (slope.IsInPieces) return $@"= {result} \quad {Formula.Words(words.Slope.At)} z = {Numbers.InFormula.Value(point.Z)}";
        if (slope.WithNumbers is not { } withNumbers) return $"= {result}";
        var digits = DecimalsOf(activation, point.A);
        string Written(double value) => Numbers.InFormula.Factor(value, digits);
        var a = new Numeral(Rounded.AsWritten(point.A, digits), Written(point.A), Written(1 - point.A));
        return $"= {withNumbers(a)} {Rounded.Sign(slope.At(a.Value), point.Slope, decimals)} {result}";
    }

    // As relu's, which are 0 and 1.
    static bool HasWholeSlopes(ElementwiseActivation activation) =>
        Enumerable.Range(-2, 5).All(z => double.IsInteger(activation.SlopeAt(z)));
}
