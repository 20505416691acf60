using BackpropAnimator.Script;
using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>
/// Where the numbers of a network stand: δ beside its discs and the labels on its edges, each clear of all others. What there is no room
/// for is not shown.
/// </summary>
internal sealed class NumberPlaces
{
    /// <summary>How many characters of δ there is room for beside a disc.</summary>
    public const int DeltaLength = 6;

    const float Clearance = 5, DeltaWidth = 112, DeltaNumberWidth = 92, DeltaBesideWidth = 102, DeltaHeight = 27;
    const float CharacterWidth = 16, ShiftedDelta = 20;

    // "9 of 784", below the "⋮" of a layer, and the number of a unit beside its disc.
    const float CountWidth = 104, NumberRoom = 48;

    // Between a disc and δ beside it.
    const float BesideDisc = 12;

    readonly ShownNetwork shown;
    readonly LayerColumn[] columns;
    readonly float[] layerX;
    readonly DeltaPlace[] deltas;
    readonly EdgeLabels[] labels;

    /// <param name="shown">Which units and edges there are.</param>
    /// <param name="columns">The discs of each layer.</param>
    /// <param name="layerX">Where each layer stands.</param>
    /// <param name="middles">The middles of the two discs that an edge joins.</param>
    public NumberPlaces(
        ShownNetwork shown, LayerColumn[] columns, float[] layerX, Func<Edge, (SKPoint From, SKPoint To)> middles)
    {
        (this.shown, this.columns, this.layerX) = (shown, columns, layerX);
        (deltas, labels, DeltaShift) = Place(middles);
    }

    // On their way from one place to another; what is shown at all is decided by the place that is nearer.
    NumberPlaces(NumberPlaces from, NumberPlaces to, float share, LayerColumn[] columns, float[] layerX)
    {
        var nearer = share < 0.5f ? from : to;
        (shown, this.columns, this.layerX, deltas) = (to.shown, columns, layerX, nearer.deltas);
        labels = [.. from.labels.Zip(to.labels, (a, b) => EdgeLabels.Between(a, b, share))];
        DeltaShift = from.DeltaShift + (to.DeltaShift - from.DeltaShift) * share;
    }

    /// <summary>The numbers of a network whose layers are on their way from one place to another.</summary>
    /// <param name="share">Of the way, 0 to 1.</param>
    /// <param name="columns">The discs of each layer, there.</param>
    /// <param name="layerX">Where each layer stands, there.</param>
    public static NumberPlaces Between(NumberPlaces from, NumberPlaces to, float share, LayerColumn[] columns, float[] layerX) =>
        new(from, to, share, columns, layerX);

    /// <summary>
    /// How far δ stands to the right of its unit's middle: in narrow pictures a little, clear of labels close by on the left.
    /// </summary>
    public float DeltaShift { get; }

    /// <summary>Where δ of a layer's units stands.</summary>
    public DeltaPlace DeltaOf(int layer) => deltas[layer];

    /// <summary>Whether any layer's units have room for δ.</summary>
    public bool ShowsSomeDeltas => deltas.Any(place => place != DeltaPlace.None);

    /// <summary>The labels on the edges after a layer.</summary>
    public EdgeLabels LabelsAfter(int layer) => labels[layer];

    /// <summary>Whether "δ +0.045" above a unit keeps clear of the labels beside it; else the sign δ is left to the legend.</summary>
    public bool NamesDeltas =>
        deltas.All(place => place is DeltaPlace.None or DeltaPlace.Above)
        && Enumerable.Range(0, labels.Length).Where(layer => labels[layer].Fit || labels[layer].FocusFit).All(layer =>
        {
            var (left, right) = labels[layer].Column;
            // The inputs have no δ.
            return layerX[layer + 1] - layerX[layer] - right >= DeltaWidth / 2 + Clearance
                && (layer == 0 || left >= DeltaWidth / 2 + Clearance);
        });

