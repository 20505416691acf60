using System.Collections.Immutable;

namespace BackpropAnimator.Network;

/// <summary>w ← w − η g.</summary>
[Listed(10)]
public sealed record GradientDescent : Optimizer
{
    public override string Name => "gradient_descent";

    public override ImmutableArray<string> OtherNames => ["sgd", "gd"];

    public override string Label => "gradient descent";

    public override string Description => "w ← w − η g";

    public override string Formula => @"w \leftarrow w - \eta\,g";

    protected internal override void Step(
        Span<double> parameters, ReadOnlySpan<double> gradient, double learningRate, OptimizerState state) =>
        ColumnMajor.AddScaled(parameters, gradient, -learningRate);

    protected internal override IEnumerable<UpdateLine> Working(WeightUpdate update) =>
        [UpdateLine.NewWeight(update, [update.Gradient], x => x[0], x => x[0])];
}
