using System.Collections.Immutable;
using BackpropAnimator.Script;
using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>One unit of the network: layer 0 is the input.</summary>
public readonly record struct Unit(int Layer, int Index);

/// <summary>
/// Where units, edges and their labels stand inside a rectangle, for any number of layers and units. What can be shown of a layer follows
/// from the room that it has: the size of its discs, then the decimals in them, then which of its units are drawn.
/// </summary>
public sealed class NetworkLayout
{
    const float LargestLayerGap = 620, NamesHeight = 44, DeltaRoom = 48, LeastMargin = 58;

    // What is left between the discs of two layers that nobody looks at.
    const float LeastBetweenDiscs = 30;

    readonly LayerColumn[] columns;
    readonly float[] layerX;
    readonly NumberPlaces numbers;
    readonly SKPoint[] centres;
    readonly (SKPoint From, SKPoint To)[] ends;

    /// <summary>Lays out a network of its own: of a layer with too many units it shows the first and the last few.</summary>
    /// <param name="area">The rectangle to fill.</param>
    /// <param name="targetRoom">How much of its right end is kept for what stands beside the outputs.</param>
    /// <param name="sizes">Units per layer, input first.</param>
    public NetworkLayout(SKRect area, float targetRoom, ImmutableArray<int> sizes)
        : this(area, targetRoom, new ShownNetwork(sizes, RowsIn(area)))
    {
    }

    /// <inheritdoc cref="NetworkLayout(SKRect, float, ImmutableArray{int})"/>
    /// <param name="shown">Which of the network's units it shows.</param>
    /// <param name="nameRoom">How much of the left end is kept for the names of the inputs.</param>
    /// <param name="hasDeltas">Whether δ comes to stand beside its units.</param>
    /// <param name="hasLabels">Whether numbers come to stand beside its edges.</param>
    internal NetworkLayout(
        SKRect area, float targetRoom, ShownNetwork shown, float nameRoom = 0, bool hasDeltas = true, bool hasLabels = true)
    {
        (Area, Shown) = (area, shown);
        var height = area.Height - NamesHeight;
        columns = LayerColumn.Of(height, [.. Sizes.Select((_, layer) => shown.RowsIn(layer))], hasDeltas);
        // Room for δ above the uppermost discs; discs without it take the whole height.
        MiddleY = area.Top + NamesHeight + (height + (hasDeltas && columns.All(column => column.HasRoomAbove) ? DeltaRoom : 0)) / 2 - 8;
        // A layer's name, or its size, may be wider than its discs.
        var margin = Math.Max(Math.Max(columns[0].Radius + 4, LeastMargin), nameRoom + columns[0].Radius);
        var gaps = Math.Max(1, Sizes.Length - 1);
        var run = area.Width - targetRoom - margin;
        run -= Math.Min(columns[^1].Radius, LargestRadiusIn(run / gaps, hasLabels));
        var gap = Math.Min(LargestLayerGap, run / gaps);
        var start = area.Left + margin + (run - gap * (Sizes.Length - 1)) / 2;
        columns = [.. columns.Select(column => column with { Radius = Math.Min(column.Radius, LargestRadiusIn(gap, hasLabels)) })];
        layerX = [.. Sizes.Select((_, layer) => start + layer * gap)];
        centres = CentresOf(layerX);
        ends = EndsOfEdges();
        numbers = new(shown, columns, layerX, Middles);
    }

    // Layers that stand close together have smaller discs, so that labels keep room between them.
    static float LargestRadiusIn(float gap, bool hasLabels) => gap * (gap <= 240 ? 0.3f : hasLabels ? 0.128f : 0.22f);

    // With the layers in other places.
    NetworkLayout(NetworkLayout other, float[] layerX)
    {
        Loss = other.Loss;
        (Area, Shown, columns, MiddleY, this.layerX) = (other.Area, other.Shown, other.columns, other.MiddleY, layerX);
        centres = CentresOf(layerX);
        ends = EndsOfEdges();
        numbers = new(Shown, columns, layerX, Middles);
    }

    NetworkLayout(NetworkLayout from, NetworkLayout to, float share)
    {
        Shown = to.Shown;
        Area = Rectangles.Between(from.Area, to.Area, share);
        Loss = LossPlace.Between(from.Loss, to.Loss, share);
        columns = [.. (share < 0.5f ? from : to).columns.Select((column, layer) => column with
        {
            RowGap = At(from.columns[layer].RowGap, to.columns[layer].RowGap),
            Radius = At(from.columns[layer].Radius, to.columns[layer].Radius),
        })];
        MiddleY = At(from.MiddleY, to.MiddleY);
        layerX = [.. from.layerX.Zip(to.layerX, At)];
        numbers = NumberPlaces.Between(from.numbers, to.numbers, share, columns, layerX);
        centres = [.. from.centres.Zip(to.centres, (a, b) => Along(a, b, share))];
        ends = EndsOfEdges();

        float At(float a, float b) => a + (b - a) * share;
    }

