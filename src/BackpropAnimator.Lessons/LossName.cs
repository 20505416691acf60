namespace BackpropAnimator.Lessons;

/// <summary>
/// What a loss is called beside its number. A mean over several samples says that it is one: the network shows a single sample.
/// </summary>
internal static class LossName
{
    /// <summary>"L", or "mean L".</summary>
    public static string Short(int samples) => samples > 1 ? "mean L" : "L";

    /// <summary>L, or L with a bar over it, in TeX.</summary>
    public static string InFormula(int samples) => samples > 1 ? @"\bar{L}" : "L";

    /// <summary>"loss", or "mean loss of 4 samples".</summary>
    public static string InWords(int samples) => samples > 1 ? FormattableString.Invariant($"mean loss of {samples} samples") : "loss";

    /// <summary>The same at the beginning of a line.</summary>
    public static string AsTitle(int samples) => char.ToUpperInvariant(InWords(samples)[0]) + InWords(samples)[1..];
}
