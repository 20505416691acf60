namespace BackpropAnimator.Typesetting;

/// <summary>
/// The two ways in which OpenType's layout tables speak of sets of glyphs: coverage (an index for each glyph that a subtable covers)
/// and class definitions. OpenType specification, "OpenType Layout Common Table Formats".
/// </summary>
internal static class GlyphSets
{
    /// <summary>The glyph's index in a coverage table, or −1 where it is not covered.</summary>
    public static int Coverage(this FontTable coverage, int glyph)
    {
        var count = coverage.UInt16(2);
        if (coverage.UInt16(0) == 1) return Math.Max(-1, coverage.Search(4, count, 2, glyph));
        var range = coverage.RangeHolding(4, count, glyph);
        return range < 0 ? -1 : coverage.UInt16(range + 4) + glyph - coverage.UInt16(range);
    }

    /// <summary>The glyph's class in a class definition table; 0 is the class of all that are not listed.</summary>
    public static int ClassOf(this FontTable classes, int glyph)
    {
        if (classes.UInt16(0) == 1)
        {
            var index = glyph - classes.UInt16(2);
            return index >= 0 && index < classes.UInt16(4) ? classes.UInt16(6 + 2 * index) : 0;
        }
        var range = classes.RangeHolding(4, classes.UInt16(2), glyph);
        return range < 0 ? 0 : classes.UInt16(range + 4);
    }

    /// <summary>The offset of the record (first glyph, last glyph, value) whose range holds the glyph, or −1.</summary>
    static int RangeHolding(this FontTable table, int first, int count, int glyph)
    {
        const int Stride = 6;
        var found = table.Search(first, count, Stride, glyph);
        if (found < 0) found = ~found - 1;
        var record = first + found * Stride;
        return found >= 0 && glyph <= table.UInt16(record + 2) ? record : -1;
    }
}
