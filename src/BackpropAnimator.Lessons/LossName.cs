namespace BackpropAnimator.Lessons;

/// <summary>
/// What a loss is called beside its number. A mean over several samples says that it is one: the network shows a single sample.
/// </summary>
internal static class LossName
{
    /// <summary>"L", or "mean L".</summary>
    public static string Short(int samples, Words words) => samples > 1 ? words.Loss.MeanShort : "L";

    /// <summary>L, or L with a bar over it, in TeX.</summary>
    public static string InFormula(int samples) => samples > 1 ? @"\bar{L}" : "L";

    /// <summary>"loss", or "mean loss of 4 samples".</summary>
    public static string InWords(int samples, Words words) => samples > 1 ? words.Loss.Mean(samples) : words.Loss.InWords;

    /// <summary>The same at the beginning of a line.</summary>
    public static string AsTitle(int samples, Words words) => samples > 1 ? words.Loss.MeanTitle(samples) : words.Loss.Title;
}
