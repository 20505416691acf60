using System.Collections.Immutable;

namespace BackpropAnimator.Script;

/// <summary>Names that tell repeated phases apart.</summary>
internal static class NumberedNames
{
    /// <summary>Each name its own: the second 'forward' is 'forward 2'.</summary>
    public static ImmutableArray<string> Of(ImmutableArray<string?> names) =>
    [
        .. names.Select((name, i) =>
            names.Take(i).Count(earlier => earlier == name) is > 0 and var earlier ? $"{name} {earlier + 1}" : name ?? ""),
    ];
}
