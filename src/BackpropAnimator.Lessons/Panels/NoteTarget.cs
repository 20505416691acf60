using BackpropAnimator.Drawing;
using BackpropAnimator.Script;
using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>Where in a frame the thing is that a note is about: whatever a phase does with it, there it is found.</summary>
/// <param name="Area">The box around it; of a weight around the middle of its edge.</param>
/// <param name="IsRound">Whether it is the circle in that box.</param>
/// <param name="Edge">The ends of a weight's edge; null for what is none.</param>
internal readonly record struct NoteTarget(SKRect Area, bool IsRound, (SKPoint From, SKPoint To)? Edge = null)
{
    // About the middle of an edge, in stage units.
    const float EdgeRadius = 8;

    public SKPoint Centre => new(Area.MidX, Area.MidY);

    /// <summary>Where a ray from the middle leaves it, a little outside.</summary>
    /// <param name="toward">The ray's direction, of length 1.</param>
    public SKPoint Rim(SKPoint toward, float outside)
    {
        var reach = IsRound
            ? Area.Width / 2
            : Math.Min(Area.Width / 2 / Math.Max(MathF.Abs(toward.X), 1e-4f), Area.Height / 2 / Math.Max(MathF.Abs(toward.Y), 1e-4f));
        return new(Centre.X + toward.X * (reach + outside), Centre.Y + toward.Y * (reach + outside));
    }

    /// <summary>Null where the frame shows no such thing.</summary>
    public static NoteTarget? In(IReadOnlyList<DrawItem> items, NoteScript note, NetworkScript network, FontShelf fonts)
    {
        if (note.Unit is { } unit && network.Find(unit) is { } place) return Disc(items, new(place.Layer, place.Unit));
        if (note.Weight is { } weight && network.Find(weight) is { } edge) return Weight(items, edge);
        return note.Part is { } part ? Part(items, part, fonts) : null;
    }

    static NoteTarget? Disc(IReadOnlyList<DrawItem> items, Unit unit)
    {
        var role = RoleOf.Unit(unit);
        return items.OfType<Disc>().LastOrDefault(disc => disc.Role == role && disc.Color.Alpha > 128) is { } disc
            ? new(SKRect.Create(disc.Centre.X - disc.Radius, disc.Centre.Y - disc.Radius, 2 * disc.Radius, 2 * disc.Radius), IsRound: true)
            : null;
    }

    static NoteTarget? Weight(IReadOnlyList<DrawItem> items, Edge edge)
    {
        if (Disc(items, new(edge.Layer, edge.From)) is not { } from || Disc(items, new(edge.Layer + 1, edge.To)) is not { } to) return null;
        var (start, end) = (from.Rim(Way(from.Centre, to.Centre), 0), to.Rim(Way(to.Centre, from.Centre), 0));
        var middle = new SKPoint((start.X + end.X) / 2, (start.Y + end.Y) / 2);
        return new(
            SKRect.Create(middle.X - EdgeRadius, middle.Y - EdgeRadius, 2 * EdgeRadius, 2 * EdgeRadius), IsRound: true, (start, end));
    }

    static NoteTarget? Part(IReadOnlyList<DrawItem> items, string part, FontShelf fonts)
    {
        foreach (var item in items.Reverse())
        {
            var (source, origin, size) = item switch
            {
                FormulaText text => (text.Source, text.Origin, text.Size),
                FormulaMorph { Progress: > 0.95f } morph => (morph.To, morph.ToOrigin, morph.Size),
                _ => ("", default, 0),
            };
            if (source.Length == 0 || fonts.Lay(source, size) is not { } laid || laid.Find(part) is null) continue;
            var area = laid.PartBounds(part);
            area.Offset(origin);
            return new(area, IsRound: false);
        }
        return null;
    }

    /// <summary>From one point towards another, of length 1.</summary>
    public static SKPoint Way(SKPoint from, SKPoint to)
    {
        var way = to - from;
        var length = Math.Max(way.Length, 1e-3f);
        return new(way.X / length, way.Y / length);
    }
}
