using System.Collections.Immutable;
using System.Globalization;
using BackpropAnimator.Network;
using BackpropAnimator.Script;

namespace BackpropAnimator.Lessons;

/// <summary>
/// What comes out when a viewer calculates with the numbers as they are shown. Where that rounds to another last digit than the
/// true result, the formula says "≈" instead of "=".
/// </summary>
internal static class Rounded
{
    /// <summary>With how many decimals a learning rate is written: as few as it has, and no more than can be read at a glance.</summary>
    public const int LeastOfLearningRate = 2, MostOfLearningRate = 4;

    // Less than this is left where decimals that cancel are added up in binary.
    const double Noise = 1e-12;

    public static string Sign(double calculated, double actual, int decimals)
    {
        if (actual == 0 && Math.Abs(calculated) < Noise) calculated = 0;
        return Numbers.Rounded(calculated, decimals) == Numbers.Rounded(actual, decimals) ? "=" : @"\approx";
    }

    public static double PreActivation(LearningStep step, Unit unit)
    {
        var layer = step.Before.Layers[unit.Layer - 1];
        var inputs = step.Forward.ActivationsOf(unit.Layer - 1);
        var sum = Formulas.PreActivationTerms(step, unit)
            .Add(i => AsWritten(layer.Weights[unit.Index, i], 2) * AsWritten(inputs[i], 2), 2);
        return sum + AsWritten(layer.Biases[unit.Index], 2);
    }

    public static double Activation(LearningStep step, Unit unit)
    {
        var z = step.Forward.Layers[unit.Layer - 1].PreActivation;
        var activation = step.Before.Layers[unit.Layer - 1].Activation;
        if (activation is not LayerActivation whole) return activation.ValuesAt(z.Map(value => AsWritten(value, 2)))[unit.Index];
        double Part(int k) => whole.PartAt(AsWritten(z[k], 2));
        return Part(unit.Index) / Formulas.PartsOf(whole, z).Add(Part, 2);
    }

    public static double Delta(ImmutableArray<DeltaTerm> terms) =>
        Formulas.DeltaSum(terms).Add(i => AsWritten(terms[i].Error, 3) * AsWritten(terms[i].Slope, 3), 3);

    public static double BackpropSum(LearningStep step, Unit unit)
    {
        var weights = step.Before.Layers[unit.Layer].Weights;
        var delta = step.Backward.Layers[unit.Layer].Delta;
        return Formulas.BackpropSum(step, unit).Add(k => AsWritten(weights[k, unit.Index], 2) * AsWritten(delta[k], 3), 3);
    }

    public static double RawError(LearningStep step, Unit output) =>
        AsWritten(step.Forward.Output[output.Index], 2) - AsWritten(step.Example.Target[output.Index], 2);

    /// <param name="most">How many terms are written out.</param>
    public static double Loss(LearningStep step, int most)
    {
        var terms = step.Before.Loss.Terms(
            step.Forward.Output.Map(a => AsWritten(a, 2)), step.Example.Target.Map(y => AsWritten(y, 2)));
        return Formulas.LossTerms(step, most).Add(k => terms[k], 3);
    }

    /// <summary>
    /// A number as <see cref="Numbers.Rounded"/> writes it: one too small or too large for its decimals keeps a digit or two and its
    /// power of ten.
    /// </summary>
    public static double AsWritten(double value, int decimals) => Math.Abs(value) switch
    {
        0 => 0,
        >= 1e5 => ToDigits(value, 2),
        >= 1000 => To(value, 0),
        >= 100 => To(value, Math.Min(decimals, 1)),
        var size when size < 0.5 * Math.Pow(10, -decimals) => ToDigits(value, 1),
        _ => To(value, decimals),
    };

    /// <summary>A number as <see cref="Numbers.Significant(double, int)"/> writes it.</summary>
    public static double AsSignificant(double value, int digits) =>
        Math.Abs(value) is > 0 and < 1e-3 ? ToDigits(value, digits) : AsWritten(value, Numbers.DecimalsFor(value, digits));

    /// <summary>A number as <see cref="Numbers.Trimmed(double, int, int)"/> writes it.</summary>
    public static double AsTrimmed(double value, int most) => Math.Abs(value) switch
    {
        (> 0 and < 1e-4) or >= 1e5 => ToDigits(value, 2),
        var size when size < 0.5 * Math.Pow(10, -most) => To(value, Numbers.DecimalsFor(value, 2)),
        _ => To(value, most),
    };

    static double ToDigits(double value, int digits) => double.Parse(
        value.ToString($"E{digits - 1}", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    public static double To(double value, int decimals) => Math.Round(value, decimals, MidpointRounding.AwayFromZero);
}
