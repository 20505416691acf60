using BackpropAnimator.Network;
using MathNet.Numerics.LinearAlgebra;

namespace BackpropAnimator.Lessons;

/// <summary>When an output counts as the right answer.</summary>
internal static class Answers
{
    /// <summary>Whether the largest output is the target's largest; of a single output, whether it is on the target's side of 0.5.</summary>
    public static bool IsRight(Vector<double> output, Vector<double> target) =>
        output.Count == 1 ? output[0] >= 0.5 == target[0] >= 0.5 : output.MaximumIndex() == target.MaximumIndex();

    /// <summary>Whether targets are answers, yes or no, rather than measurements to be met.</summary>
    public static bool AreAnswers(IEnumerable<Example> samples) => samples.All(sample => sample.Target.All(y => y is 0 or 1));
}
