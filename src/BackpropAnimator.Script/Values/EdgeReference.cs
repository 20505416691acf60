using System.Globalization;

namespace BackpropAnimator.Script;

/// <summary>One unit of the network by its layer's name and its number from 0, written <c>hidden[1]</c>.</summary>
/// <param name="Layer">One of <see cref="NetworkScript.LayerNames"/>.</param>
/// <param name="Unit">The unit's number in its layer, from 0.</param>
public readonly record struct UnitReference(string Layer, int Unit)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Layer}[{Unit}]");
}

/// <summary>One weight by the two units that it joins, written <c>hidden[1] -> output[0]</c>.</summary>
public readonly record struct EdgeReference(UnitReference From, UnitReference To)
{
    public override string ToString() => $"{From} -> {To}";
}

/// <summary>
/// One weight of a network of known size: <c>Weights[Layer][To][From]</c>, where layer 0 is the first layer after the input.
/// </summary>
public readonly record struct Edge(int Layer, int From, int To);
