using System.Collections.Immutable;
using BackpropAnimator.Script;
using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>One unit of the network: layer 0 is the input.</summary>
public readonly record struct Unit(int Layer, int Index);

/// <summary>
/// Where units, edges and their labels stand inside a rectangle, for any number of layers and units.
/// A layer with more units than can be told apart shows the first and the last few.
/// </summary>
public sealed class NetworkLayout
{
    const float LargestRadius = 54, LargestRowGap = 204, LargestLayerGap = 540;

    /// <summary>The plates of labels, in stage units: "−0.83" for a weight, "+0.040" for its gradient.</summary>
    public const float WeightWidth = 70, GradientWidth = 86, LargestLabelHeight = 31;

    const float SmallestLabelHeight = 25, Clearance = 5, DeltaWidth = 112, DeltaNumberWidth = 92, ShiftedDelta = 20;

    readonly ShownNetwork shown;
    readonly float[] layerX;
    readonly SKPoint[] centres;
    readonly (SKPoint From, SKPoint To)[] ends;
    // For each gap between layers: how far from left to right its labels stand, and the least distance between their rows.
    readonly float[] labelShares, labelRowGaps;
    // For each gap between layers: how far labels keep from the middles of the layers at its ends.
    readonly (float Left, float Right)[] labelMargins;

    /// <param name="area">The rectangle to fill.</param>
    /// <param name="targetRoom">How much of its right end is kept for what stands beside the outputs.</param>
    /// <param name="sizes">Units per layer, input first.</param>
    public NetworkLayout(SKRect area, float targetRoom, ImmutableArray<int> sizes)
    {
        Area = area;
        shown = new(sizes);
        centres = new SKPoint[shown.Units.Length];
        var rows = Enumerable.Range(0, sizes.Length).Max(RowsIn);
        const float namesHeight = 44, deltaRoom = 48;
        var height = area.Height - namesHeight;
        RowGap = rows == 1 ? LargestRowGap : Math.Min(LargestRowGap, (height - deltaRoom - 16) / (rows - 1 + 0.62f));
        // Room for δ above each unit where rows are far enough apart; else units grow into it.
        ShowsDeltas = RowGap >= 92;
        Radius = Math.Min(LargestRadius, RowGap * (ShowsDeltas ? 0.31f : 0.42f));
        // A layer's name, or its size, may be wider than its discs.
        var margin = Math.Max(Radius + 4, 58);
        var run = area.Width - targetRoom - margin - Radius;
        var gap = Math.Min(LargestLayerGap, run / Math.Max(1, sizes.Length - 1));
        var start = area.Left + margin + (run - gap * (sizes.Length - 1)) / 2;
        // Layers that stand close together have smaller discs, so that labels keep room between them.
        Radius = Math.Min(Radius, gap * (gap > 240 ? 0.128f : 0.3f));
        LayerGap = gap;
        layerX = [.. sizes.Select((_, l) => start + l * gap)];
        MiddleY = area.Top + namesHeight + (height + (ShowsDeltas ? deltaRoom : 0)) / 2 - 8;

        labelShares = new float[sizes.Length - 1];
        labelRowGaps = new float[sizes.Length - 1];
        labelMargins = new (float, float)[sizes.Length - 1];
        for (var layer = 0; layer < sizes.Length; layer++) PlaceLayer(layer);
        ends = EndsOfEdges();
        PlaceLabels();
    }

    NetworkLayout(NetworkLayout from, NetworkLayout to, float share)
    {
        (shown, ShowsDeltas) = (to.shown, to.ShowsDeltas);
        Area = new(
            At(from.Area.Left, to.Area.Left), At(from.Area.Top, to.Area.Top), At(from.Area.Right, to.Area.Right),
            At(from.Area.Bottom, to.Area.Bottom));
        (Radius, RowGap, LayerGap) = (At(from.Radius, to.Radius), At(from.RowGap, to.RowGap), At(from.LayerGap, to.LayerGap));
        (MiddleY, DeltaShift) = (At(from.MiddleY, to.MiddleY), At(from.DeltaShift, to.DeltaShift));
        layerX = [.. from.layerX.Zip(to.layerX, At)];
        labelShares = [.. from.labelShares.Zip(to.labelShares, At)];
        labelRowGaps = [.. from.labelRowGaps.Zip(to.labelRowGaps, At)];
        labelMargins = [.. from.labelMargins.Zip(to.labelMargins, (a, b) => (At(a.Left, b.Left), At(a.Right, b.Right)))];
        centres = [.. from.centres.Zip(to.centres, (a, b) => Along(a, b, share))];
        ends = EndsOfEdges();

        float At(float a, float b) => a + (b - a) * share;
    }

    /// <summary>The same network on its way from one place to another: everything has come the same share of its way.</summary>
    public static NetworkLayout Between(NetworkLayout from, NetworkLayout to, double share) =>
        share <= 0 ? from : share >= 1 ? to : new(from, to, (float)share);

    public SKRect Area { get; }
    public ImmutableArray<int> Sizes => shown.Sizes;
    public float Radius { get; }
    public float RowGap { get; }
    public float LayerGap { get; }
    public float MiddleY { get; }

