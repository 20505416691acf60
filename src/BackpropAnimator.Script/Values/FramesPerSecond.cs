using System.Globalization;

namespace BackpropAnimator.Script;

/// <summary>A frame rate as a fraction in lowest terms, so that 30000/1001 stays exact.</summary>
public readonly record struct FramesPerSecond(int Numerator, int Denominator)
{
    /// <summary>The slowest rate that a scene may ask for.</summary>
    public const int Min = 1;

    /// <summary>The fastest rate that a scene may ask for.</summary>
    public const int Max = 240;

    public override string ToString() =>
        Denominator == 1
            ? Numerator.ToString(CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"{Numerator}/{Denominator}");
}
