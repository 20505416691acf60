using System.Collections.Immutable;

namespace BackpropAnimator.Script.WeightFiles;

/// <summary>Layers of a file as those of a network.</summary>
/// <param name="Sizes">Units per layer, input first.</param>
/// <param name="Layers">One for each layer after the input.</param>
/// <param name="Order">How their matrices lie.</param>
/// <param name="IsGuessed">Whether the layers could follow one another in another way as well.</param>
internal sealed record FittedNetwork(
    ImmutableArray<int> Sizes, ImmutableArray<StoredLayer> Layers, MatrixOrder Order, bool IsGuessed = false);

/// <summary>Decides which matrix belongs to which layer and which of its axes is which, for all of a file alike.</summary>
/// <param name="stored">The layers in the file.</param>
/// <param name="asked">How the scene says that matrices lie; null where it leaves that to the file.</param>
internal sealed class LayerFit(StoredNetwork stored, MatrixOrder? asked)
{
    // The usual order first: it is taken where square matrices fit both.
    readonly ImmutableArray<MatrixOrder> orders =
        asked is { } one ? [one] : stored.ShapesDecide ? [stored.Order, Other(stored.Order)] : [stored.Order];

    /// <summary>The file's layers as those of a network whose layers the scene gives.</summary>
    /// <param name="sizes">Units per layer, input first.</param>
    /// <param name="names">What each layer is called, the input too.</param>
    /// <exception cref="WeightFileException">They do not fit.</exception>
    public FittedNetwork Into(ImmutableArray<int> sizes, ImmutableArray<string> names)
    {
        if (stored.Layers.Length != sizes.Length - 1)
            throw new WeightFileException(
                $"{sizes.Length - 1} matrices of weights expected, one for each layer after the input, found {stored.Layers.Length}: " +
                    LayerPairing.Listed(stored.Layers.Select(layer => layer.Weights)), OwnSizes);
        foreach (var order in orders)
            if (Fit(stored.Layers, sizes, order)) return new(sizes, stored.Layers, order, !stored.IsInOrder && HasEqualShapes);
        if (!stored.IsInOrder)
            foreach (var order in orders)
                if (Arranged(sizes, order) is { } layers) return new(sizes, layers, order);
        throw Misfit(sizes, names);
    }

    /// <summary>The file's layers as a network of their own.</summary>
    /// <exception cref="WeightFileException">They do not follow one another.</exception>
    public FittedNetwork Alone()
    {
        foreach (var order in orders)
            if (Chain(order) is { } sizes) return new(sizes, stored.Layers, order, !stored.IsInOrder && HasOtherChain(order));
        throw new WeightFileException(
            $"its layers do not follow one another: {LayerPairing.Listed(stored.Layers.Select(layer => layer.Weights))}",
            "name the network's layers, such as layers: [2, 3, 1]");
    }

    static bool Fit(ImmutableArray<StoredLayer> layers, ImmutableArray<int> sizes, MatrixOrder order) =>
        Enumerable.Range(0, layers.Length).All(l => Fits(layers[l], sizes[l], sizes[l + 1], order));

    static bool Fits(StoredLayer layer, int before, int after, MatrixOrder order) =>
        HasShape(layer.Weights, before, after, order) && (layer.Biases is null || layer.Biases.VectorLength == after);

    static bool HasShape(StoredArray weights, int before, int after, MatrixOrder order) =>
        weights.Shape.SequenceEqual(Shape(before, after, order));

    static ImmutableArray<int> Shape(int before, int after, MatrixOrder order) =>
        order == MatrixOrder.InOut ? [before, after] : [after, before];

    static MatrixOrder Other(MatrixOrder order) => order == MatrixOrder.InOut ? MatrixOrder.OutIn : MatrixOrder.InOut;

