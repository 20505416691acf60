using System.Collections.Immutable;

namespace BackpropAnimator.Network;

/// <summary>He for rectifiers, Xavier for every other activation.</summary>
[Listed(10)]
public sealed record AutomaticInitialization : Initialization
{
    public override string Name => "auto";

    public override string Description => "he before relu and its relatives, xavier before the others";

    private protected override double Weight(int inputs, int units, Activation activation, RandomStream random) =>
        activation.IsRectifier ? HeInitialization.Draw(inputs, random) : XavierInitialization.Draw(inputs, units, random);
}

/// <summary>Uniform in ±√(6 / (inputs + units)): Glorot &amp; Bengio (2010), equation 16.</summary>
[Listed(20)]
public sealed record XavierInitialization : Initialization
{
    public override string Name => "xavier";

    public override ImmutableArray<string> OtherNames => ["glorot"];

    public override string Description => "Glorot & Bengio (2010), by the sizes of both layers";

    internal static double Draw(int inputs, int units, RandomStream random)
    {
        var limit = Math.Sqrt(6.0 / (inputs + units));
        return random.NextUniform(-limit, limit);
    }

    private protected override double Weight(int inputs, int units, Activation activation, RandomStream random) =>
        Draw(inputs, units, random);
}

/// <summary>Normal with mean 0 and variance 2 / inputs: He, Zhang, Ren &amp; Sun (2015), equation 10.</summary>
[Listed(30)]
public sealed record HeInitialization : Initialization
{
    public override string Name => "he";

    public override ImmutableArray<string> OtherNames => ["kaiming"];

    public override string Description => "He et al. (2015), by the size of the layer before";

    internal static double Draw(int inputs, RandomStream random) => Math.Sqrt(2.0 / inputs) * random.NextNormal();

    private protected override double Weight(int inputs, int units, Activation activation, RandomStream random) => Draw(inputs, random);
}

/// <summary>Uniform in a range.</summary>
/// <param name="Low">The least value.</param>
/// <param name="High">The bound above all values.</param>
[Listed(40)]
public sealed record UniformInitialization(double Low = -1, double High = 1) : Initialization
{
    public override string Name => "uniform";

    public override string Description => "evenly between −uniform_range and uniform_range";

    public override UniformInitialization Configured(InitializationOptions options) => new(-options.UniformRange, options.UniformRange);

    private protected override double Weight(int inputs, int units, Activation activation, RandomStream random) =>
        random.NextUniform(Low, High);
}

/// <summary>All 0, from which every unit of a layer learns the same.</summary>
[Listed(50)]
public sealed record ZeroInitialization : Initialization
{
    public override string Name => "zeros";

    public override string Description => "all 0";

    private protected override double Weight(int inputs, int units, Activation activation, RandomStream random) => 0;
}
