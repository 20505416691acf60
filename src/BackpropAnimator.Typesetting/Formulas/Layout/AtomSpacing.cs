namespace BackpropAnimator.Typesetting;

/// <summary>The space between two atoms. The TeXbook, chapter 18.</summary>
internal static class AtomSpacing
{
    const float MuPerEm = 18;
    const float Thin = 3 / MuPerEm, Medium = 4 / MuPerEm, Thick = 5 / MuPerEm;

    // Rows: the left atom; columns: the right one; both in the order of AtomClass. 1 thin, 2 medium, 3 thick; negative: not in scripts.
    // Pairs with a binary operator that cannot occur (it would have become ordinary) are 0.
    static readonly sbyte[,] Table =
    {
        //  Ord Op Bin Rel Open Close Punct Inner
        { 0, 1, -2, -3, 0, 0, 0, -1 },
        { 1, 1, 0, -3, 0, 0, 0, -1 },
        { -2, -2, 0, 0, -2, 0, 0, -2 },
        { -3, -3, 0, 0, -3, 0, 0, -3 },
        { 0, 0, 0, 0, 0, 0, 0, 0 },
        { 0, 1, -2, -3, 0, 0, 0, -1 },
        { -1, -1, 0, -1, -1, -1, -1, -1 },
        { -1, 1, -2, -3, -1, 0, -1, -1 },
    };

    /// <summary>In ems of the size that the right atom is set in.</summary>
    public static float Between(AtomClass left, AtomClass right, MathStyle style)
    {
        var space = Table[(int)left, (int)right];
        if (space < 0 && style.IsScript) return 0;
        return Math.Abs((int)space) switch { 1 => Thin, 2 => Medium, 3 => Thick, _ => 0 };
    }

    /// <summary>
    /// Turns each binary operator that has nothing to join (at the ends, after a relation, before a closing …) into an ordinary atom.
    /// </summary>
    public static void ResolveBinaries(Span<AtomClass> classes)
    {
        for (var i = 0; i < classes.Length; i++)
        {
            if (classes[i] == AtomClass.Binary)
            {
                var joinsLeft = i > 0 && classes[i - 1] is AtomClass.Ordinary or AtomClass.Closing or AtomClass.Inner;
                if (!joinsLeft || i == classes.Length - 1) classes[i] = AtomClass.Ordinary;
            }
            else if (classes[i] is AtomClass.Relation or AtomClass.Closing or AtomClass.Punctuation)
            {
                if (i > 0 && classes[i - 1] == AtomClass.Binary) classes[i - 1] = AtomClass.Ordinary;
            }
        }
    }
}

/// <summary>An atom that has been set: its box, and what its neighbours and scripts have to know of it.</summary>
/// <param name="Italic">How far its last glyph leans out over the box's right edge.</param>
/// <param name="IsCharacter">Whether it is a single character, whose scripts stand at fixed heights whatever the character.</param>
/// <param name="AccentX">Where an accent's middle belongs, from the left edge; null for the box's middle.</param>
internal readonly record struct Atom(Box Box, AtomClass Class, float Italic = 0, bool IsCharacter = false, float? AccentX = null)
{
    public static Atom Empty { get; } = new(Boxes.Empty, AtomClass.Ordinary);
}
