using System.Collections.Immutable;

namespace BackpropAnimator.Typesetting;

/// <summary>Whether two pieces of ink are the same but for place and size, so that one can stand for the other on the way.</summary>
internal static class SameShape
{
    // In ems: less than a tenth of a pixel at any size on a screen.
    const float Tolerance = 0.002f;

    public static bool Holds(FormulaInk a, ImmutableArray<int> ownersOfA, FormulaInk b, ImmutableArray<int> ownersOfB)
    {
        var (glyphsOfA, glyphsOfB) = (GlyphsOf(a, ownersOfA), GlyphsOf(b, ownersOfB));
        if (glyphsOfA.Length != glyphsOfB.Length || glyphsOfA.Length == 0) return false;
        if (!SameRules(a, ownersOfA, glyphsOfA[0].Glyph, b, ownersOfB, glyphsOfB[0].Glyph)) return false;
        for (var i = 0; i < glyphsOfA.Length; i++)
            if (!Same(Relative(glyphsOfA[i], glyphsOfA[0]), Relative(glyphsOfB[i], glyphsOfB[0]))) return false;
        return true;
    }

    static bool Same(InkGlyph a, InkGlyph b) => a.Stretch == b.Stretch && Same(a.Glyph, b.Glyph);

    static bool Same(PlacedGlyph a, PlacedGlyph b) =>
        a.Glyph == b.Glyph && a.Face == b.Face && Near(a.X, b.X) && Near(a.Y, b.Y) && Near(a.Size, b.Size);

    static bool SameRules(
        FormulaInk a, ImmutableArray<int> ownersOfA, PlacedGlyph firstOfA, FormulaInk b, ImmutableArray<int> ownersOfB, PlacedGlyph firstOfB)
    {
        var rulesOfA = a.Only(ownersOfA.Contains).Rules.Select(it => it.Rect.Width / firstOfA.Size).ToArray();
        var rulesOfB = b.Only(ownersOfB.Contains).Rules.Select(it => it.Rect.Width / firstOfB.Size).ToArray();
        return rulesOfA.Length == rulesOfB.Length && rulesOfA.Zip(rulesOfB).All(pair => Near(pair.First, pair.Second));
    }

    static InkGlyph[] GlyphsOf(FormulaInk ink, ImmutableArray<int> owners) =>
        [.. ink.Only(owners.Contains).Glyphs];

    /// <summary>The glyph's place and size as seen from the first one, in ems of that one.</summary>
    static InkGlyph Relative(InkGlyph it, InkGlyph reference)
    {
        var (glyph, first) = (it.Glyph, reference.Glyph);
        var seen = glyph with { X = (glyph.X - first.X) / first.Size, Y = (glyph.Y - first.Y) / first.Size, Size = glyph.Size / first.Size };
        return it with { Glyph = seen };
    }

    static bool Near(float a, float b) => MathF.Abs(a - b) < Tolerance;
}
