using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace BackpropAnimator.Network;

/// <summary>How a step follows from a gradient.</summary>
public abstract record Optimizer
{
    static readonly ImmutableArray<Optimizer> Known = [new GradientDescent(), new Momentum(), new Adam()];

    private protected Optimizer()
    {
    }

    /// <summary>Every name that <see cref="TryParse"/> knows, in the order of the documentation.</summary>
    public static ImmutableArray<string> Names { get; } = [.. Known.Select(optimizer => optimizer.Name)];

    /// <summary>The name in scenes, such as <c>momentum</c>.</summary>
    public abstract string Name { get; }

    /// <summary>The optimizer of that name with its default options; false for an unknown name.</summary>
    public static bool TryParse(string? name, [NotNullWhen(true)] out Optimizer? optimizer) =>
        (optimizer = Known.FirstOrDefault(known => known.Name == name)) is not null;

    /// <summary>The rule of one training run, with whatever it remembers from step to step.</summary>
    internal abstract UpdateRule For(int parameterCount);
}

/// <summary>Moves the parameters one step; both spans have the length that the rule was made for.</summary>
delegate void UpdateRule(Span<double> parameters, ReadOnlySpan<double> gradient, double learningRate);
