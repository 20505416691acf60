using System.Collections.Immutable;
using BackpropAnimator.Script.Diagnostics;

namespace BackpropAnimator.Script;

/// <summary>A kind of phase with its options in words, from the types that scenes are read into.</summary>
public sealed record PhaseGuide(PhaseKind Kind, ImmutableArray<PhaseOption> Options)
{
    /// <summary>The guide to a kind; null when there is none of that name.</summary>
    public static PhaseGuide? Find(string name, PhaseCatalog phases) => phases.Find(name) is { } kind
        ? new(
            kind,
            [.. kind.Shape.Keys.Select(key =>
                new PhaseOption(key.Name, SceneReference.InWords(key.Value), SceneReference.Default(key, kind.Defaults), key.Description))])
        : null;

    /// <summary>The names that there are, and the one that was probably meant.</summary>
    public static string HintFor(string name, PhaseCatalog phases) => Nearest.Hint(name, phases.Names, "phases");
}

/// <summary>An option of a phase.</summary>
/// <param name="Name">Its key.</param>
/// <param name="Takes">What values it takes, in words.</param>
/// <param name="Default">The value when it is left out, as a file would have it; empty when there is none.</param>
/// <param name="Meaning">What it does.</param>
public sealed record PhaseOption(string Name, string Takes, string Default, string Meaning);
