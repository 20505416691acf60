using System.Collections.Immutable;
using System.ComponentModel;
using BackpropAnimator.Script.Yaml;

namespace BackpropAnimator.Script.Variants;

/// <summary>What a variants file says.</summary>
internal sealed record VariantsScript : ScriptElement
{
    [Description("The scene that is varied, by its path from here, in this file's folder or below it; or a list of scenes.")]
    [OneOrMany, Count(1, 100)]
    public required ImmutableArray<string> Scene { get; init; }

    [Description("Where the videos go: `{name}` stands for the variant's name, `{scene}` for its scene's. Left out, a folder of this " +
        "file's name in `output`.")]
    public string? Output { get; init; }

    [Description("Paths of the scene, each with a list of values: every combination is a variant.")]
    public MappingNode? Matrix { get; init; }

    [Description("Further variants, each with its own changes of the scene.")]
    [Count(0, 1000)]
    public ImmutableArray<IncludedVariant> Include { get; init; } = [];

    [Description("Combinations to leave out: those that have all values of one of these.")]
    [Count(0, 1000)]
    public ImmutableArray<MappingNode> Exclude { get; init; } = [];
}

/// <summary>A variant beside those of the matrix.</summary>
internal sealed record IncludedVariant : ScriptElement
{
    [Description("What it is called. Left out, a name is made of what it sets.")]
    public string? Name { get; init; }

    [Description("Paths of the scene with their values. Left out, the scene as it is.")]
    public MappingNode? Set { get; init; }
}
