using System.Collections.Immutable;
using BackpropAnimator.Drawing;
using BackpropAnimator.Script;
using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>What some of a frame's items stand for, and where they are.</summary>
/// <param name="Key">What it is, whatever frame it is looked for in.</param>
/// <param name="Box">Around it; null where the frame does not show it.</param>
internal sealed record LookedItem(LookedKey Key, SKRect? Box)
{
    // How near to a line counts as on it, in stage units; and how far a number may stand from what it belongs to.
    const float NearEdge = 9, NearNumber = 40;

    // What has faded nearly away is not looked at.
    const byte LeastVisible = 60;
    const float LeastOpacity = 0.25f;

    // Clauses of a sentence stand on one line, with less than so many ems between them.
    const float WithinSentence = 1.5f;

    /// <summary>A weight's line, from centre to centre.</summary>
    public (SKPoint From, SKPoint To)? Line { get; init; }

    /// <summary>The formulas on the line that a formula stands on, from the left.</summary>
    public ImmutableArray<string> Sentence { get; init; } = [];

    /// <summary>Null where nothing lies there that has a name.</summary>
    public static LookedItem? At(Frame frame, SKPoint point, FontShelf fonts)
    {
        var units = UnitsIn(frame);
        // The last one is in front.
        if (units.FindLast(unit => unit.Contains(point)) is { } unit) return unit.Looked;
        if (LossIn(frame) is { Box: { } card } loss && card.Contains(point)) return loss;
        for (var i = frame.Items.Length - 1; i >= 0; i--)
        {
            var item = frame.Items[i];
            if (FormulaIn(item) is { } formula && formula.PartAt(point, fonts) is { } part)
                return part with { Sentence = SentenceOf(frame, formula, fonts) };
            if (item is TextLine text && IsVisible(text) && Grown(text.Bounds(fonts)).Contains(point))
                return OfText(text, text.Bounds(fonts), units);
        }
        return EdgeAt(point, NearEdge, units);
    }

    /// <summary>The same thing in another frame; without a box where that one does not show it.</summary>
    public static LookedItem Of(LookedKey key, Frame frame, FontShelf fonts)
    {
        var absent = new LookedItem(key, null);
        switch (key)
        {
            case LookedKey.OfUnit one:
                return UnitsIn(frame).FindLast(shown => shown.Unit == one.Unit && shown.Network == one.Network)?.Looked ?? absent;
            case LookedKey.OfWeight one:
                var units = UnitsIn(frame).Where(shown => shown.Network == one.Network).ToList();
                var from = units.Find(shown => shown.Unit == new Unit(one.Edge.Layer, one.Edge.From));
                var to = units.Find(shown => shown.Unit == new Unit(one.Edge.Layer + 1, one.Edge.To));
                return from is null || to is null ? absent : OfEdge(from, to);
            case LookedKey.OfLoss:
                return LossIn(frame) ?? absent;
            case LookedKey.OfText one:
                var text = frame.Items.OfType<TextLine>().LastOrDefault(text => text.Text == one.Text && IsVisible(text));
                return text is null ? absent : absent with { Box = text.Bounds(fonts) };
            case LookedKey.OfFormula one:
                foreach (var item in frame.Items)
                    if (FormulaIn(item) is { } formula && formula.Source == one.Source)
                        return formula.Part(one.Part, fonts) with { Sentence = SentenceOf(frame, formula, fonts) };
                return absent with { Sentence = [one.Source] };
            default:
                throw new ArgumentOutOfRangeException(nameof(key), key, null);
        }
    }

    static bool IsVisible(TextLine text) => text.Color.Alpha > LeastVisible;

    static LookedItem? LossIn(Frame frame) =>
        frame.Items.OfType<Panel>().LastOrDefault(panel => panel.Role == RoleOf.LossCard && panel.Fill.Alpha > LeastVisible) is { } card
            ? new(new LookedKey.OfLoss(), card.Rect) : null;

