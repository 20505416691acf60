namespace BackpropAnimator.Script;

/// <summary>Holds the place of a phase whose kind is not known, so that the check of their order does not take it for missing.</summary>
internal sealed record UnknownPhase() : PhaseOptions(seconds: 1);
