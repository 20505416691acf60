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
    const float LargestLayerGap = 540, NamesHeight = 44, DeltaRoom = 48, LeastMargin = 58;

    const float Clearance = 5, DeltaWidth = 112, DeltaNumberWidth = 92, DeltaBesideWidth = 102, DeltaHeight = 27;
    const float CharacterWidth = 16, ShiftedDelta = 20;

    // "9 of 784", below the "⋮" of a layer, and the number of a unit beside its disc.
    const float CountWidth = 104, NumberRoom = 48;

    // Between a disc and δ beside it, and what is left between two layers that nobody looks at.
    const float BesideDisc = 12, LeastBetweenDiscs = 30;

    readonly LayerColumn[] columns;
    readonly float[] layerX;
    readonly DeltaPlace[] deltas;
    readonly EdgeLabels[] labels;
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
    internal NetworkLayout(SKRect area, float targetRoom, ShownNetwork shown, float nameRoom = 0)
    {
        (Area, Shown) = (area, shown);
        var height = area.Height - NamesHeight;
        columns = LayerColumn.Of(height, [.. Sizes.Select((_, layer) => shown.RowsIn(layer))]);
        // Room for δ above the uppermost discs; discs without it take the whole height.
        MiddleY = area.Top + NamesHeight + (height + (columns.All(column => column.HasRoomAbove) ? DeltaRoom : 0)) / 2 - 8;
        // A layer's name, or its size, may be wider than its discs.
        var margin = Math.Max(Math.Max(columns[0].Radius + 4, LeastMargin), nameRoom + columns[0].Radius);
        var gaps = Math.Max(1, Sizes.Length - 1);
        var run = area.Width - targetRoom - margin;
        run -= Math.Min(columns[^1].Radius, LargestRadiusIn(run / gaps));
        var gap = Math.Min(LargestLayerGap, run / gaps);
        var start = area.Left + margin + (run - gap * (Sizes.Length - 1)) / 2;
        columns = [.. columns.Select(column => column with { Radius = Math.Min(column.Radius, LargestRadiusIn(gap)) })];
        layerX = [.. Sizes.Select((_, layer) => start + layer * gap)];
        centres = CentresOf(layerX);
        ends = EndsOfEdges();
        (deltas, labels) = PlaceNumbers();
    }

    // Layers that stand close together have smaller discs, so that labels keep room between them.
    static float LargestRadiusIn(float gap) => gap * (gap > 240 ? 0.128f : 0.3f);

    // With the layers in other places.
    NetworkLayout(NetworkLayout other, float[] layerX)
    {
        (Area, Shown, columns, MiddleY, this.layerX) = (other.Area, other.Shown, other.columns, other.MiddleY, layerX);
        centres = CentresOf(layerX);
        ends = EndsOfEdges();
        (deltas, labels) = PlaceNumbers();
    }

    NetworkLayout(NetworkLayout from, NetworkLayout to, float share)
    {
        Shown = to.Shown;
        Area = new(
            At(from.Area.Left, to.Area.Left), At(from.Area.Top, to.Area.Top), At(from.Area.Right, to.Area.Right),
            At(from.Area.Bottom, to.Area.Bottom));
        // What is shown at all is decided by the place that is nearer.
        var nearer = share < 0.5f ? from : to;
        columns = [.. nearer.columns.Select((column, layer) => column with
        {
            RowGap = At(from.columns[layer].RowGap, to.columns[layer].RowGap),
            Radius = At(from.columns[layer].Radius, to.columns[layer].Radius),
        })];
        (MiddleY, DeltaShift) = (At(from.MiddleY, to.MiddleY), At(from.DeltaShift, to.DeltaShift));
        layerX = [.. from.layerX.Zip(to.layerX, At)];
        (deltas, labels) = (nearer.deltas, [.. from.labels.Zip(to.labels, (a, b) => EdgeLabels.Between(a, b, share))]);
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
    public bool ShowsDeltas(int layer) => deltas[layer] != DeltaPlace.None;

    /// <summary>Whether any layer's units have, here or where the view leans to them.</summary>
    public bool CanShowDeltas =>
        ShowsSomeDeltas || Enumerable.Range(0, Sizes.Length - 1).Any(gap => LeaningTo(gap).ShowsSomeDeltas);

    bool ShowsSomeDeltas => deltas.Any(place => place != DeltaPlace.None);

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
    public bool LabelsFit(int layer) => labels[layer].Fit;

    /// <summary>Whether labels on every edge after this layer stand far enough apart that each is seen to belong to its edge.</summary>
    public bool LabelsStandApart(int layer) => labels[layer].StandApart;

    /// <summary>
    /// Whether every edge after this layer can carry a gradient's label, which is wider, beside its weight's or in its place.
    /// </summary>
    public bool GradientsFit(int layer) => labels[layer].GradientsFit;

    /// <summary>Whether, where not every edge can carry a label, at least those that lead to one unit can.</summary>
    public bool FocusLabelsFit(int layer) => labels[layer].FocusFit;

    /// <summary>Whether a label for the weight and one for its gradient fit side by side.</summary>
    public bool LabelPairsFit(int layer) => labels[layer].PairsFit;

    /// <summary>How high a label's plate is.</summary>
    public float LabelHeight(int layer) => labels[layer].Height;

    /// <summary>The point of an edge that its weight's label is centred on.</summary>
    public SKPoint LabelPoint(Edge edge)
    {
        var (from, to) = Middles(edge);
        return labels[edge.Layer].WeightOn(from, to);
    }

    /// <summary>
    /// Where the gradient's label stands: beside the weight's, towards the middle of the gap; or in its place where only one fits.
    /// </summary>
    public SKPoint GradientPoint(Edge edge)
    {
        var (from, to) = Middles(edge);
        return labels[edge.Layer].GradientOn(from, to);
    }

    /// <summary>Whether "δ +0.045" above a unit keeps clear of the labels beside it; else the sign δ is left to the legend.</summary>
    public bool NamesDeltas =>
        deltas.All(place => place is DeltaPlace.None or DeltaPlace.Above)
        && Enumerable.Range(0, Sizes.Length - 1).Where(layer => LabelsFit(layer) || FocusLabelsFit(layer)).All(layer =>
        {
            var (left, right) = labels[layer].Column;
            // The inputs have no δ.
            return GapAfter(layer) - right >= DeltaWidth / 2 + Clearance && (layer == 0 || left >= DeltaWidth / 2 + Clearance);
        });

    /// <summary>
    /// How far δ stands to the right of its unit's middle: in narrow pictures a little, clear of labels close by on the left.
    /// </summary>
    public float DeltaShift { get; private set; }

    /// <summary>The tag that δ of a unit stands on: no wider than is kept clear for it, unless the number is longer than usual.</summary>
    /// <param name="delta">What is written there.</param>
    internal SKRect DeltaTag(Unit unit, string delta)
    {
        const float padding = 8;
        var (centre, radius) = (Centre(unit), RadiusOf(unit));
        var (usual, least) = NamesDeltas ? (8, DeltaWidth) : (6, DeltaNumberWidth);
        var width = least + padding + CharacterWidth * Math.Max(0, delta.Length - usual);
        return deltas[unit.Layer] switch
        {
            DeltaPlace.Right => SKRect.Create(centre.X + radius + BesideDisc, centre.Y - DeltaHeight / 2, DeltaBesideWidth, DeltaHeight),
            DeltaPlace.Left =>
                SKRect.Create(
                    centre.X - radius - BesideDisc - DeltaBesideWidth, centre.Y - DeltaHeight / 2, DeltaBesideWidth, DeltaHeight),
            DeltaPlace.Above or DeltaPlace.None =>
                SKRect.Create(centre.X + DeltaShift - width / 2, centre.Y - radius - 5 - DeltaHeight, width, DeltaHeight),
            _ => throw new InvalidOperationException($"{deltas[unit.Layer]} is no place for δ."),
        };
    }

    /// <summary>How many characters of δ there is room for beside a disc.</summary>
    internal const int DeltaLength = 6;

    /// <summary>Where δ of a layer's units stands.</summary>
    internal DeltaPlace DeltaPlaceOf(int layer) => deltas[layer];

    /// <summary>The middle of the "⋮" in a layer that does not show all of its units.</summary>
    public SKPoint CutPoint(int layer) => new(layerX[layer], YOf(layer, Shown.CutRowOf(layer)));

    public static SKPoint Along(SKPoint from, SKPoint to, float share) =>
        new(from.X + (to.X - from.X) * share, from.Y + (to.Y - from.Y) * share);

    /// <summary>Whether there is no room for the numbers between two layers, which there may be in a view that leans to them.</summary>
    /// <param name="gap">The layer on its left.</param>
    internal bool LacksRoom(int gap) =>
        (!GradientsFit(gap) && !FocusLabelsFit(gap)) || deltas[gap] != BehindLeft(gap) || deltas[gap + 1] != BeforeRight(gap);

    /// <summary>
    /// The same network with more room for the numbers between two layers: the others move together. Itself where there is room already.
    /// </summary>
    /// <param name="gap">The layer on its left.</param>
    /// <param name="least">How wide it is to be at least, if the others leave as much.</param>
    internal NetworkLayout LeaningTo(int gap, float least = 0)
    {
        var gaps = Enumerable.Range(0, Sizes.Length - 1).ToList();
        var close = gaps.Select(l => columns[l].Radius + columns[l + 1].Radius + LeastBetweenDiscs).ToList();
        var wanted = Math.Max(
            least, EdgeLabels.WidthFor(Clear(gap, BehindLeft(gap)), Clear(gap + 1, BeforeRight(gap)), columns[gap].RowGap));
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

    // How far labels keep from the middle of a layer's discs, on the side where δ stands if that is beside them.
    float Clear(int layer, DeltaPlace place) => Clearance + place switch
    {
        DeltaPlace.None => IsCut(layer) ? Math.Max(columns[layer].Radius + NumberRoom, CountWidth / 2) : columns[layer].Radius,
        DeltaPlace.Above => Math.Max(columns[layer].Radius, DeltaNumberWidth / 2),
        DeltaPlace.Right or DeltaPlace.Left => columns[layer].Radius + BesideDisc + DeltaBesideWidth,
        _ => throw new InvalidOperationException($"{place} is no place for δ."),
    };

    // The inputs have no δ.
    DeltaPlace PlaceAbove(int layer) => layer > 0 && columns[layer].HasRoomAbove ? DeltaPlace.Above : DeltaPlace.None;

    // δ that has no room above its discs stands behind them, seen from the wave that brings it.
    DeltaPlace BehindLeft(int gap) => gap > 0 && !columns[gap].HasRoomAbove ? DeltaPlace.Right : PlaceAbove(gap);

    // That of the outputs stands before them, where targets leave no room behind.
    DeltaPlace BeforeRight(int gap) =>
        gap + 1 == Sizes.Length - 1 && !columns[^1].HasRoomAbove ? DeltaPlace.Left : PlaceAbove(gap + 1);

    (DeltaPlace[] Deltas, EdgeLabels[] Labels) PlaceNumbers()
    {
        var gaps = Enumerable.Range(0, Sizes.Length - 1).ToList();
        DeltaPlace[] places = [.. Sizes.Select((_, layer) => PlaceAbove(layer))];
        // Labels keep clear of discs and of the numbers of δ above them.
        EdgeLabels[] usual = [.. gaps.Select(gap => Column(
            gap, Clear(gap, places[gap]), Clear(gap + 1, places[gap + 1]), EdgeLabels.GradientWidth))];
        if (usual.All(gap => gap.Fit)) return (places, usual);

        // Where that leaves no room, δ may stand a little to the right, so that labels can come close to a layer from the left.
        if (places.Skip(1).All(place => place == DeltaPlace.Above))
        {
            EdgeLabels[] shifted = [.. gaps.Select(gap => Column(
                gap, gap == 0 ? Clear(0, DeltaPlace.None) : Math.Max(Clear(gap, DeltaPlace.None), ShiftedDelta + DeltaNumberWidth / 2),
                Clear(gap + 1, DeltaPlace.None), EdgeLabels.WeightWidth))];
            if (shifted.All(gap => gap.Fit))
            {
                DeltaShift = ShiftedDelta;
                return (places, shifted);
            }
        }
        // Too many for one column: only the edges into one unit are labelled.
        foreach (var gap in gaps)
        {
            if (!usual[gap].Fit) usual[gap] = usual[gap].NearSources();
            var (left, right) = (BehindLeft(gap), BeforeRight(gap));
            // δ beside its discs takes room from the labels; it stands there where both can.
            foreach (var (first, second) in new[] { (left, right), (left, places[gap + 1]), (places[gap], right) })
            {
                var both = Column(gap, Clear(gap, first), Clear(gap + 1, second), EdgeLabels.GradientWidth);
                if (!both.Fit) both = both.NearSources();
                if (!both.GradientsFit && !both.FocusFit) continue;
                (places[gap], places[gap + 1], usual[gap]) = (first, second, both);
                break;
            }
        }
        return (places, usual);
    }

    EdgeLabels Column(int gap, float left, float right, float width) =>
        EdgeLabels.InColumn([.. EdgesAfter(gap).Select(Middles)], left, right, width, columns[gap].RowGap);
}

/// <summary>Where δ of a layer's units stands.</summary>
internal enum DeltaPlace
{
    /// <summary>Nowhere: there is no room for it.</summary>
    None,

    /// <summary>On a tag above the disc.</summary>
    Above,

    /// <summary>Beside the disc, on the right.</summary>
    Right,

    /// <summary>Beside the disc, on the left.</summary>
    Left,
}
