namespace BackpropAnimator.Script.Binding;

/// <summary>Holds the place of a phase whose kind is not known, so that the check of their order does not take it for missing.</summary>
internal sealed record UnknownPhase() : PhaseScript("", seconds: 1);
