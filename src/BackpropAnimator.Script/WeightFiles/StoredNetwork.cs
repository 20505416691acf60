using System.Collections.Immutable;
using BackpropAnimator.Network;

namespace BackpropAnimator.Script.WeightFiles;

/// <summary>The dense layers in a file of weights, before it is known whether they are those of the scene.</summary>
/// <param name="Layers">One for each layer after the input; never empty.</param>
internal sealed record StoredNetwork(ImmutableArray<StoredLayer> Layers)
{
    /// <summary>How the matrices lie.</summary>
    public required MatrixOrder Order { get; init; }

    /// <summary>Whether <see cref="Order"/> is certain, so that a scene cannot say otherwise.</summary>
    public bool TellsOrder { get; init; }

    /// <summary>Whether <see cref="Order"/> is only a custom, and shapes that fit the other one alone mean that one.</summary>
    public bool ShapesDecide { get; init; }

    /// <summary>Whether the layers are in the order of the network, and not in that of names which say nothing of it.</summary>
    public bool IsInOrder { get; init; } = true;

    /// <summary>The names of the arrays that no layer uses.</summary>
    public ImmutableArray<string> Unused { get; init; } = [];
}

/// <summary>A dense layer in a file.</summary>
/// <param name="Weights">A matrix.</param>
/// <param name="Biases">A vector, also as a row or column; null for a layer without biases.</param>
internal sealed record StoredLayer(StoredArray Weights, StoredArray? Biases)
{
    /// <summary>The activation after it; null where the file tells none.</summary>
    public Activation? Activation { get; init; }
}
