using System.Text.RegularExpressions;
using BackpropAnimator.Drawing;
using BackpropAnimator.Script;
using SkiaSharp;

namespace BackpropAnimator.Lessons.Tests;

/// <summary>The network of a frame as a viewer reads it: which number stands in, above or beside what, by nothing but places.</summary>
sealed class NetworkOnScreen
{
    readonly List<(Unit Unit, SKPoint Centre)> units = [];
    readonly List<TextLine> texts;

    public NetworkOnScreen(Frame frame, IReadOnlyList<int> sizes)
    {
        texts = [.. frame.Items.OfType<TextLine>().Where(t => t.Color.Alpha > 128)];
        var centres = frame.Items.OfType<Disc>().Select(d => d.Centre).Distinct().OrderBy(c => c.X).ToList();
        Assert.Equal(sizes.Sum(), centres.Count);
        for (var layer = 0; layer < sizes.Count; layer++)
        {
            var column = centres.Skip(sizes.Take(layer).Sum()).Take(sizes[layer]).OrderBy(c => c.Y);
            units.AddRange(column.Select((c, i) => (new Unit(layer, i), c)));
        }
        foreach (var (unit, centre) in units)
        {
            if (texts.FirstOrDefault(t => Distance(t.Position, centre) < 1) is { } value) Values[unit] = Number(value);
        }
        foreach (var delta in texts.Where(t => t.Text.StartsWith('δ') && WrittenNumber.In(t.Text).Any()))
            Deltas[units.Where(u => u.Centre.Y > delta.Position.Y).MinBy(u => Distance(u.Centre, delta.Position)).Unit] = Number(delta);
        ReadLabels();
    }

    /// <summary>The numbers inside the units.</summary>
    public Dictionary<Unit, WrittenNumber> Values { get; } = [];

    /// <summary>The numbers after a δ, by the unit below.</summary>
    public Dictionary<Unit, WrittenNumber> Deltas { get; } = [];

    /// <summary>The numbers without a sign, or with a minus and two decimals, that stand on edges.</summary>
    public Dictionary<Edge, WrittenNumber> Weights { get; } = [];

    /// <summary>The numbers with a sign that stand on edges.</summary>
    public Dictionary<Edge, WrittenNumber> Gradients { get; } = [];

    /// <summary>The numbers that follow words such as "y =", from the top.</summary>
    public IReadOnlyList<WrittenNumber> After(string words) =>
        [.. texts.Where(t => Regex.IsMatch(t.Text, $@"(^|\s){words}")).OrderBy(t => t.Position.Y).Select(Number)];

    /// <summary>The numbers larger than all labels: the loss, and after an update the one before it to its left.</summary>
    public IReadOnlyList<WrittenNumber> Losses =>
        [.. texts.Where(t => t.Size >= 30 && WrittenNumber.In(t.Text).Any()).OrderBy(t => t.Position.X).Select(Number)];

    void ReadLabels()
    {
        var labels = texts.Where(t => t.Size < 24 && char.IsAsciiDigit(t.Text[^1]) && !t.Text.Contains(' ', StringComparison.Ordinal)
            && !units.Exists(u => Distance(u.Centre, t.Position) < 1)).ToList();
        var edges = (from a in units from b in units where b.Unit.Layer == a.Unit.Layer + 1
                     select (Edge: new Edge(a.Unit.Layer, a.Unit.Index, b.Unit.Index), From: a.Centre, To: b.Centre)).ToList();
        foreach (var label in labels)
        {
            var nearest = edges.MinBy(e => DistanceToLine(label.Position, e.From, e.To));
            // The arrow before a gradient moves it a little to the side.
            Assert.InRange(DistanceToLine(label.Position, nearest.From, nearest.To), 0, 6);
            var isGradient = label.Text[0] is '+' or '−' && WrittenNumber.In(label.Text).Single().HalfStep < 0.004;
            (isGradient ? Gradients : Weights)[nearest.Edge] = Number(label);
        }
    }

    static WrittenNumber Number(TextLine text) => WrittenNumber.In(text.Text).Single();

    static float Distance(SKPoint a, SKPoint b) => (a - b).Length;

    static float DistanceToLine(SKPoint p, SKPoint a, SKPoint b)
    {
        var along = b - a;
        var share = ((p.X - a.X) * along.X + (p.Y - a.Y) * along.Y) / (along.X * along.X + along.Y * along.Y);
        return share is < 0 or > 1 ? float.MaxValue : Distance(p, new(a.X + along.X * share, a.Y + along.Y * share));
    }
}
