namespace BackpropAnimator.Timeline;

/// <summary>Easing functions: progress 0…1 in, eased progress out (0 at 0, 1 at 1). Penner (2002), chapter 7.</summary>
public static class Easing
{
    public static double Linear(double p) => p;
    public static double InCubic(double p) => p * p * p;
    public static double OutCubic(double p) => 1 - Cube(1 - p);
    public static double InOutCubic(double p) => p < 0.5 ? 4 * Cube(p) : 1 - 4 * Cube(1 - p);
    public static double InOutSine(double p) => 0.5 - 0.5 * Math.Cos(Math.PI * p);
    public static double OutQuint(double p) => 1 - Math.Pow(1 - p, 5);

    /// <summary>Goes a tenth beyond its end and comes back: for things that pop in.</summary>
    public static double OutBack(double p)
    {
        const double overshoot = 1.70158;
        return 1 + (overshoot + 1) * Cube(p - 1) + overshoot * (p - 1) * (p - 1);
    }

    /// <summary>The progress at which <see cref="InOutCubic"/> has come to a share of its way.</summary>
    public static double WhenInOutCubic(double share) => share < 0.5 ? Math.Cbrt(share / 4) : 1 - Math.Cbrt((1 - share) / 4);

    /// <summary>Up and down again: 0 at both ends, 1 in the middle.</summary>
    public static double Pulse(double p) => Math.Sin(Math.PI * p) * Math.Sin(Math.PI * p);

    static double Cube(double x) => x * x * x;
}