    // A number stands for what it is about: beside or above a unit, or on an edge.
    static LookedItem OfText(TextLine text, SKRect box, List<ShownUnit> units)
    {
        var middle = new SKPoint(box.MidX, box.MidY);
        var isOfUnit = text.Role == RoleOf.Delta || text.Role == RoleOf.UnitName || text.Role == RoleOf.OutputName;
        if (isOfUnit && units.Count > 0) return units.MinBy(unit => unit.DistanceTo(middle))!.Looked;
        var isNumber = text.Text.AsSpan().IndexOfAnyInRange('0', '9') >= 0 && text.Text.AsSpan().IndexOfAnyInRange('a', 'z') < 0;
        if (isNumber && text.Role == default && EdgeAt(middle, box.Height / 2, units) is { } edge) return edge;
        return new(new LookedKey.OfText(text.Text), box);
    }

    static ShownFormula? FormulaIn(DrawItem item) => item switch
    {
        FormulaText formula when formula.Style.Opacity > LeastOpacity => new(formula.Source, formula.Origin, formula.Size),
        FormulaMorph { Progress: > 0.95f } morph when morph.Style.Opacity > LeastOpacity => new(morph.To, morph.ToOrigin, morph.Size),
        _ => null,
    };

    // What stands on the same line without a gap: a calculation is written in several pieces.
    static ImmutableArray<string> SentenceOf(Frame frame, ShownFormula of, FontShelf fonts)
    {
        var line = frame.Items.Select(FormulaIn).OfType<ShownFormula>()
            .Where(other => other.Size == of.Size && Math.Abs(other.Origin.Y - of.Origin.Y) < 1)
            .DistinctBy(other => other.Origin.X).OrderBy(other => other.Origin.X).ToList();
        var first = line.FindIndex(other => other.Origin == of.Origin);
        var last = first;
        bool Joins(int left) =>
            line[left + 1].Bounds(fonts).Left - line[left].Bounds(fonts).Right < WithinSentence * of.Size;
        while (first > 0 && Joins(first - 1)) first--;
        while (last < line.Count - 1 && Joins(last)) last++;
        return [.. line[first..(last + 1)].Select(formula => formula.Source)];
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
        return nearest is { From: { } from, To: { } to } ? OfEdge(from, to) : null;
    }

    static LookedItem OfEdge(ShownUnit from, ShownUnit to)
    {
        var (start, end) = (from.Disc.Centre, to.Disc.Centre);
        var box = SKRect.Create((start.X + end.X) / 2 - NearNumber, (start.Y + end.Y) / 2 - NearNumber / 2, 2 * NearNumber, NearNumber);
        var edge = new Edge(from.Unit.Layer, from.Unit.Index, to.Unit.Index);
        return new(new LookedKey.OfWeight(edge, from.Network), box) { Line = (start, end) };
    }

    static float Distance(SKPoint point, SKPoint from, SKPoint to)
    {
        var (way, off) = (to - from, point - from);
        var along = Math.Clamp((way.X * off.X + way.Y * off.Y) / Math.Max(way.LengthSquared, 1e-6f), 0, 1);
        return (point - new SKPoint(from.X + along * way.X, from.Y + along * way.Y)).Length;
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

    /// <param name="Network">Which of several networks it belongs to, from left to right or from the top, from 0.</param>
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
                return new(new LookedKey.OfUnit(Unit, Network), box);
            }
        }
    }

    sealed record ShownFormula(string Source, SKPoint Origin, float Size)
    {
        public SKRect Bounds(FontShelf fonts) => fonts.Lay(Source, Size).BoundsAt(Origin);

        /// <summary>The innermost part at a point that its source names, or the formula; null beside it.</summary>
        public LookedItem? PartAt(SKPoint point, FontShelf fonts)
        {
            if (!Bounds(fonts).Contains(point)) return null;
            // Terms without a name are numbered: #1.
            var part = fonts.Lay(Source, Size).Parts.LastOrDefault(
                part => part.Name is [not '#', ..] && Grown(Placed(part.Bounds)).Contains(point));
            return new(new LookedKey.OfFormula(Source, part?.Name), part is null ? Bounds(fonts) : Placed(part.Bounds));
        }

        /// <summary>A part by its name; the whole formula without one.</summary>
        public LookedItem Part(string? name, FontShelf fonts)
        {
            var part = name is null ? null : fonts.Lay(Source, Size).Parts.LastOrDefault(part => part.Name == name);
            return new(new LookedKey.OfFormula(Source, name), part is null ? Bounds(fonts) : Placed(part.Bounds));
        }

        SKRect Placed(SKRect box)
        {
            box.Offset(Origin);
            return box;
        }
    }
}
