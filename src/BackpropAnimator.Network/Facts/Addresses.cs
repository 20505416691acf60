namespace BackpropAnimator.Network;

/// <summary>One unit of a network.</summary>
/// <param name="Layer">The index in <see cref="DenseNetwork.Layers"/>: 0 is the first layer after the input.</param>
/// <param name="Unit">The unit's number in its layer, from 0.</param>
public readonly record struct UnitAddress(int Layer, int Unit);

/// <summary>One weight of a network: <c>Layers[Layer].Weights[To, From]</c>.</summary>
/// <param name="Layer">The index in <see cref="DenseNetwork.Layers"/>: 0 is the first layer after the input.</param>
/// <param name="From">The unit of the layer before.</param>
/// <param name="To">The unit of the layer itself.</param>
public readonly record struct WeightAddress(int Layer, int From, int To);
