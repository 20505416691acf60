using System.Collections.Immutable;
using BackpropAnimator.Script.Overrides;

namespace BackpropAnimator.Script;

/// <summary>One thing that a scene says differently from an earlier version of it.</summary>
/// <param name="Phase">The name of the phase that it is written in, as overrides have it; null outside the phases.</param>
/// <param name="Path">
/// Where it is written, in the form of --set: <c>phases.loss.caption</c>; the phase's own where it is new or gone.
/// </param>
/// <param name="Before">What was written, in quotes; null for nothing.</param>
/// <param name="Now">What is written, in quotes; null for nothing.</param>
public sealed record SceneChange(string? Phase, string Path, string? Before, string? Now)
{
    /// <summary>In the words of the scene's author.</summary>
    public override string ToString() => (Before, Now) switch
    {
        (null, { } now) => $"{Path} is {now}, which is new",
        ({ } before, null) => $"{Path}, {before}, is gone",
        ({ } before, { } now) => $"{Path} is {now} and was {before}",
        _ => $"{Path} has changed",
    };

    /// <summary>All that differs, in the order in which it is written. Order of keys, comments and layout are no difference.</summary>
    /// <param name="before">A scene as it was read, overrides included; one that was not read has no differences.</param>
    /// <param name="now">The same.</param>
    public static ImmutableArray<SceneChange> Between(Scene before, Scene now) =>
        new SceneComparison(before.Kinds ?? now.Kinds).Compare(before.Node, now.Node);
}
