using BackpropAnimator.Script;

namespace BackpropAnimator.Lessons;

/// <summary>The options of the phase <c>intro</c>.</summary>
public sealed record IntroOptions() : PhaseOptions(seconds: 3);
