namespace BackpropAnimator.Typesetting;

/// <summary>
/// Whether two pieces of ink are the same but for place and size, so that one can stand for the other on the way. The second may be struck
/// out where the first is not yet.
/// </summary>
internal static class SameShape
{
    // In ems: less than a tenth of a pixel at any size on a screen.
    const float Tolerance = 0.002f;

    public static bool Holds(InkPieces a, InkPieces b)
    {
        if (a.Glyphs.Length != b.Glyphs.Length || a.Glyphs.Length == 0 || !HaveSameRules(a, b)) return false;
        if (a.Strokes.Length > 0 && a.Strokes.Length != b.Strokes.Length) return false;
        for (var i = 0; i < a.Glyphs.Length; i++)
            if (!Same(Relative(a.Glyphs[i], a.Glyphs[0]), Relative(b.Glyphs[i], b.Glyphs[0]))) return false;
        return true;
    }

    static bool HaveSameRules(InkPieces a, InkPieces b)
    {
        var rulesOfA = a.Rules.Select(it => it.Rect.Width / a.Glyphs[0].Glyph.Size).ToArray();
        var rulesOfB = b.Rules.Select(it => it.Rect.Width / b.Glyphs[0].Glyph.Size).ToArray();
        return rulesOfA.Length == rulesOfB.Length && rulesOfA.Zip(rulesOfB).All(pair => Near(pair.First, pair.Second));
    }

    static bool Same(InkGlyph a, InkGlyph b) =>
        a.Stretch == b.Stretch && a.Glyph.Glyph == b.Glyph.Glyph && a.Glyph.Face == b.Glyph.Face &&
        Near(a.Glyph.X, b.Glyph.X) && Near(a.Glyph.Y, b.Glyph.Y) && Near(a.Glyph.Size, b.Glyph.Size);

    /// <summary>The glyph's place and size as seen from the first one, in ems of that one.</summary>
    static InkGlyph Relative(InkGlyph it, InkGlyph reference)
    {
        var (glyph, first) = (it.Glyph, reference.Glyph);
        var (x, y) = ((glyph.X - first.X) / first.Size, (glyph.Y - first.Y) / first.Size);
        return it with { Glyph = glyph with { X = x, Y = y, Size = glyph.Size / first.Size } };
    }

    static bool Near(float a, float b) => MathF.Abs(a - b) < Tolerance;
}
