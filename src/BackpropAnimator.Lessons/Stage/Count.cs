using BackpropAnimator.Timeline;

namespace BackpropAnimator.Lessons;

/// <summary>
/// A number that counts up to its value as it comes. On its way it is dimmed, so that a picture of that moment does not pass it off as the
/// value; once it
/// has arrived it brightens.
/// </summary>
internal static class Count
{
    // Of the time it has: it counts, and what is left is for brightening.
    const double Counting = 0.75, Dimmed = 0.4;

    /// <summary>How far it has come, 0 to 1.</summary>
    /// <param name="coming">From its first sight until it is fully there.</param>
    public static double Reached(Interval coming, double t) => coming.Share(0, Counting).At(t, Easing.OutCubic);

    /// <summary>How visible it is, 0 to 1.</summary>
    public static double Visible(Interval coming, double t) => coming.Share(0, 0.3).At(t, Easing.OutCubic) * Arrived(coming.Progress(t));

    /// <summary>What is left of a number's strength that something else, such as a bar, brings to its value.</summary>
    /// <param name="reached">How far it has come, 0 to 1.</param>
    public static double StrengthAt(double reached) => Dimmed + (1 - Dimmed) * new Interval(0.95, 1).At(reached, Easing.Linear);

    /// <summary>What is left of a number's strength at a share of its way: dimmed until it stands at its value.</summary>
    /// <param name="progress">0 when it sets out, 1 when it is fully there.</param>
    static double Arrived(double progress) => Dimmed + (1 - Dimmed) * new Interval(Counting, 1).At(progress, Easing.InOutCubic);
}
