using BackpropAnimator.Script;

namespace BackpropAnimator.Lessons;

/// <summary>The options of the phase <c>loss</c>.</summary>
public sealed record LossOptions() : PhaseOptions(seconds: 6);
