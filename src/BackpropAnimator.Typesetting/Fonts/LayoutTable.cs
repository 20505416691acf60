using System.Collections.Immutable;

namespace BackpropAnimator.Typesetting;

/// <summary>
/// The subtables of one feature (such as <c>kern</c> or <c>tnum</c>) of a font's GPOS or GSUB table, in the order of their use.
/// </summary>
internal static class LayoutTable
{
    /// <summary>
    /// Subtables of the lookups of type <paramref name="lookupType"/> that <paramref name="feature"/> names; none where the font has
    /// no such feature. <paramref name="extensionType"/> is the type that only points to a subtable far away (9 in GPOS, 7 in GSUB).
    /// </summary>
    public static ImmutableArray<FontTable> Subtables(FontTable table, string feature, int lookupType, int extensionType)
    {
        if (table.IsEmpty) return [];
        var features = table.Follow(6);
        var lookups = table.Follow(8);
        var subtables = ImmutableArray.CreateBuilder<FontTable>();
        foreach (var index in LookupsOf(features, feature).Distinct().Order())
        {
            var lookup = lookups.Follow(2 + 2 * index);
            var type = lookup.UInt16(0);
            for (var i = 0; i < lookup.UInt16(4); i++)
            {
                var subtable = lookup.Follow(6 + 2 * i);
                var isFar = type == extensionType;
                if ((isFar ? subtable.UInt16(2) : type) == lookupType)
                    subtables.Add(isFar ? subtable.From(subtable.Int32(4)) : subtable);
            }
        }
        return subtables.ToImmutable();
    }

    static IEnumerable<int> LookupsOf(FontTable features, string name)
    {
        if (features.IsEmpty) yield break;
        var tag = FontTag.Of(name);
        for (var i = 0; i < features.UInt16(0); i++)
        {
            var record = 2 + 6 * i;
            if ((uint)features.Int32(record) != tag) continue;
            var feature = features.Follow(record + 4);
            for (var j = 0; j < feature.UInt16(2); j++) yield return feature.UInt16(4 + 2 * j);
        }
    }
}
