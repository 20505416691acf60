using System.Collections.Immutable;

namespace BackpropAnimator.Typesetting;

/// <summary>
/// A feature of GSUB that puts one glyph in another's place: tabular digits (<c>tnum</c>), script sizes (<c>ssty</c>) and the like.
/// </summary>
internal sealed class GlyphSubstitution(FontTable gsub, string feature)
{
    readonly ImmutableArray<FontTable> _single = LayoutTable.Subtables(gsub, feature, lookupType: 1, extensionType: 7);
    readonly ImmutableArray<FontTable> _alternate = LayoutTable.Subtables(gsub, feature, lookupType: 3, extensionType: 7);

    /// <summary>The glyph to show; the glyph itself where the feature says nothing of it.</summary>
    /// <param name="alternate">Which one where the font offers several, from 0; the last one where it offers fewer.</param>
    public ushort For(ushort glyph, int alternate = 0)
    {
        foreach (var subtable in _single)
        {
            var covered = subtable.Follow(2).Coverage(glyph);
            if (covered < 0) continue;
            return (ushort)(subtable.UInt16(0) == 1 ? glyph + subtable.Int16(4) : subtable.UInt16(6 + 2 * covered));
        }
        foreach (var subtable in _alternate)
        {
            var covered = subtable.Follow(2).Coverage(glyph);
            if (covered < 0) continue;
            var choices = subtable.Follow(6 + 2 * covered);
            return (ushort)choices.UInt16(2 + 2 * Math.Min(alternate, choices.UInt16(0) - 1));
        }
        return glyph;
    }
}
