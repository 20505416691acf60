namespace BackpropAnimator.Network;

/// <summary>A number with the way that a formula writes it. How many digits that takes is up to whoever shows the formula.</summary>
/// <param name="Value">The number itself.</param>
/// <param name="Text">The number in TeX: <c>0.80</c>.</param>
/// <param name="Rest">1 minus the number as a factor in TeX: <c>0.20</c>, or <c>(1 - 0.80)</c>.</param>
public readonly record struct Numeral(double Value, string Text, string Rest)
{
    public override string ToString() => Text;
}
