namespace BackpropAnimator.Script;

/// <summary>
/// What a phase looks at closely: a layer, written <c>hidden2</c>; a unit, <c>hidden2[1]</c>; or a weight,
/// <c>hidden2[1] -> output[0]</c>.
/// </summary>
/// <param name="Layer">The layer's name; of a weight, that of the layer it leads to.</param>
/// <param name="Unit">The unit's number from 0; null for the whole layer.</param>
/// <param name="From">Where the weight comes from; null where the focus is no weight.</param>
public readonly record struct FocusReference(string Layer, int? Unit = null, UnitReference? From = null)
{
    /// <summary>Whether it is a bare number: a unit of the layer whose turn it is.</summary>
    public bool IsTurn => Layer.Length == 0;

    /// <summary>A unit of the layer whose turn it is.</summary>
    public static FocusReference Turn(int unit) => new("", unit);

    /// <summary>A unit.</summary>
    public static FocusReference Of(UnitReference unit) => new(unit.Layer, unit.Unit);

    /// <summary>A weight.</summary>
    public static FocusReference Of(EdgeReference edge) => new(edge.To.Layer, edge.To.Unit, edge.From);

    /// <summary>The weight that it is; null where it is a layer or a unit.</summary>
    public EdgeReference? Edge => From is { } from && Unit is { } unit ? new(from, new(Layer, unit)) : null;

    public override string ToString() =>
        IsTurn ? $"{Unit}" : Edge is { } edge ? edge.ToString() : Unit is { } unit ? new UnitReference(Layer, unit).ToString() : Layer;
}