    /// <summary>Whether there is room for δ above the units.</summary>
    public bool ShowsDeltas { get; }

    /// <summary>Whether a value can be read inside a unit.</summary>
    public bool ShowsValues => Radius >= 26;

    /// <summary>How many decimals of a value there is room for inside a unit.</summary>
    public int ValueDecimals => Radius >= 33 ? 2 : 1;

    public float LayerX(int layer) => layerX[layer];

    public SKPoint Centre(Unit unit) => centres[shown.IndexOf(unit)];

    public bool IsShown(Unit unit) => shown.Contains(unit);

    public bool IsCut(int layer) => shown.IsCut(layer);

    /// <summary>The units of a layer that are drawn, from the top.</summary>
    public ImmutableArray<Unit> UnitsOf(int layer) => shown.UnitsOf(layer);

    public ImmutableArray<Unit> Units => shown.Units;

    /// <summary>The edges drawn between layer <paramref name="layer"/> and the one after it.</summary>
    public ImmutableArray<Edge> EdgesAfter(int layer) => shown.EdgesAfter(layer);

    /// <summary>Whether there are so many edges after this layer that no single one can be told from its neighbours.</summary>
    public bool IsCrowd(int layer) => EdgesAfter(layer).Length > Packets.Crowd;

    public ImmutableArray<Edge> Edges => shown.Edges;

    /// <summary>Where what is kept for a unit or an edge stands in an array of all that are drawn.</summary>
    public int IndexOf(Unit unit) => shown.IndexOf(unit);

    /// <inheritdoc cref="IndexOf(Unit)"/>
    public int IndexOf(Edge edge) => shown.IndexOf(edge);

    /// <summary>An edge's ends on the rims of its two units.</summary>
    public (SKPoint From, SKPoint To) Ends(Edge edge) => ends[shown.IndexOf(edge)];

    (SKPoint From, SKPoint To)[] EndsOfEdges() => [.. Edges.Select(edge =>
    {
        var (from, to) = (Centre(new(edge.Layer, edge.From)), Centre(new(edge.Layer + 1, edge.To)));
        var share = Radius / (to - from).Length;
        return (Along(from, to, share), Along(from, to, 1 - share));
    })];

    /// <summary>Whether every edge after this layer can carry a label without touching another's.</summary>
    public bool LabelsFit(int layer) => labelRowGaps[layer] >= SmallestLabelHeight && RoomIn(layer) >= WeightWidth;

    /// <summary>
    /// Whether every edge after this layer can carry a gradient's label, which is wider, beside its weight's or in its place.
    /// </summary>
    public bool GradientsFit(int layer) => LabelsFit(layer) && RoomIn(layer) >= GradientWidth;

    /// <summary>Whether, where not every edge can carry a label, at least those that lead to one unit can.</summary>
    public bool FocusLabelsFit(int layer) =>
        !LabelsFit(layer) && (1 - labelShares[layer]) * RowGap >= SmallestLabelHeight && RoomIn(layer) >= GradientWidth;

    /// <summary>Whether a label for the weight and one for its gradient fit side by side.</summary>
    public bool LabelPairsFit(int layer)
    {
        var (left, right) = PairColumn(layer);
        return LabelsFit(layer) && left >= labelMargins[layer].Left && LayerGap - right >= labelMargins[layer].Right;
    }

    /// <summary>Whether "δ +0.045" above a unit keeps clear of the labels beside it; else the sign δ is left to the legend.</summary>
    public bool NamesDeltas => Enumerable.Range(0, Sizes.Length - 1).Where(layer => LabelsFit(layer) || FocusLabelsFit(layer)).All(layer =>
    {
        var (left, right) = LabelColumn(layer);
        // The inputs have no δ.
        return LayerGap - right >= DeltaWidth / 2 + Clearance && (layer == 0 || left >= DeltaWidth / 2 + Clearance);
    });

    /// <summary>
    /// How far δ stands to the right of its unit's middle: in narrow pictures a little, clear of labels close by on the left.
    /// </summary>
    public float DeltaShift { get; private set; }

    /// <summary>The tag that a δ stands on: no wider than is kept clear for it, unless the number is longer than usual.</summary>
    public float DeltaTagWidth(string delta)
    {
        const float digit = 16, padding = 8;
        var (usual, width) = NamesDeltas ? (8, DeltaWidth) : (6, DeltaNumberWidth);
        return width + padding + digit * Math.Max(0, delta.Length - usual);
    }

    // How far to the right of a layer's middle the labels after it begin and end.
    (float Left, float Right) LabelColumn(int layer)
    {
        var middle = labelShares[layer] * LayerGap;
        return LabelPairsFit(layer) ? PairColumn(layer) : (middle - GradientWidth / 2, middle + GradientWidth / 2);
    }

    (float Left, float Right) PairColumn(int layer)
    {
        var middle = labelShares[layer] * LayerGap;
        var (left, right) = (middle - WeightWidth / 2, middle + WeightWidth / 2);
        return labelShares[layer] > 0.5f ? (left - PairGap - GradientWidth, right) : (left, right + PairGap + GradientWidth);
    }

