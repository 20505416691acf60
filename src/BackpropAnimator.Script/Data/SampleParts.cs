using System.Collections.Immutable;
using BackpropAnimator.Network;
using BackpropAnimator.Script.Diagnostics;

namespace BackpropAnimator.Script.Data;

/// <summary>
/// Samples as a network sees them: split into a part for training and one for tests, and standardised by the training part.
/// </summary>
internal sealed record SampleParts(ImmutableArray<ExampleScript> Training, ImmutableArray<ExampleScript> Test, Standardization? Scale)
{
    /// <summary>Splits and standardises samples as the data's keys say.</summary>
    /// <param name="network">Has the seed where the data has none, and the names of the inputs; null where it could not be read.</param>
    public static SampleParts Of(
        ImmutableArray<ExampleScript> samples, DataScript data, NetworkScript? network, DiagnosticBag problems)
    {
        var whole = new SampleParts(samples, [], null);
        if (samples.IsEmpty || !AreEven(samples)) return whole;
        var parts = data.Split is { } share ? whole.Split(share, data, network, problems) : whole;
        return data.Standardize ? parts.Standardized(data, network, problems) : parts;
    }

    /// <summary>An example as the network sees it; as it is where it does not fit the samples, which its own check tells.</summary>
    public ExampleScript Scaled(ExampleScript example) =>
        Scale is null || example.Input.IsDefault || example.Input.Length != Scale.Means.Length
            ? example
            : example with { Input = Scale.Apply(example.Input) };

    SampleParts Split(double share, DataScript data, NetworkScript? network, DiagnosticBag problems)
    {
        if (Training.Length < 2)
        {
            problems.Error(data.PositionOf(nameof(data.Split)), "split: there is only 1 sample, and each part needs one");
            return this;
        }
        var split = TrainTestSplit.Of(Training.Length, share, data.Seed ?? network?.Seed ?? 0);
        return this with
        {
            Training = [.. split.Training.Select(n => Training[n])],
            Test = [.. split.Test.Select(n => Training[n])],
        };
    }

    SampleParts Standardized(DataScript data, NetworkScript? network, DiagnosticBag problems)
    {
        var scale = Standardization.Of([.. Training.Select(sample => sample.Input)]);
        for (var i = 0; i < scale.Means.Length; i++)
            if (scale.Deviations[i] == 0)
                problems.Warning(
                    data.PositionOf(nameof(data.Standardize)),
                    FormattableString.Invariant($"standardize: {NameOf(i)} is {scale.Means[i]:G6} in every sample, and becomes 0"),
                    "it tells the network nothing: leave it out of the inputs");
        var scaled = this with { Scale = scale };
        return scaled with { Training = [.. Training.Select(scaled.Scaled)], Test = [.. Test.Select(scaled.Scaled)] };

        string NameOf(int i) => network is { Inputs: { IsEmpty: false } names } && i < names.Length ? $"'{names[i]}'" : $"input {i + 1}";
    }

    // Rows that are written out may be of different lengths, which their own check tells.
    static bool AreEven(ImmutableArray<ExampleScript> samples) =>
        samples.All(sample => !sample.Input.IsDefault && sample.Input.Length == samples[0].Input.Length);
}
