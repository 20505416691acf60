using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using MathNet.Numerics.LinearAlgebra;

namespace BackpropAnimator.Network;

/// <summary>
/// What a layer makes of its pre-activations: a = f(z). All activations but <see cref="Softmax"/> work on each unit alone and are
/// an <see cref="ElementwiseActivation"/>. Values and slopes are finite for |z| up to 1e4 and far beyond.
/// </summary>
[Catalog]
public abstract partial record Activation
{
    private protected Activation()
    {
    }

    /// <summary>Every activation with its default options, in the order of the documentation.</summary>
    public static partial ImmutableArray<Activation> All { get; }

    /// <summary>Every name that <see cref="TryParse"/> knows, in the order of the documentation.</summary>
    public static ImmutableArray<string> Names { get; } = [.. All.Select(activation => activation.Name)];

    /// <summary>The name in scenes and traces, such as <c>leaky_relu</c>.</summary>
    public abstract string Name { get; }

    /// <summary>The interval that values lie in; its ends may be approached and, by rounding, reached.</summary>
    public abstract (double Low, double High) Range { get; }

    /// <summary>Whether only the last layer may have it.</summary>
    public virtual bool IsForOutputOnly => false;

    /// <summary>Whether it passes positive values nearly unchanged, so that He's initialisation suits it.</summary>
    public virtual bool IsRectifier => false;

    /// <summary>a = f(z), one value per unit.</summary>
    public Vector<double> ValuesAt(Vector<double> z) => Mapped(z, Apply);

    /// <summary>∂aⱼ/∂zⱼ, one slope per unit; for softmax this is the diagonal of the Jacobian.</summary>
    public Vector<double> SlopesAt(Vector<double> z) => Mapped(z, Slopes);

    /// <summary>∂aⱼ/∂zₖ at row j, column k, where units depend on one another; null where they do not.</summary>
    public virtual Matrix<double>? JacobianAt(Vector<double> z) => null;

    /// <summary>The activation of that name with its default options; false for an unknown name.</summary>
    public static bool TryParse(string? name, [NotNullWhen(true)] out Activation? activation) =>
        (activation = All.FirstOrDefault(known => known.Name == name)) is not null;

    internal abstract void Apply(ReadOnlySpan<double> z, Span<double> a);

    internal abstract void Slopes(ReadOnlySpan<double> z, Span<double> slopes);

    /// <summary>δ from ∂L/∂a: for the units of one layer, with <paramref name="delta"/> as the result.</summary>
    internal abstract void Backpropagate(
        ReadOnlySpan<double> z, ReadOnlySpan<double> a, ReadOnlySpan<double> incoming, Span<double> delta);

    static Vector<double> Mapped(Vector<double> z, Mapping map)
    {
        var result = new double[z.Count];
        map(z.AsSpan(), result);
        return Vector<double>.Build.Dense(result);
    }

    delegate void Mapping(ReadOnlySpan<double> from, Span<double> to);
}
