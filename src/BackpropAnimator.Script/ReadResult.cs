using System.Collections.Immutable;

namespace BackpropAnimator.Script;

/// <summary>What reading a scene gave.</summary>
/// <param name="Scene">The scene; null exactly when a diagnostic is an error.</param>
/// <param name="Diagnostics">Every problem found, in the order of the file, those of overrides last.</param>
public sealed record ReadResult(Scene? Scene, ImmutableArray<Diagnostic> Diagnostics);
