using BackpropAnimator.Network;
using BackpropAnimator.Script;

namespace BackpropAnimator.Lessons;

/// <summary>
/// What comes out when a viewer calculates with the numbers as they are shown. Where that rounds to another last digit than the
/// true result, the formula says "≈" instead of "=".
/// </summary>
internal static class Rounded
{
    public static string Sign(double calculated, double actual, int decimals) =>
        Numbers.Plain(calculated, decimals) == Numbers.Plain(actual, decimals) ? "=" : @"\approx";

    public static double PreActivation(LearningStep step, Unit unit)
    {
        var layer = step.Before.Layers[unit.Layer - 1];
        var inputs = step.Forward.ActivationsOf(unit.Layer - 1);
        return Enumerable.Range(0, inputs.Count)
            .Sum(i => To(layer.Weights[unit.Index, i], 2) * To(inputs[i], 2)) + To(layer.Biases[unit.Index], 2);
    }

    public static double BackpropSum(LearningStep step, Unit unit)
    {
        var weights = step.Before.Layers[unit.Layer].Weights;
        var delta = step.Backward.Layers[unit.Layer].Delta;
        return Enumerable.Range(0, delta.Count).Sum(k => To(weights[k, unit.Index], 2) * To(delta[k], 3));
    }

    public static double RawError(LearningStep step, Unit output) =>
        To(step.Forward.Output[output.Index], 2) - To(step.Example.Target[output.Index], 2);

    public static double Loss(LearningStep step) =>
        step.Before.Loss.Value(step.Forward.Output.Map(a => To(a, 2)), step.Example.Target.Map(y => To(y, 2)));

    /// <summary>
    /// A number as <see cref="Numbers.InFormula.Factor"/> writes it: one too small for its decimals keeps a digit and its power of ten.
    /// </summary>
    public static double AsWritten(double value, int decimals) => Math.Abs(value) switch
    {
        0 => 0,
        >= 1000 => To(value, 0),
        >= 100 => To(value, Math.Min(decimals, 1)),
        var size when size < 0.5 * Math.Pow(10, -decimals) => To(value, Math.Min(15, Numbers.DecimalsFor(value, 1))),
        _ => To(value, decimals),
    };

    public static double To(double value, int decimals) => Math.Round(value, decimals, MidpointRounding.AwayFromZero);
}
