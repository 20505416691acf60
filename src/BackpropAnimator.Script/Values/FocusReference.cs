using System.Globalization;

namespace BackpropAnimator.Script;

/// <summary>What a phase looks at closely: a layer or a unit, a weight, or a unit of the layer whose turn it is.</summary>
/// <param name="Named">
/// A unit, written <c>h2.1</c>; or, under the name of a layer, that whole layer. Null where the focus is none of them.
/// </param>
/// <param name="Edge">A weight, written <c>h1.2 → h2.1</c>; null where the focus is none.</param>
/// <param name="Turn">A bare number, from 0; null where the focus is none.</param>
public readonly record struct FocusReference(UnitReference? Named = null, EdgeReference? Edge = null, int? Turn = null)
{
    public override string ToString() =>
        Edge is { } edge ? edge.ToString()
        : Turn is { } turn ? turn.ToString(CultureInfo.InvariantCulture)
        : Named?.Name ?? Named?.ToString() ?? "";
}

/// <summary>Where a focus is in a network of known size.</summary>
/// <param name="Layer">The layer, 0 for the input; of a weight that which it leads to.</param>
/// <param name="Unit">The unit in it, from 0; null for the whole layer.</param>
public readonly record struct FocusPlace(int Layer, int? Unit);