    /// <summary>The layers in the only order that fits; null where there is none, or more than one.</summary>
    ImmutableArray<StoredLayer>? Arranged(ImmutableArray<int> sizes, MatrixOrder order)
    {
        var layers = ImmutableArray.CreateBuilder<StoredLayer>();
        for (var l = 0; l < sizes.Length - 1; l++)
        {
            if (stored.Layers.Where(layer => Fits(layer, sizes[l], sizes[l + 1], order)).ToArray() is not [var only]) return null;
            layers.Add(only);
        }
        return layers.Distinct().Count() == layers.Count ? layers.ToImmutable() : null;
    }

    // Between given sizes, two layers can change places when their shapes are the same.
    bool HasEqualShapes =>
        stored.Layers.Select(layer => StoredArray.ShapeInWords(layer.Weights.Shape)).Distinct().Count() < stored.Layers.Length;

    /// <summary>Whether the layers also follow one another in an order of which the file says nothing.</summary>
    bool HasOtherChain(MatrixOrder order)
    {
        var (from, to) = order == MatrixOrder.InOut ? (0, 1) : (1, 0);
        var shapes = stored.Layers.Select(layer => layer.Weights.Shape).ToArray();
        // So many orders can be tried; with more layers there mostly is another one.
        return shapes.Length > 9 || Goes([]);

        bool Goes(ImmutableArray<int> taken) => taken.Length == shapes.Length
            ? !taken.SequenceEqual(taken.Order())
            : Enumerable.Range(0, shapes.Length).Any(next => !taken.Contains(next)
                && (taken.IsEmpty || shapes[taken[^1]][to] == shapes[next][from]) && Goes(taken.Add(next)));
    }

    /// <summary>The sizes of the file's own network; null where its layers do not follow one another.</summary>
    ImmutableArray<int>? Chain(MatrixOrder order)
    {
        var inOut = stored.Layers.Select(layer => order == MatrixOrder.InOut ? layer.Weights.Shape : [.. layer.Weights.Shape.Reverse()])
            .ToList();
        ImmutableArray<int> sizes = [inOut[0][0], .. inOut.Select(shape => shape[1])];
        return Fit(stored.Layers, sizes, order) ? sizes : null;
    }

    string? OwnSizes => orders.Select(Chain).FirstOrDefault(sizes => sizes is not null) is { } own
        ? $"for the network in the file write layers: {StoredArray.ShapeInWords(own)}, or leave it out"
        : null;

    WeightFileException Misfit(ImmutableArray<int> sizes, ImmutableArray<string> names)
    {
        // The order in which most of it fits is the one that was meant.
        var order = orders.MaxBy(order => Enumerable.Range(0, stored.Layers.Length).Count(l => FitsAt(l, order)));
        for (var l = 0; l < stored.Layers.Length; l++)
            if (!FitsAt(l, order))
                return new(
                    $"{stored.Layers[l].Weights.InWords} should have shape " +
                        $"{StoredArray.ShapeInWords(Shape(sizes[l], sizes[l + 1], order))}: " +
                        $"{names[l]} has {Units(sizes[l])} and {names[l + 1]} {Units(sizes[l + 1])}",
                    Transposed(sizes, order) ?? OwnSizes);
        var bad = Enumerable.Range(0, stored.Layers.Length).First(l => !Fits(stored.Layers[l], sizes[l], sizes[l + 1], order));
        return new(
            $"{stored.Layers[bad].Biases!.InWords} should have length {sizes[bad + 1]}: {names[bad + 1]} has {Units(sizes[bad + 1])}",
            OwnSizes);

        bool FitsAt(int l, MatrixOrder order) => HasShape(stored.Layers[l].Weights, sizes[l], sizes[l + 1], order);
    }

    static string Units(int count) => count == 1 ? "1 unit" : $"{count} units";

    string? Transposed(ImmutableArray<int> sizes, MatrixOrder order) => Fit(stored.Layers, sizes, Other(order))
        ? $"this looks transposed: if it is, say so with order: {Diagnostics.SnakeCase.Of(Other(order).ToString())} beside the file's name"
        : null;
}
