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
        var units = UnitsIn(frame);
        // The last one is in front.
        if (units.FindLast(unit => unit.Contains(point)) is { } unit) return unit.Looked;
        for (var i = frame.Items.Length - 1; i >= 0; i--)
            switch (frame.Items[i])
            {
                case FormulaText formula when PartAt(formula.Source, formula.Origin, formula.Size, point, fonts) is { } part:
                    return part;
                case FormulaMorph { Progress: > 0.95f } morph when PartAt(morph.To, morph.ToOrigin, morph.Size, point, fonts) is { } part:
                    return part;
                case TextLine text when text.Color.Alpha > LeastVisible && Grown(text.Bounds(fonts)).Contains(point):
                    return OfText(text, text.Bounds(fonts), units);
            }
        return EdgeAt(point, NearEdge, units);
    }

    // A number stands for what it is about: beside or above a unit, or on an edge.
    static LookedItem OfText(TextLine text, SKRect box, List<ShownUnit> units)
    {
        var middle = new SKPoint(box.MidX, box.MidY);
        var isOfUnit = text.Role == RoleOf.Delta || text.Role == RoleOf.UnitName || text.Role == RoleOf.OutputName;
        if (isOfUnit && units.Count > 0) return units.MinBy(unit => unit.DistanceTo(middle))!.Looked with { Box = box };
        var isNumber = text.Text.AsSpan().IndexOfAnyInRange('0', '9') >= 0 && text.Text.AsSpan().IndexOfAnyInRange('a', 'z') < 0;
        if (isNumber && text.Role == default && EdgeAt(middle, box.Height / 2, units) is { } edge) return edge with { Box = box };
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

    static LookedItem? EdgeAt(SKPoint point, float within, List<ShownUnit> units)
    {
        var nearest = (
            from end in units
            from start in units
            where start.Unit.Layer == end.Unit.Layer - 1 && start.Network == end.Network
            let distance = Distance(point, start.Disc.Centre, end.Disc.Centre)
            where distance <= within
            select (From: start, To: end, Distance: distance)).OrderBy(found => found.Distance).FirstOrDefault();
        if (nearest.From is not { } from || nearest.To is not { } to) return null;
        var middle = new SKPoint((from.Disc.Centre.X + to.Disc.Centre.X) / 2, (from.Disc.Centre.Y + to.Disc.Centre.Y) / 2);
        return new(
            SKRect.Create(middle.X - NearNumber, middle.Y - NearNumber / 2, 2 * NearNumber, NearNumber), null,
            new(from.Unit.Layer, from.Unit.Index, to.Unit.Index), null, IsFormula: false, from.Network);
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

    static List<ShownUnit> UnitsIn(Frame frame)
    {
        var discs = frame.Items.OfType<Disc>().Where(disc => disc.Color.Alpha > LeastVisible)
            .Select(disc => (Disc: disc, Unit: RoleOf.UnitIn(disc.Role))).Where(found => found.Unit is not null).ToList();
        // The same unit comes once in each network.
        return [.. discs.Select(found => new ShownUnit(
            found.Unit!.Value, found.Disc, discs.Count(other => other.Unit == found.Unit && IsBefore(other.Disc, found.Disc))))];
    }

    static bool IsBefore(Disc first, Disc second) =>
        (first.Centre.X, first.Centre.Y).CompareTo((second.Centre.X, second.Centre.Y)) < 0;

    /// <param name="Network">As that of what is looked at.</param>
    sealed record ShownUnit(Unit Unit, Disc Disc, int Network)
    {
        public bool Contains(SKPoint point) => DistanceTo(point) <= Disc.Radius;

        public float DistanceTo(SKPoint point) => (point - Disc.Centre).Length;

        public LookedItem Looked
        {
            get
            {
                var (centre, radius) = (Disc.Centre, Disc.Radius);
                var box = SKRect.Create(centre.X - radius, centre.Y - radius, 2 * radius, 2 * radius);
                return new(box, Unit, null, null, IsFormula: false, Network);
            }
        }
    }
}
