using BackpropAnimator.Script;

namespace BackpropAnimator.Lessons;

/// <summary>The options of the phase <c>forward</c>.</summary>
public sealed record ForwardOptions() : FocusedOptions(seconds: 10);
