using MathNet.Numerics.LinearAlgebra;

namespace BackpropAnimator.Network;

/// <summary>How many of some examples a network gets right.</summary>
/// <param name="Right">How many it gets right.</param>
/// <param name="Count">Of how many.</param>
public readonly record struct Accuracy(int Right, int Count)
{
    /// <summary>0 to 1; NaN of no examples at all.</summary>
    public double Share => (double)Right / Count;

    /// <summary>A network's accuracy on examples that are judged by their own targets.</summary>
    /// <exception cref="ArgumentException">An example does not fit the network.</exception>
    public static Accuracy Of(DenseNetwork network, IReadOnlyCollection<Example> examples) =>
        Of(network, examples, AnswerRule.For(examples));

    /// <summary>The same by the rule of a larger set of examples, of which these are a part.</summary>
    public static Accuracy Of(DenseNetwork network, IReadOnlyCollection<Example> examples, AnswerRule rule) =>
        new(examples.Count(example => rule.IsRight(network.Forward(example.Input).Output, example.Target)), examples.Count);
}

/// <summary>
/// When an output counts as the right answer: where there are several, the largest has to be the target's largest; a single one has to
/// be on its target's side of <see cref="Cut"/>.
/// </summary>
/// <param name="AreAnswers">Whether the targets are answers, this or that, rather than measurements to be met.</param>
/// <param name="Cut">Half-way between the two targets of a single output: 0.5 between 0 and 1, 0 between −1 and 1.</param>
public sealed record AnswerRule(bool AreAnswers, double Cut)
{
    const double Between0And1 = 0.5, BetweenMinus1And1 = 0;

    /// <summary>The rule that fits examples' targets.</summary>
    public static AnswerRule For(IReadOnlyCollection<Example> examples)
    {
        if (examples.All(example => example.Target.All(y => y is 0 or 1))) return new(true, Between0And1);
        var areSigns = examples.All(example => example.Target is [-1 or 1]);
        return new(areSigns, areSigns ? BetweenMinus1And1 : Between0And1);
    }

    /// <summary>Whether an output is the right answer.</summary>
    public bool IsRight(Vector<double> output, Vector<double> target) =>
        output.Count == 1 ? output[0] >= Cut == target[0] >= Cut : output.MaximumIndex() == target.MaximumIndex();
}
