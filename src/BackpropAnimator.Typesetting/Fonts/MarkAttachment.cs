using System.Collections.Immutable;

namespace BackpropAnimator.Typesetting;

/// <summary>The <c>mark</c> feature: where a combining mark stands on a letter. OpenType GPOS, lookup type 4.</summary>
internal sealed class MarkAttachment(FontTable gpos)
{
    readonly ImmutableArray<FontTable> _subtables = LayoutTable.Subtables(gpos, "mark", lookupType: 4, extensionType: 9);

    /// <summary>From the letter's origin to the mark's, in font units (y upward); null where the font does not join the two.</summary>
    public (int X, int Y)? Offset(int letter, int mark)
    {
        foreach (var subtable in _subtables)
        {
            var (marked, based) = (subtable.Follow(2).Coverage(mark), subtable.Follow(4).Coverage(letter));
            if (marked < 0 || based < 0) continue;
            var (classes, marks, letters) = (subtable.UInt16(6), subtable.Follow(8), subtable.Follow(10));
            var @class = marks.UInt16(2 + 4 * marked);
            var onMark = marks.Follow(4 + 4 * marked);
            var onLetter = letters.Follow(2 + 2 * (based * classes + @class));
            if (!onLetter.IsEmpty) return (onLetter.Int16(2) - onMark.Int16(2), onLetter.Int16(4) - onMark.Int16(4));
        }
        return null;
    }
}
