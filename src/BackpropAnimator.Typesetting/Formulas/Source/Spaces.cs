namespace BackpropAnimator.Typesetting;

/// <summary>The spaces that have a name.</summary>
internal static class Spaces
{
    /// <summary>A blank between words.</summary>
    public static Length OfWord { get; } = Length.OfMu(6);

    /// <summary>By name, without the backslash.</summary>
    public static IReadOnlyDictionary<string, Length> ByName { get; } = new Dictionary<string, Length>
    {
        ["!"] = Length.OfMu(-3), ["negthinspace"] = Length.OfMu(-3),
        [","] = Length.OfMu(3), ["thinspace"] = Length.OfMu(3),
        [":"] = Length.OfMu(4), [">"] = Length.OfMu(4), ["medspace"] = Length.OfMu(4),
        [";"] = Length.OfMu(5), ["thickspace"] = Length.OfMu(5),
        [" "] = OfWord, ["space"] = OfWord, ["enspace"] = Length.OfMu(9), ["quad"] = Length.OfMu(18), ["qquad"] = Length.OfMu(36),
    };
}
