namespace BackpropAnimator.Script;

/// <summary>One weight by the two units that it joins, written <c>h1.2 → o.1</c> or <c>h1.2 -> o.1</c>.</summary>
public readonly record struct EdgeReference(UnitReference From, UnitReference To)
{
    public override string ToString() => $"{From} → {To}";
}

/// <summary>
/// One weight of a network of known size: <c>Weights[Layer][To][From]</c>, where layer 0 is the first layer after the input.
/// </summary>
public readonly record struct Edge(int Layer, int From, int To);
