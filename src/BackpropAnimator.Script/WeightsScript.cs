using System.Collections.Immutable;
using System.ComponentModel;

namespace BackpropAnimator.Script;

/// <summary>A network's weights where they are not random: written out, or in a file.</summary>
public sealed record WeightsScript : ScriptElement
{
    /// <summary>The largest size of a weight or bias; more is a slip of the hand, and overflows somewhere.</summary>
    internal const double Largest = 1e6;

    [Description("A file beside the scene with the weights and biases of a trained network: .safetensors (PyTorch), .npz (NumPy, Keras), " +
        ".onnx, or .json with nested lists.")]
    [ShortForm]
    [NotWords]
    public string? File { get; init; }

    /// <summary>
    /// <c>Matrices[l][j][i]</c> leads from unit i of layer l to unit j of the layer after; once read, those of the file too.
    /// </summary>
    [Description("Written-out weights: for each layer after the input a matrix with a row for each of its units and a column for each " +
        "unit before it.")]
    [ShortForm, Limits(-Largest, Largest)]
    public ImmutableArray<ImmutableArray<ImmutableArray<double>>> Matrices { get; init; } = [];

    [Description("For an .npz file of a Keras model's `get_weights()`: the file with its `to_json()`, which tells the layers.")]
    [NotWords]
    public string? Model { get; init; }

    [Description("How the matrices lie. Left out, as the file's format has it, or as their shapes tell; where these leave it open, " +
        "`out_in`.")]
    public MatrixOrder? Order { get; init; }

    /// <summary>Whether nothing is said, so that the weights are drawn from the seed.</summary>
    public bool IsEmpty => Matrices.IsEmpty && File is null;
}

/// <summary>Which axis of a matrix of weights is which.</summary>
public enum MatrixOrder
{
    [Description("a row for each unit before and a column for each after, as in x @ W (NumPy, Keras)")]
    InOut,

    [Description("a row for each unit after and a column for each before, as in W @ x (PyTorch, and weights written out)")]
    OutIn,
}
