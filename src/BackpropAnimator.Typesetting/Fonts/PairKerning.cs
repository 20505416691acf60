using System.Collections.Immutable;
using System.Numerics;

namespace BackpropAnimator.Typesetting;

/// <summary>The <c>kern</c> feature: how much closer (negative) or farther two neighbours stand. OpenType GPOS, lookup type 2.</summary>
internal sealed class PairKerning(FontTable gpos)
{
    const int AdvanceBit = 0x4;

    readonly ImmutableArray<FontTable> _subtables = LayoutTable.Subtables(gpos, "kern", lookupType: 2, extensionType: 9);

    /// <summary>What to add to the first glyph's advance when the second follows it, in font units.</summary>
    public int Between(int first, int second)
    {
        foreach (var subtable in _subtables)
        {
            var covered = subtable.Follow(2).Coverage(first);
            if (covered < 0) continue;
            // A table of pairs hands on the pairs it does not list; a table of classes answers for every glyph that it covers.
            if (subtable.UInt16(0) == 2) return BetweenClasses(subtable, first, second);
            if (InPairs(subtable, covered, second) is { } value) return value;
        }
        return 0;
    }

    static int? InPairs(FontTable subtable, int covered, int second)
    {
        var (format1, format2) = (subtable.UInt16(4), subtable.UInt16(6));
        var pairs = subtable.Follow(10 + 2 * covered);
        var stride = 2 + SizeOf(format1) + SizeOf(format2);
        var found = pairs.Search(2, pairs.UInt16(0), stride, second);
        return found < 0 ? null : Advance(pairs, 2 + found * stride + 2, format1);
    }

    static int BetweenClasses(FontTable subtable, int first, int second)
    {
        var (format1, format2) = (subtable.UInt16(4), subtable.UInt16(6));
        var class1 = subtable.Follow(8).ClassOf(first);
        var class2 = subtable.Follow(10).ClassOf(second);
        var record = class1 * subtable.UInt16(14) + class2;
        return Advance(subtable, 16 + record * (SizeOf(format1) + SizeOf(format2)), format1);
    }

    /// <summary>The advance inside a value record, which holds one 16-bit number for each bit that is set in its format.</summary>
    static int Advance(FontTable table, int record, int format) =>
        (format & AdvanceBit) == 0 ? 0 : table.Int16(record + SizeOf(format & (AdvanceBit - 1)));

    static int SizeOf(int format) => 2 * BitOperations.PopCount((uint)format);
}
