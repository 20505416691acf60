using System.Collections.Immutable;
using BackpropAnimator.Script.Keys;

namespace BackpropAnimator.Script;

/// <summary>What <c>--set</c> can change in a scene.</summary>
public static class OverridePaths
{
    /// <summary>Every key by its path, written or not: first those of the scene, then those of each of its phases.</summary>
    /// <param name="scene">A scene as it was read.</param>
    public static ImmutableArray<string> Of(Scene scene)
    {
        var inPhases = scene.Phases.SelectMany((phase, i) => Under(
            scene.Kinds?.Find(phase.Kind)?.Shape,
            // A name that several have leads to none of them.
            scene.Phases.Count(other => other.Name == phase.Name) > 1
                ? FormattableString.Invariant($"phases[{i}]")
                : $"phases.{phase.Name}"));
        return [.. Under(ElementShape.Scene, ""), .. inPhases];
    }

    static IEnumerable<string> Under(ElementShape? element, string path) => (element?.Keys ?? []).SelectMany(key =>
    {
        var own = path.Length == 0 ? key.Name : $"{path}.{key.Name}";
        return key.Value switch
        {
            ElementShape part => Under(part, own),
            ListShape { Item: PhaseShape } => [],
            _ => [own],
        };
    });
}