    /// <summary>The same network on its way from one place to another: everything has come the same share of its way.</summary>
    public static NetworkLayout Between(NetworkLayout from, NetworkLayout to, double share) =>
        share <= 0 || from == to ? from : share >= 1 ? to : new(from, to, (float)share);

    /// <summary>How many rows there is room for in a rectangle.</summary>
    internal static int RowsIn(SKRect area) => LayerColumn.RowsIn(area.Height - NamesHeight);

    public SKRect Area { get; }

    /// <summary>Where the box stands that its outputs lead to.</summary>
    internal LossPlace Loss { get; init; }

    public ImmutableArray<int> Sizes => Shown.Sizes;

    /// <summary>Which of the network's units and edges there are.</summary>
    internal ShownNetwork Shown { get; }

    /// <summary>The radius of a layer's discs.</summary>
    public float RadiusOf(int layer) => columns[layer].Radius;

    /// <inheritdoc cref="RadiusOf(int)"/>
    public float RadiusOf(Unit unit) => RadiusOf(unit.Layer);

    /// <summary>From the middle of one disc of a layer to the next.</summary>
    public float RowGapOf(int layer) => columns[layer].RowGap;

    /// <summary>From the middle of a layer to that of the next.</summary>
    public float GapAfter(int layer) => layerX[layer + 1] - layerX[layer];

    /// <summary>Whether a layer's units have room for δ.</summary>
    public bool ShowsDeltas(int layer) => numbers.DeltaOf(layer) != DeltaPlace.None;

    /// <summary>Whether δ stands in the same place beside each unit as in another layout of the same network.</summary>
    public bool HasDeltasAs(NetworkLayout other) =>
        numbers.NamesDeltas == other.numbers.NamesDeltas
        && Enumerable.Range(0, Sizes.Length).All(layer => numbers.DeltaOf(layer) == other.numbers.DeltaOf(layer));

    /// <summary>Whether any layer's units have, here or where the view leans to them.</summary>
    public bool CanShowDeltas =>
        numbers.ShowsSomeDeltas || Enumerable.Range(0, Sizes.Length - 1).Any(gap => LeaningTo(gap).numbers.ShowsSomeDeltas);

    /// <summary>Whether a value can be read inside a layer's units.</summary>
    public bool ShowsValues(int layer) => columns[layer].ShowsValues;

    /// <summary>How many characters of a value, its point and sign among them, there is room for inside a layer's units.</summary>
    public int ValueLength(int layer) => columns[layer].ValueLength;

    /// <summary>How many decimals of a value there is room for inside a layer's units.</summary>
    public int ValueDecimals(int layer) => columns[layer].ValueDecimals;

    /// <summary>The height at which every layer has its middle.</summary>
    public float MiddleY { get; }

    public float LayerX(int layer) => layerX[layer];

    public SKPoint Centre(Unit unit) => centres[Shown.IndexOf(unit)];

    public bool IsShown(Unit unit) => Shown.Contains(unit);

    /// <summary>Whether both ends of an edge are drawn.</summary>
    public bool IsShown(Edge edge) => IsShown(new Unit(edge.Layer, edge.From)) && IsShown(new Unit(edge.Layer + 1, edge.To));

    public bool IsCut(int layer) => Shown.IsCut(layer);

    /// <summary>The units of a layer that are drawn, from the top.</summary>
    public ImmutableArray<Unit> UnitsOf(int layer) => Shown.UnitsOf(layer);

    public ImmutableArray<Unit> Units => Shown.Units;

    /// <summary>The edges drawn between layer <paramref name="layer"/> and the one after it.</summary>
    public ImmutableArray<Edge> EdgesAfter(int layer) => Shown.EdgesAfter(layer);

    /// <summary>Whether there are so many edges after this layer that no single one can be told from its neighbours.</summary>
    public bool IsCrowd(int layer) => EdgesAfter(layer).Length > Packets.Crowd;

    public ImmutableArray<Edge> Edges => Shown.Edges;

    /// <summary>Where what is kept for a unit or an edge stands in an array of all that are drawn.</summary>
    public int IndexOf(Unit unit) => Shown.IndexOf(unit);

    /// <inheritdoc cref="IndexOf(Unit)"/>
    public int IndexOf(Edge edge) => Shown.IndexOf(edge);

    /// <summary>An edge's ends on the rims of its two units.</summary>
    public (SKPoint From, SKPoint To) Ends(Edge edge) => ends[Shown.IndexOf(edge)];