    float RoomIn(int layer) => LayerGap - labelMargins[layer].Left - labelMargins[layer].Right;

    // Two numbers side by side need to be told apart: as much as there is room for.
    float PairGap => Math.Clamp((LayerGap - 330) * 0.1f, 4, 18);

    /// <summary>How high a label's plate is.</summary>
    public float LabelHeight(int layer) => LabelsFit(layer)
        ? Math.Min(LargestLabelHeight, labelRowGaps[layer] - 1)
        : Math.Min(LargestLabelHeight, (1 - labelShares[layer]) * RowGap - 1);

    /// <summary>The point of an edge that its weight's label is centred on.</summary>
    public SKPoint LabelPoint(Edge edge) =>
        Along(Centre(new(edge.Layer, edge.From)), Centre(new(edge.Layer + 1, edge.To)), labelShares[edge.Layer]);

    /// <summary>
    /// Where the gradient's label stands: beside the weight's, towards the middle of the gap; or in its place where only one fits.
    /// </summary>
    public SKPoint GradientPoint(Edge edge)
    {
        var at = LabelPoint(edge);
        if (!LabelPairsFit(edge.Layer)) return at;
        return new(at.X + (labelShares[edge.Layer] > 0.5f ? -1 : 1) * ((WeightWidth + GradientWidth) / 2 + PairGap), at.Y);
    }

    /// <summary>The middle of the "⋮" in a layer that shows only its first and last units.</summary>
    public SKPoint CutPoint(int layer) => new(layerX[layer], MiddleY);

    public static SKPoint Along(SKPoint from, SKPoint to, float share) =>
        new(from.X + (to.X - from.X) * share, from.Y + (to.Y - from.Y) * share);

    void PlaceLayer(int layer)
    {
        var units = UnitsOf(layer);
        for (var i = 0; i < units.Length; i++)
        {
            var row = IsCut(layer) && i >= ShownNetwork.RowsAtEachEnd ? i + 1 : i;
            centres[IndexOf(units[i])] = new(layerX[layer], MiddleY + (row - (RowsIn(layer) - 1) / 2f) * RowGap);
        }
    }

    // The "⋮" of a cut layer takes a row, too.
    int RowsIn(int layer) => UnitsOf(layer).Length + (IsCut(layer) ? 1 : 0);

    // Labels keep clear of discs and of the numbers of δ above them. Where that leaves no room, δ may stand a little to the right,
    // so that labels can come close to a layer from the left.
    void PlaceLabels()
    {
        var gaps = Enumerable.Range(0, Sizes.Length - 1).ToList();
        var disc = Radius + Clearance;
        var delta = Math.Max(Radius, ShowsDeltas ? DeltaNumberWidth / 2 : 0) + Clearance;
        foreach (var layer in gaps) PlaceColumn(layer, layer == 0 ? disc : delta, delta, GradientWidth);
        if (gaps.All(LabelsFit)) return;

        foreach (var layer in gaps)
            PlaceColumn(layer, layer == 0 ? disc : Math.Max(disc, ShiftedDelta + DeltaNumberWidth / 2), disc, WeightWidth);
        if (ShowsDeltas && gaps.All(LabelsFit))
        {
            DeltaShift = ShiftedDelta;
            return;
        }
        foreach (var layer in gaps)
        {
            PlaceColumn(layer, layer == 0 ? disc : delta, delta, GradientWidth);
            // Too many for one column: only the edges into one unit are labelled, near where they fan out.
            if (!LabelsFit(layer)) labelShares[layer] = Math.Min(0.5f, (labelMargins[layer].Left + GradientWidth / 2) / LayerGap);
        }
    }

    // All labels between two layers stand in one column: where the edges cross it with the most even distance.
    // For n units facing m > n at the same distance this is 1 / (n + 1) of the way from the larger layer.
    void PlaceColumn(int layer, float left, float right, float width)
    {
        var edges = EdgesAfter(layer);
        // A weight may come nearer than its gradient, which is wider, where that stands beside it.
        if (LayerGap - left - right >= WeightWidth + PairGap + GradientWidth) width = WeightWidth;
        var (from, to) = (Math.Min(0.5f, (left + width / 2) / LayerGap), Math.Max(0.5f, 1 - (right + width / 2) / LayerGap));
        float best = 0.5f, bestGap = -1, bestScore = float.MinValue;
        for (var share = from; share <= to + 1e-4f; share += 0.005f)
        {
            var ys = edges.Select(e => Along(Centre(new(layer, e.From)), Centre(new(layer + 1, e.To)), share).Y).Order().ToList();
            var gap = ys.Count == 1 ? RowGap : Enumerable.Range(1, ys.Count - 1).Min(i => ys[i] - ys[i - 1]);
            // Near the middle is better where it makes little difference.
            var score = gap - MathF.Abs(share - 0.5f) * 4;
            if (score > bestScore) (best, bestGap, bestScore) = (share, gap, score);
        }
        (labelShares[layer], labelRowGaps[layer], labelMargins[layer]) = (best, bestGap, (left, right));
    }
}
