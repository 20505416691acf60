using System.Collections.Immutable;
using MathNet.Numerics.LinearAlgebra;

namespace BackpropAnimator.Network;

/// <summary>
/// What a layer makes of its pre-activations: a = f(z), and all that is said of it. It works on each unit alone, as an
/// <see cref="ElementwiseActivation"/>, or on the whole layer, as a <see cref="LayerActivation"/>. Values and slopes are finite for
/// |z| up to 1e4 and far beyond.
/// </summary>
[Catalog]
public abstract partial record Activation : ICatalogued
{
    private protected Activation()
    {
    }

    /// <summary>Every activation with its default options, in the order of the documentation.</summary>
    public static partial ImmutableArray<Activation> All { get; }

    public abstract string Name { get; }

    public abstract string Description { get; }

    /// <summary>What the files of other programs call it.</summary>
    public abstract ForeignNames ForeignNames { get; }

    public ImmutableArray<string> OtherNames => [.. ForeignNames.Keras.Where(name => name != Name)];

    /// <summary>What viewers read in a heading: ReLU.</summary>
    public abstract string Label { get; }

    /// <summary>What stands for it in a line of text: σ.</summary>
    public abstract string Symbol { get; }

    /// <summary>The same in TeX.</summary>
    public virtual string TexSymbol => $@"\operatorname{{{Symbol}}}";

    /// <summary>The equation that defines it, in TeX.</summary>
    public abstract string Formula { get; }

    /// <summary>The interval that values lie in.</summary>
    public abstract ValueRange Range { get; }

    /// <summary>Whether only the last layer may have it.</summary>
    public virtual bool IsForOutputOnly => false;

    /// <summary>Whether a layer's values add up to 1: a probability for each class.</summary>
    public virtual bool ValuesSumToOne => false;

    /// <summary>Whether it passes positive values nearly unchanged, so that He's initialisation suits it.</summary>
    public virtual bool IsRectifier => false;

    /// <summary>Whether its units are off for z ≤ 0: value and slope are exactly 0, and one that stays there learns nothing.</summary>
    public virtual bool IsOffBelowZero => false;

    /// <summary>Its options by their names in scenes and traces.</summary>
    public virtual ImmutableArray<(string Name, double Value)> Options => [];

    /// <summary>This activation with its options as a scene sets them.</summary>
    public virtual Activation Configured(ActivationOptions options) => this;

    /// <summary>f(z) in a line of text: σ(z).</summary>
    public virtual string ValueInWords => $"{Symbol}(z)";

    /// <summary>f(z) in TeX.</summary>
    /// <param name="z">The symbol, or a number.</param>
    public virtual string ValueInTex(string z) => $"{TexSymbol}({z})";

    /// <summary>f′(z) in a line of text: σ′(z).</summary>
    public string SlopeInWords => $"{Symbol}′(z)";

    /// <summary>f′(z) in TeX.</summary>
    public string SlopeInTex(string z) => $"{TexSymbol}'({z})";

    /// <summary>a = f(z), one value per unit.</summary>
    public Vector<double> ValuesAt(Vector<double> z) => Mapped(z, Apply);

    /// <summary>∂aⱼ/∂zⱼ, one slope per unit; for softmax this is the diagonal of the Jacobian.</summary>
    public Vector<double> SlopesAt(Vector<double> z) => Mapped(z, Slopes);

    /// <summary>∂aⱼ/∂zₖ at row j, column k, where units depend on one another; null where they do not.</summary>
    public virtual Matrix<double>? JacobianAt(Vector<double> z) => null;

    internal abstract void Apply(ReadOnlySpan<double> z, Span<double> a);

    internal abstract void Slopes(ReadOnlySpan<double> z, Span<double> slopes);

    /// <summary>δ from ∂L/∂a: for the units of one layer, with <paramref name="delta"/> as the result.</summary>
    internal abstract void Backpropagate(
        ReadOnlySpan<double> z, ReadOnlySpan<double> a, ReadOnlySpan<double> incoming, Span<double> delta);

    /// <summary>
    /// −Σ y ln a over a layer whose values are probabilities. It takes the logarithms straight from z, where they keep all their digits
    /// however near a itself comes to 0 or 1.
    /// </summary>
    /// <param name="countsRest">Whether −Σ (1 − y) ln(1 − a) is added.</param>
    /// <exception cref="NotSupportedException">Its values are no probabilities.</exception>
    internal virtual double CrossEntropy(ReadOnlySpan<double> z, ReadOnlySpan<double> target, bool countsRest) =>
        throw new NotSupportedException($"The values of {Name} are no probabilities.");

    static Vector<double> Mapped(Vector<double> z, Mapping map)
    {
        var result = new double[z.Count];
        map(z.AsSpan(), result);
        return Vector<double>.Build.Dense(result);
    }

    delegate void Mapping(ReadOnlySpan<double> from, Span<double> to);
}

/// <summary>What scenes set for single kinds of activations.</summary>
/// <param name="LeakySlope"><see cref="LeakyRelu.Slope"/>.</param>
public readonly record struct ActivationOptions(double LeakySlope);

/// <summary>What the files of other programs call an activation.</summary>
/// <param name="Onnx">The operator in ONNX; null where there is none for it.</param>
/// <param name="Keras">The names in Keras, in its own spelling without underscores and in lower case.</param>
public readonly record struct ForeignNames(string? Onnx, params string[] Keras);
