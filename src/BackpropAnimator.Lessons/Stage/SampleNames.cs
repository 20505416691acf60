using BackpropAnimator.Network;

namespace BackpropAnimator.Lessons;

/// <summary>What samples of the data are called.</summary>
internal static class SampleNames
{
    // Longer inputs are called by their number.
    const int MostInputs = 3;

    public static bool IsShort(Example sample) => sample.Input.Count <= MostInputs;

    /// <summary>"(0, 1)": an input in short.</summary>
    public static string InShort(Example sample) => $"({string.Join(Numbers.ListMark + " ", sample.Input.Select(Given))})";

    /// <summary>The same, or "sample 3" where the input is long.</summary>
    /// <param name="index">Its place in the data, from 0.</param>
    public static string Of(Example sample, int index, Words words) =>
        IsShort(sample) ? InShort(sample) : index < 0 ? words.Samples.ThisInput : words.Samples.Sample(index + 1);

    /// <summary>A number of the data: as short as it is.</summary>
    public static string Given(double value) => Numbers.Trimmed(value, 0, 2);
}
