using System.Globalization;
using BackpropAnimator.Drawing;
using BackpropAnimator.Script;
using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>What a frame's items at a point stand for, found by their roles and places.</summary>
/// <param name="Unit">The unit; null for none.</param>
/// <param name="Edge">The weight's edge; null for none.</param>
/// <param name="Text">What is written there, or the part of a formula; null for none.</param>
/// <param name="Network">Which of several networks it belongs to, from left to right or from the top, from 0; 0 where there is one.</param>
internal sealed record LookedItem(SKRect Box, Unit? Unit, Edge? Edge, string? Text, bool IsFormula, int Network)
{
    // How near to a line counts as on it, in stage units; and how far a number may stand from what it belongs to.
    const float NearEdge = 9, NearNumber = 40;

    // What has faded nearly away is not looked at.
    const byte LeastVisible = 60;

    /// <summary>Null where nothing lies there that has a name.</summary>
    public static LookedItem? At(Frame frame, SKPoint point, FontShelf fonts)
    {
        var discs = frame.Items.OfType<Disc>().Where(disc => disc.Color.Alpha > LeastVisible)
            .Select(disc => (Disc: disc, Unit: UnitOf(disc.Role))).Where(found => found.Unit is not null)
            .Select(found => new ShownUnit(found.Unit!.Value, found.Disc)).ToList();
        // The last one is in front.
        if (discs.FindLast(unit => unit.Contains(point)) is { } disc) return disc.Looked(discs);
        for (var i = frame.Items.Length - 1; i >= 0; i--)
            switch (frame.Items[i])
            {
                case FormulaText formula when PartAt(formula.Source, formula.Origin, formula.Size, point, fonts) is { } part:
                    return part;
                case FormulaMorph { Progress: > 0.95f } morph when PartAt(morph.To, morph.ToOrigin, morph.Size, point, fonts) is { } part:
                    return part;
                case TextLine text when text.Color.Alpha > LeastVisible && Grown(text.Bounds(fonts)).Contains(point):
                    return OfText(text, text.Bounds(fonts), discs);
            }
        return EdgeAt(point, NearEdge, discs);
    }

    // A number stands for what it is about: beside or above a unit, or on an edge.
    static LookedItem OfText(TextLine text, SKRect box, List<ShownUnit> discs)
    {
        var middle = new SKPoint(box.MidX, box.MidY);
        var isOfUnit = text.Role == RoleOf.Delta || text.Role == RoleOf.UnitName || text.Role == RoleOf.OutputName;
        if (isOfUnit && discs.Count > 0) return discs.MinBy(unit => unit.DistanceTo(middle))!.Looked(discs) with { Box = box };
        var isNumber = text.Text.AsSpan().IndexOfAnyInRange('0', '9') >= 0 && text.Text.AsSpan().IndexOfAnyInRange('a', 'z') < 0;
        if (isNumber && text.Role == default && EdgeAt(middle, box.Height / 2, discs) is { } edge) return edge with { Box = box };
        return new(box, null, null, text.Text, IsFormula: false, 0);
    }

    static LookedItem? PartAt(string source, SKPoint origin, float size, SKPoint point, FontShelf fonts)
    {
        var laid = fonts.Lay(source, size);
        var bounds = laid.BoundsAt(origin);
        if (!bounds.Contains(point)) return null;
        // The innermost part that has a name.
        var part = laid.Parts.LastOrDefault(part => part.Name is not null && Grown(At(part.Bounds, origin)).Contains(point));
        return part is null
            ? new(bounds, null, null, source, IsFormula: true, 0)
            : new(At(part.Bounds, origin), null, null, part.Name, IsFormula: true, 0);
    }

    static LookedItem? EdgeAt(SKPoint point, float within, List<ShownUnit> discs)
    {
        var nearest = (
            from to in discs
            from @from in discs
            where @from.Unit.Layer == to.Unit.Layer - 1 && @from.NetworkAmong(discs) == to.NetworkAmong(discs)
            let distance = Distance(point, @from.Disc.Centre, to.Disc.Centre)
            where distance <= within
            select (From: @from, To: to, Distance: distance)).OrderBy(found => found.Distance).FirstOrDefault();
        if (nearest.From is not { } start || nearest.To is not { } end) return null;
        var middle = new SKPoint((start.Disc.Centre.X + end.Disc.Centre.X) / 2, (start.Disc.Centre.Y + end.Disc.Centre.Y) / 2);
        return new(
            SKRect.Create(middle.X - NearNumber, middle.Y - NearNumber / 2, 2 * NearNumber, NearNumber), null,
            new(start.Unit.Layer, start.Unit.Index, end.Unit.Index), null, IsFormula: false, start.NetworkAmong(discs));
    }

    static float Distance(SKPoint point, SKPoint from, SKPoint to)
    {
        var (way, off) = (to - from, point - from);
        var along = Math.Clamp((way.X * off.X + way.Y * off.Y) / Math.Max(way.LengthSquared, 1e-6f), 0, 1);
        return (point - new SKPoint(from.X + along * way.X, from.Y + along * way.Y)).Length;
    }

    static SKRect At(SKRect box, SKPoint origin)
    {
        box.Offset(origin);
        return box;
    }

    // A finger's breadth would be more; a pointer wants a little.
    static SKRect Grown(SKRect box)
    {
        box.Inflate(4, 4);
        return box;
    }

    static Unit? UnitOf(ItemRole role)
    {
        const string prefix = "unit ";
        if (role.Name is not { } name || !name.StartsWith(prefix, StringComparison.Ordinal)) return null;
        var numbers = name[prefix.Length..].Split('.');
        return numbers is [var layer, var index] && int.TryParse(layer, CultureInfo.InvariantCulture, out var l)
            && int.TryParse(index, CultureInfo.InvariantCulture, out var i) ? new(l, i) : null;
    }

    sealed record ShownUnit(Unit Unit, Disc Disc)
    {
        public bool Contains(SKPoint point) => (point - Disc.Centre).Length <= Disc.Radius;

        public float DistanceTo(SKPoint point) => (point - Disc.Centre).Length;

        /// <summary>Which of the networks it is in: the same unit comes once in each.</summary>
        public int NetworkAmong(List<ShownUnit> all) => all.Count(other =>
            other.Unit == Unit && (other.Disc.Centre.X, other.Disc.Centre.Y).CompareTo((Disc.Centre.X, Disc.Centre.Y)) < 0);

        public LookedItem Looked(List<ShownUnit> all)
        {
            var (centre, radius) = (Disc.Centre, Disc.Radius);
            var box = SKRect.Create(centre.X - radius, centre.Y - radius, 2 * radius, 2 * radius);
            return new(box, Unit, null, null, IsFormula: false, NetworkAmong(all));
        }
    }
}
