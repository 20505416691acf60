using System.Collections.Immutable;
using BackpropAnimator.Script.Overrides;

namespace BackpropAnimator.Script.Variants;

/// <summary>A variant before it has its name.</summary>
/// <param name="Scene">The scene's file.</param>
/// <param name="Changes">What it changes in the scene, in order.</param>
/// <param name="Output">Where its video goes.</param>
/// <param name="Position">Where it is written.</param>
internal sealed record Draft(string Scene, ImmutableArray<Override> Changes, OutputPattern Output, SourcePosition Position)
{
    public string? GivenName { get; init; }
    public SourcePosition NamePosition { get; init; }
}
