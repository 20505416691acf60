using System.Collections.Immutable;
using BackpropAnimator.Script.Overrides;
using BackpropAnimator.Script.Yaml;

namespace BackpropAnimator.Script;

/// <summary>One video of a batch: a scene, what is changed in it, and where the video goes.</summary>
public sealed record Variant
{
    /// <summary>What it is called: readable, fit for a file's name on any system, and no other variant's of the batch.</summary>
    public required string Name { get; init; }

    /// <summary>The scene's file.</summary>
    public required string Scene { get; init; }

    /// <summary>The video's file.</summary>
    public required string Output { get; init; }

    /// <summary>Where it is written: in a variants file or a table, or the scene as a whole.</summary>
    public required SourcePosition Position { get; init; }

    /// <summary>The paths that it sets with their values, as a file would have them.</summary>
    public IEnumerable<(string Path, string Value)> Settings =>
        Changes.Select(change => (NodePath.InWords(change.Path), FlowText.Of(change.Value)));

    internal ImmutableArray<Override> Changes { get; init; } = [];
}
