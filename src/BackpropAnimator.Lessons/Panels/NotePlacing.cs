using BackpropAnimator.Drawing;
using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>Finds room beside a target for a note's words, or for its arrow.</summary>
internal static class NotePlacing
{
    const int Ways = 16;

    // What it costs to cross what is read, a point of the way: as much as to cover so many square units.
    const float Crossed = 1500;

    // From the target's rim to the plate, in stage units: the arrow needs that.
    static readonly float[] distances = [56, 96, 150, 220];

    /// <summary>From the target's middle to the plate's: where least is covered that is read, and the nearest of such places.</summary>
    /// <param name="plate">How large the plate is.</param>
    public static SKPoint Offset(NoteTarget target, SKSize plate, IReadOnlyList<DrawItem> items, SKRect safe, FontShelf fonts)
    {
        SKRect[] taken = [.. items.Where(IsRead).SelectMany(item => BoxesOf(item, fonts)).Where(box => box is { Width: > 0, Height: > 0 })];
        float Cost(SKRect box, SKPoint rim) =>
            Outside(box, safe) * 100 + taken.Sum(other => Shared(box, other)) + Crossed * Between(target, rim).Count(IsTaken)
            + Crossed * AlongEdge(target).Count(box.Contains);
        bool IsTaken(SKPoint point) => taken.Any(box => box.Contains(point));
        return (from distance in distances
                from way in Enumerable.Range(0, Ways)
                let angle = way * MathF.Tau / Ways
                let toward = new SKPoint(MathF.Cos(angle), MathF.Sin(angle))
                let rim = target.Rim(toward, distance)
                // The plate's nearest point lies on the ray, and its middle that much further.
                let centre = new SKPoint(rim.X + toward.X * plate.Width / 2, rim.Y + toward.Y * plate.Height / 2)
                let box = SKRect.Create(centre.X - plate.Width / 2, centre.Y - plate.Height / 2, plate.Width, plate.Height)
                orderby Cost(box, rim) + distance * 4
                select centre - target.Centre).First();
    }

    // Points of the arrow, and of the edge that a note is about: the words lie on neither.
    static IEnumerable<SKPoint> Between(NoteTarget target, SKPoint rim)
    {
        var tip = target.Rim(NoteTarget.Way(target.Centre, rim), 6);
        for (var share = 0f; share <= 1; share += 0.1f) yield return new(tip.X + (rim.X - tip.X) * share, tip.Y + (rim.Y - tip.Y) * share);
    }

    static IEnumerable<SKPoint> AlongEdge(NoteTarget target)
    {
        if (target.Edge is not var (from, to)) yield break;
        for (var share = 0f; share <= 1; share += 0.02f)
            yield return new(from.X + (to.X - from.X) * share, from.Y + (to.Y - from.Y) * share);
    }

    static IEnumerable<SKRect> BoxesOf(DrawItem item, FontShelf fonts) => item is FormulaText formula
        ? fonts.Lay(formula.Source, formula.Size).InkAt(formula.Origin, formula.Style).Select(ink => ink.Box)
        : [item.Bounds(fonts)];

    static bool IsRead(DrawItem item) => item switch
    {
        TextLine line => line.Color.Alpha > 60,
        FormulaText or FormulaMorph => true,
        Disc disc => disc.Role.Name?.StartsWith("unit ", StringComparison.Ordinal) == true,
        Panel panel => panel.Fill.Alpha > 200,
        _ => false,
    };

    static float Shared(SKRect a, SKRect b)
    {
        var width = Math.Min(a.Right, b.Right) - Math.Max(a.Left, b.Left);
        var height = Math.Min(a.Bottom, b.Bottom) - Math.Max(a.Top, b.Top);
        return Math.Max(0, width) * Math.Max(0, height);
    }

    static float Outside(SKRect box, SKRect safe) => box.Width * box.Height - Shared(box, safe);
}