    /// <summary>The tag that δ of a unit stands on: no wider than is kept clear for it, unless the number is longer than usual.</summary>
    /// <param name="layer">Of the unit.</param>
    /// <param name="centre">Of its disc.</param>
    /// <param name="delta">What is written there.</param>
    public SKRect DeltaTag(int layer, SKPoint centre, string delta)
    {
        const float padding = 8;
        var radius = columns[layer].Radius;
        var (usual, least) = NamesDeltas ? (8, DeltaWidth) : (6, DeltaNumberWidth);
        var width = least + padding + CharacterWidth * Math.Max(0, delta.Length - usual);
        return deltas[layer] switch
        {
            DeltaPlace.Right => SKRect.Create(centre.X + radius + BesideDisc, centre.Y - DeltaHeight / 2, DeltaBesideWidth, DeltaHeight),
            DeltaPlace.Left =>
                SKRect.Create(
                    centre.X - radius - BesideDisc - DeltaBesideWidth, centre.Y - DeltaHeight / 2, DeltaBesideWidth, DeltaHeight),
            DeltaPlace.Above or DeltaPlace.None =>
                SKRect.Create(centre.X + DeltaShift - width / 2, centre.Y - radius - 5 - DeltaHeight, width, DeltaHeight),
            _ => throw new InvalidOperationException($"{deltas[layer]} is no place for δ."),
        };
    }

    /// <summary>Whether there is no room for the numbers between two layers.</summary>
    /// <param name="gap">The layer on its left.</param>
    public bool LacksRoom(int gap) =>
        (!labels[gap].GradientsFit && !labels[gap].FocusFit) || deltas[gap] != BehindLeft(gap) || deltas[gap + 1] != BeforeRight(gap);

    /// <summary>From the middle of one layer to that of the next where all numbers between them have room.</summary>
    /// <param name="gap">The layer on its left.</param>
    public float WidthFor(int gap) =>
        EdgeLabels.WidthFor(Clear(gap, BehindLeft(gap)), Clear(gap + 1, BeforeRight(gap)), columns[gap].RowGap);

    // How far labels keep from the middle of a layer's discs, on the side where δ stands if that is beside them.
    float Clear(int layer, DeltaPlace place) => Clearance + place switch
    {
        DeltaPlace.None => shown.IsCut(layer) ? Math.Max(columns[layer].Radius + NumberRoom, CountWidth / 2) : columns[layer].Radius,
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
        gap + 1 == columns.Length - 1 && !columns[^1].HasRoomAbove ? DeltaPlace.Left : PlaceAbove(gap + 1);

    (DeltaPlace[] Deltas, EdgeLabels[] Labels, float Shift) Place(Func<Edge, (SKPoint From, SKPoint To)> middles)
    {
        var gaps = Enumerable.Range(0, columns.Length - 1).ToList();
        DeltaPlace[] places = [.. columns.Select((_, layer) => PlaceAbove(layer))];
        // Labels keep clear of discs and of the numbers of δ above them.
        EdgeLabels[] usual = [.. gaps.Select(gap => Column(
            gap, Clear(gap, places[gap]), Clear(gap + 1, places[gap + 1]), EdgeLabels.GradientWidth))];
        if (usual.All(gap => gap.Fit)) return (places, usual, 0);

        // Where that leaves no room, δ may stand a little to the right, so that labels can come close to a layer from the left.
        if (places.Skip(1).All(place => place == DeltaPlace.Above))
        {
            EdgeLabels[] shifted = [.. gaps.Select(gap => Column(
                gap, gap == 0 ? Clear(0, DeltaPlace.None) : Math.Max(Clear(gap, DeltaPlace.None), ShiftedDelta + DeltaNumberWidth / 2),
                Clear(gap + 1, DeltaPlace.None), EdgeLabels.WeightWidth))];
            if (shifted.All(gap => gap.Fit)) return (places, shifted, ShiftedDelta);
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
        return (places, usual, 0);

        EdgeLabels Column(int gap, float left, float right, float width) =>
            EdgeLabels.InColumn([.. shown.EdgesAfter(gap).Select(middles)], left, right, width, columns[gap].RowGap);
    }
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
