using System.Collections.Immutable;
using BackpropAnimator.Script;

namespace BackpropAnimator.Lessons;

/// <summary>
/// Which units and edges of a network are drawn, and their places in a row of all of them, so that what is kept for each can be an array.
/// A layer with more units than can be told apart shows the first and the last few.
/// </summary>
internal sealed class ShownNetwork
{
    // More units than this in a layer are cut to the first and last four.
    public const int MostRows = 12;

    public const int RowsAtEachEnd = 4;

    readonly ImmutableArray<Unit>[] unitsOf;
    readonly ImmutableArray<Edge>[] edgesAfter;
    readonly int[] firstUnit, firstEdge;
    // Of each layer, every unit's place among those that are drawn; −1 for one that is not.
    readonly int[][] rows;

    /// <param name="sizes">Units per layer, input first.</param>
    public ShownNetwork(ImmutableArray<int> sizes)
    {
        Sizes = sizes;
        unitsOf = [.. sizes.Select((size, layer) => Enumerable.Range(0, size)
            .Where(i => size <= MostRows || i < RowsAtEachEnd || i >= size - RowsAtEachEnd).Select(i => new Unit(layer, i))
                .ToImmutableArray())];
        rows = [.. sizes.Zip(
            unitsOf, (size, units) => Enumerable.Range(0, size).Select(i => units.IndexOf(new(units[0].Layer, i))).ToArray())];
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

    public bool Contains(Unit unit) => (uint)unit.Index < (uint)rows[unit.Layer].Length && rows[unit.Layer][unit.Index] >= 0;

    /// <summary>Where a unit stands among <see cref="Units"/>.</summary>
    public int IndexOf(Unit unit) => firstUnit[unit.Layer] + RowOf(unit.Layer, unit.Index);

    /// <summary>Where an edge stands among <see cref="Edges"/>.</summary>
    public int IndexOf(Edge edge) =>
        firstEdge[edge.Layer] + RowOf(edge.Layer + 1, edge.To) * unitsOf[edge.Layer].Length + RowOf(edge.Layer, edge.From);

    // A unit's place among those of its layer that are drawn.
    int RowOf(int layer, int index) =>
        Contains(new(layer, index))
            ? rows[layer][index]
            : throw new ArgumentException($"Unit {index} of layer {layer} is not drawn.", nameof(index));
}
