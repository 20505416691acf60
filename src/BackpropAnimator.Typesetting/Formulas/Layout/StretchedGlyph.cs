using System.Collections.Immutable;

namespace BackpropAnimator.Typesetting;

/// <summary>Makes a glyph as tall or as wide as asked: the smallest variant that suffices, else one assembled from pieces.</summary>
internal static class StretchedGlyph
{
    // Enough for anything that fits a screen; a formula cannot ask for an endless brace.
    const int MaxRepeats = 500;

    /// <summary>The smallest ready-made variant that is at least so tall (or wide), else the largest; null where there are none.</summary>
    /// <param name="extent">In ems of the glyph's own size.</param>
    public static ushort? Variant(StretchedForms forms, float extent)
    {
        foreach (var variant in forms.Variants)
            if (variant.Extent >= extent) return variant.Glyph;
        return forms.Variants.IsEmpty ? null : forms.Variants[^1].Glyph;
    }

    /// <param name="extent">Height and depth together, in ems of the formula's size.</param>
    public static Box Vertical(MathFont font, ushort glyph, MathStyle style, float extent) =>
        Stretch(font, glyph, style, extent, font.Table.Vertical(glyph), isVertical: true);

    /// <param name="extent">The width, in ems of the formula's size.</param>
    public static Box Horizontal(MathFont font, ushort glyph, MathStyle style, float extent) =>
        Stretch(font, glyph, style, extent, font.Table.Horizontal(glyph), isVertical: false);

    static Box Stretch(MathFont font, ushort glyph, MathStyle style, float extent, StretchedForms forms, bool isVertical)
    {
        var wanted = extent / font.Scale(style);
        var largest = forms.Variants.IsEmpty ? 0 : forms.Variants[^1].Extent;
        if (wanted <= largest || forms.Assembly.IsEmpty) return font.Box(Variant(forms, wanted) ?? glyph, style);
        return Assemble(font, style, forms.Assembly, wanted, isVertical);
    }

    static RowBox Assemble(MathFont font, MathStyle style, ImmutableArray<AssemblyPiece> assembly, float wanted, bool isVertical)
    {
        var least = font.Table.MinConnectorOverlap;
        var pieces = Repeat(assembly, wanted, least);
        var overlap = Overlap(pieces, wanted, least);

        var scale = font.Scale(style);
        var placed = new List<Placed>();
        var at = 0f;
        for (var i = 0; i < pieces.Count; i++)
        {
            if (i > 0) at -= Math.Min(overlap, Joint(pieces[i - 1], pieces[i]));
            var box = font.Box(pieces[i].Glyph, style, isJoined: true);
            // Each piece begins where its ink does.
            placed.Add(isVertical
                ? new(box, 0, -at * scale - box.Depth)
                : new(box, at * scale - box.Metrics.Ink.Left * scale, 0));
            at += pieces[i].Extent;
        }
        return Boxes.Row(isVertical ? placed.Max(it => it.Box.Width) : at * scale, [.. placed]);
    }

    /// <summary>The pieces, with the extenders repeated as often as it takes to reach the extent.</summary>
    static List<AssemblyPiece> Repeat(ImmutableArray<AssemblyPiece> assembly, float wanted, float least)
    {
        List<AssemblyPiece> pieces = [];
        for (var repeats = 0; repeats <= MaxRepeats; repeats++)
        {
            pieces = [.. assembly.SelectMany(piece => Enumerable.Repeat(piece, piece.IsExtender ? repeats : 1))];
            if (pieces.Sum(piece => piece.Extent) - least * (pieces.Count - 1) >= wanted) break;
        }
        return pieces;
    }

    /// <summary>How far neighbours overlap so that the whole comes as close to the extent as their connectors allow.</summary>
    static float Overlap(List<AssemblyPiece> pieces, float wanted, float least)
    {
        if (pieces.Count < 2) return 0;
        var joints = pieces.Count - 1;
        var most = Enumerable.Range(1, joints).Min(i => Joint(pieces[i - 1], pieces[i]));
        var even = (pieces.Sum(piece => piece.Extent) - wanted) / joints;
        return Math.Clamp(even, least, Math.Max(least, most));
    }

    static float Joint(AssemblyPiece before, AssemblyPiece after) => Math.Min(before.EndConnector, after.StartConnector);
}
