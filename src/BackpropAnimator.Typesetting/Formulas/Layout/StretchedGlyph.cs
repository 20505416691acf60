using System.Collections.Immutable;

namespace BackpropAnimator.Typesetting;

/// <summary>Makes a glyph as tall or as wide as asked: the smallest variant that suffices, else one assembled from pieces.</summary>
internal static class StretchedGlyph
{
    /// <summary>The smallest ready-made variant that is at least so tall (or wide), else the largest; null where there are none.</summary>
    /// <param name="extent">In ems of the glyph's own size.</param>
    public static ushort? Variant(StretchedForms forms, float extent)
    {
        foreach (var variant in forms.Variants)
            if (variant.Extent >= extent) return variant.Glyph;
        return forms.Variants.IsEmpty ? null : forms.Variants[^1].Glyph;
    }

    /// <summary>At least so tall.</summary>
    /// <param name="extent">Height and depth together, in ems of the formula's size.</param>
    /// <param name="isJoined">Whether something else is joined to the glyph.</param>
    public static Box Vertical(MathFont font, ushort glyph, MathStyle style, float extent, bool isJoined = false)
    {
        var (forms, wanted) = (font.Table.Vertical(glyph), extent / font.Scale(style));
        return forms.IsBeyondVariants(wanted)
            ? Assemble(font, style, forms.Assembly, wanted, isVertical: true)
            : font.Box(Variant(forms, wanted) ?? glyph, style, isJoined);
    }

    /// <summary>Exactly so wide: the variants of a horizontal brace are half an em apart, so the nearest one is stretched to fit.</summary>
    /// <param name="extent">The width, in ems of the formula's size.</param>
    public static Box Horizontal(MathFont font, ushort glyph, MathStyle style, float extent)
    {
        var (forms, wanted) = (font.Table.Horizontal(glyph), extent / font.Scale(style));
        if (forms.IsBeyondVariants(wanted)) return Assemble(font, style, forms.Assembly, wanted, isVertical: false);
        var nearest = forms.Variants.IsEmpty ? glyph : forms.Variants.MinBy(variant => MathF.Abs(variant.Extent - wanted)).Glyph;
        var box = font.Box(nearest, style, isJoined: true, new Stretch(extent / font.Box(nearest, style).Ink.Width, 1));
        return Boxes.Row(extent, new Placed(box, -box.Ink.Left, 0));
    }

    // The specification builds a length by repeating the straight pieces with some overlap. Stretching one of them comes to the same shape,
    // to the exact length, and with edges that meet instead of overlapping.
    static RowBox Assemble(MathFont font, MathStyle style, ImmutableArray<AssemblyPiece> assembly, float wanted, bool isVertical)
    {
        var fixedExtent = assembly.Where(piece => !piece.IsExtender).Sum(piece => piece.Extent);
        var extender = Math.Max(0, wanted - fixedExtent) / Math.Max(1, assembly.Count(piece => piece.IsExtender));
        var placed = new List<Placed>();
        var at = 0f;
        foreach (var piece in assembly)
        {
            var extent = (piece.IsExtender ? extender : piece.Extent) * font.Scale(style);
            var plain = font.Box(piece.Glyph, style);
            var ink = isVertical ? plain.Extent : plain.Ink.Width;
            var stretch = isVertical ? new Stretch(1, extent / ink) : new Stretch(extent / ink, 1);
            var box = font.Box(piece.Glyph, style, isJoined: true, stretch);
            if (extent > 0) placed.Add(isVertical ? new(box, 0, -at - box.Depth) : new(box, at - box.Ink.Left, 0));
            at += extent;
        }
        return Boxes.Row(isVertical ? placed.Max(it => it.Box.Width) : at, [.. placed]);
    }
}
