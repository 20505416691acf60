using System.Collections.Immutable;
using MathNet.Numerics.LinearAlgebra;

namespace BackpropAnimator.Network;

/// <summary>
/// How the first weights of a layer are drawn; its biases start at 0. Weights are drawn layer by layer, within a layer unit by unit
/// and within a unit input by input: that order is part of what a seed means and never changes.
/// </summary>
[Catalog]
public abstract partial record Initialization : ICatalogued
{
    private protected Initialization()
    {
    }

    /// <summary>Every initialisation with its default options, in the order of the documentation.</summary>
    public static partial ImmutableArray<Initialization> All { get; }

    /// <summary>He for rectifiers, Xavier for every other activation.</summary>
    public static Initialization Default { get; } = new AutomaticInitialization();

    public abstract string Name { get; }

    public abstract string Description { get; }

    public virtual ImmutableArray<string> OtherNames => [];

    /// <summary>This initialisation with its options as a scene sets them.</summary>
    public virtual Initialization Configured(InitializationOptions options) => this;

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

/// <summary>What scenes set for single kinds of initialisations.</summary>
/// <param name="UniformRange">The largest size of a weight with <see cref="UniformInitialization"/>.</param>
public readonly record struct InitializationOptions(double UniformRange);
