using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using MathNet.Numerics.LinearAlgebra;

namespace BackpropAnimator.Network;

/// <summary>
/// How the first weights of a layer are drawn; its biases start at 0. Weights are drawn layer by layer, within a layer unit by unit
/// and within a unit input by input: that order is part of what a seed means and never changes.
/// </summary>
public abstract record Initialization
{
    static readonly ImmutableArray<Initialization> Known =
    [
        new AutomaticInitialization(), new XavierInitialization(), new HeInitialization(), new UniformInitialization(),
        new ZeroInitialization(),
    ];

    private protected Initialization()
    {
    }

    /// <summary>He for rectifiers, Xavier for every other activation.</summary>
    public static Initialization Default { get; } = new AutomaticInitialization();

    /// <summary>Every name that <see cref="TryParse"/> knows, in the order of the documentation.</summary>
    public static ImmutableArray<string> Names { get; } = [.. Known.Select(initialization => initialization.Name)];

    /// <summary>The name in scenes, such as <c>xavier</c>.</summary>
    public abstract string Name { get; }

    /// <summary>The initialisation of that name with its default options; false for an unknown name.</summary>
    public static bool TryParse(string? name, [NotNullWhen(true)] out Initialization? initialization) =>
        (initialization = Known.FirstOrDefault(known => known.Name == name)) is not null;

    internal DenseLayer Layer(int inputs, int units, Activation activation, RandomStream random)
    {
        var weights = Matrix<double>.Build.Dense(units, inputs);
        for (var j = 0; j < units; j++)
        {
            for (var i = 0; i < inputs; i++)
                weights[j, i] = Weight(inputs, units, activation, random);
        }

        return new DenseLayer(weights, Vector<double>.Build.Dense(units), activation);
    }

    private protected abstract double Weight(int inputs, int units, Activation activation, RandomStream random);
}
