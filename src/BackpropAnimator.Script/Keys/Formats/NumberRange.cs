namespace BackpropAnimator.Script.Keys.Formats;

/// <summary>The numbers that a value can be.</summary>
/// <param name="Limits">Their range; null where any number may stand.</param>
/// <param name="Unit">What they count; empty for plain numbers.</param>
internal sealed record NumberRange(LimitsAttribute? Limits, bool IsWhole, string Unit);