    /// <summary>Whether every edge after this layer can carry a label without touching another's.</summary>
    public bool LabelsFit(int layer) => numbers.LabelsAfter(layer).Fit;

    /// <summary>Whether labels on every edge after this layer stand far enough apart that each is seen to belong to its edge.</summary>
    public bool LabelsStandApart(int layer) => numbers.LabelsAfter(layer).StandApart;

    /// <summary>
    /// Whether every edge after this layer can carry a gradient's label, which is wider, in its weight's place.
    /// </summary>
    public bool GradientsFit(int layer) => numbers.LabelsAfter(layer).GradientsFit;

    /// <summary>Whether, where not every edge can carry a label, at least those that lead to one unit can.</summary>
    public bool FocusLabelsFit(int layer) => numbers.LabelsAfter(layer).FocusFit;

    /// <summary>How high a label's plate is.</summary>
    public float LabelHeight(int layer) => numbers.LabelsAfter(layer).Height;

    /// <summary>The point of an edge that its label is centred on: its weight's, and in that's place its gradient's.</summary>
    public SKPoint LabelPoint(Edge edge)
    {
        var (from, to) = Middles(edge);
        return numbers.LabelsAfter(edge.Layer).On(from, to);
    }

    /// <inheritdoc cref="NumberPlaces.NamesDeltas"/>
    public bool NamesDeltas => numbers.NamesDeltas;

    /// <inheritdoc cref="NumberPlaces.DeltaShift"/>
    public float DeltaShift => numbers.DeltaShift;

    /// <inheritdoc cref="NumberPlaces.DeltaTag"/>
    internal SKRect DeltaTag(Unit unit, string delta) => numbers.DeltaTag(unit.Layer, Centre(unit), delta);

    /// <summary>Where δ of a layer's units stands.</summary>
    internal DeltaPlace DeltaPlaceOf(int layer) => numbers.DeltaOf(layer);

    /// <summary>The middle of the "⋮" in a layer that does not show all of its units.</summary>
    public SKPoint CutPoint(int layer) => new(layerX[layer], YOf(layer, Shown.CutRowOf(layer)));

    public static SKPoint Along(SKPoint from, SKPoint to, float share) =>
        new(from.X + (to.X - from.X) * share, from.Y + (to.Y - from.Y) * share);

    /// <summary>Whether there is no room for the numbers between two layers, which there may be in a view that leans to them.</summary>
    /// <param name="gap">The layer on its left.</param>
    internal bool LacksRoom(int gap) => numbers.LacksRoom(gap);

    /// <summary>
    /// The same network with more room for the numbers between two layers: the others move together. Itself where there is room already.
    /// </summary>
    /// <param name="gap">The layer on its left.</param>
    /// <param name="least">How wide it is to be at least, if the others leave as much.</param>
    internal NetworkLayout LeaningTo(int gap, float least = 0)
    {
        var gaps = Enumerable.Range(0, Sizes.Length - 1).ToList();
        var close = gaps.Select(l => columns[l].Radius + columns[l + 1].Radius + LeastBetweenDiscs).ToList();
        var wanted = Math.Max(least, numbers.WidthFor(gap));
        var others = gaps.Where(l => l != gap).ToList();
        var room = layerX[^1] - layerX[0] - others.Sum(l => close[l]);
        var own = Math.Min(wanted, room);
        if (own <= GapAfter(gap) + 1) return this;
        // What the others keep beyond their least goes by what they had.
        var left = (room - own) / Math.Max(1e-3f, others.Sum(l => GapAfter(l) - close[l]));
        var moved = new float[layerX.Length];
        moved[0] = layerX[0];
        foreach (var l in gaps) moved[l + 1] = moved[l] + (l == gap ? own : close[l] + (GapAfter(l) - close[l]) * left);
        return new(this, moved);
    }

    (SKPoint From, SKPoint To) Middles(Edge edge) => (Centre(new(edge.Layer, edge.From)), Centre(new(edge.Layer + 1, edge.To)));

    float YOf(int layer, int row) => MiddleY + (row - (Shown.RowsIn(layer) - 1) / 2f) * columns[layer].RowGap;

    SKPoint[] CentresOf(float[] xs) => [.. Units.Select(unit => new SKPoint(xs[unit.Layer], YOf(unit.Layer, Shown.RowOf(unit))))];

    (SKPoint From, SKPoint To)[] EndsOfEdges() => [.. Edges.Select(edge =>
    {
        var (from, to) = Middles(edge);
        var length = (to - from).Length;
        return (Along(from, to, RadiusOf(edge.Layer) / length), Along(from, to, 1 - RadiusOf(edge.Layer + 1) / length));
    })];
}
