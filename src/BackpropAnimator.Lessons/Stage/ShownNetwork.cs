using System.Collections.Immutable;
using BackpropAnimator.Script;

namespace BackpropAnimator.Lessons;

/// <summary>
/// Which units and edges of a network are drawn, and their places in a row of all of them, so that what is kept for each can be an array.
/// A layer with more units than there is room for shows those that tell most.
/// </summary>
internal sealed class ShownNetwork
{
    // Rows that the "⋮" of a cut layer takes, with its number of units below.
    const int CutRows = 2;

    readonly ImmutableArray<Unit>[] unitsOf;
    readonly ImmutableArray<Edge>[] edgesAfter;
    readonly int[] firstUnit, firstEdge;
    // Of each layer, every unit's place among those that are drawn; −1 for one that is not.
    readonly int[][] rows;

    /// <param name="sizes">Units per layer, input first.</param>
    /// <param name="mostRows">How many rows a layer has room for.</param>
    /// <param name="weightOf">How much a unit has to tell; where it is left out, the first and the last units are drawn.</param>
    public ShownNetwork(ImmutableArray<int> sizes, int mostRows, Func<Unit, double>? weightOf = null)
    {
        Sizes = sizes;
        unitsOf = [.. sizes.Select((size, layer) => Chosen(layer, size, mostRows, weightOf))];
        rows = [.. sizes.Select((size, layer) => RowsOf(size, unitsOf[layer]))];
        edgesAfter = [.. unitsOf.Zip(unitsOf.Skip(1), (froms, tos) => (
            from to in tos from @from in froms select new Edge(@from.Layer, @from.Index, to.Index)).ToImmutableArray())];
        (Units, Edges) = ([.. unitsOf.SelectMany(units => units)], [.. edgesAfter.SelectMany(edges => edges)]);
        (firstUnit, firstEdge) = (Firsts(unitsOf), Firsts(edgesAfter));

        static int[] Firsts<T>(ImmutableArray<T>[] parts)
        {
            var firsts = new int[parts.Length];
            for (var i = 1; i < parts.Length; i++) firsts[i] = firsts[i - 1] + parts[i - 1].Length;
            return firsts;
        }
    }

    public ImmutableArray<int> Sizes { get; }

    /// <summary>All units that are drawn, layer by layer, each from the top.</summary>
    public ImmutableArray<Unit> Units { get; }

    /// <summary>All edges that are drawn, those into the same unit side by side.</summary>
    public ImmutableArray<Edge> Edges { get; }

    public ImmutableArray<Unit> UnitsOf(int layer) => unitsOf[layer];

    /// <summary>The edges between layer <paramref name="layer"/> and the one after it.</summary>
    public ImmutableArray<Edge> EdgesAfter(int layer) => edgesAfter[layer];

    public bool IsCut(int layer) => unitsOf[layer].Length < Sizes[layer];

    /// <summary>How many rows a layer takes: one for each unit, and some for the "⋮" of a cut one.</summary>
    public int RowsIn(int layer) => unitsOf[layer].Length + (IsCut(layer) ? CutRows : 0);

    /// <summary>The most rows that any layer takes.</summary>
    public int MostRows => Enumerable.Range(0, Sizes.Length).Max(RowsIn);

    /// <summary>The row of a unit, from the top; the "⋮" of a cut layer stands in its middle.</summary>
    public int RowOf(Unit unit)
    {
        var place = PlaceOf(unit.Layer, unit.Index);
        return IsCut(unit.Layer) && place >= FirstBelowCut(unit.Layer) ? place + CutRows : place;
    }

    /// <summary>The upper of the rows that the "⋮" of a cut layer takes.</summary>
    public int CutRowOf(int layer) => FirstBelowCut(layer);

    public bool Contains(Unit unit) => (uint)unit.Index < (uint)rows[unit.Layer].Length && rows[unit.Layer][unit.Index] >= 0;

    /// <summary>Where a unit stands among <see cref="Units"/>.</summary>
    public int IndexOf(Unit unit) => firstUnit[unit.Layer] + PlaceOf(unit.Layer, unit.Index);

    /// <summary>Where an edge stands among <see cref="Edges"/>.</summary>
    public int IndexOf(Edge edge) =>
        firstEdge[edge.Layer] + PlaceOf(edge.Layer + 1, edge.To) * unitsOf[edge.Layer].Length + PlaceOf(edge.Layer, edge.From);

    int FirstBelowCut(int layer) => (unitsOf[layer].Length + 1) / 2;

    // A unit's place among those of its layer that are drawn.
    int PlaceOf(int layer, int index) =>
        Contains(new(layer, index))
            ? rows[layer][index]
            : throw new ArgumentException($"Unit {index} of layer {layer} is not drawn.", nameof(index));

    static ImmutableArray<Unit> Chosen(int layer, int size, int mostRows, Func<Unit, double>? weightOf)
    {
        var units = Enumerable.Range(0, size).Select(i => new Unit(layer, i));
        if (size <= mostRows) return [.. units];
        var room = Math.Max(2, mostRows - CutRows);
        return weightOf is null
            ? [.. units.Where(unit => unit.Index < (room + 1) / 2 || unit.Index >= size - room / 2)]
            : [.. units.OrderByDescending(weightOf).Take(room).OrderBy(unit => unit.Index)];
    }

    static int[] RowsOf(int size, ImmutableArray<Unit> shown)
    {
        var places = new int[size];
        Array.Fill(places, -1);
        for (var i = 0; i < shown.Length; i++) places[shown[i].Index] = i;
        return places;
    }
}
