namespace BackpropAnimator.Network;

/// <summary>
/// One layer of a <see cref="FlatNetwork"/>: where its parameters lie, and the numbers of the passes that are under way, one for each of
/// the samples that go through it together.
/// </summary>
/// <param name="before">The layer that it takes its inputs from; null where they are the sample's own.</param>
/// <param name="weights">Where its weights lie among all parameters.</param>
/// <param name="biases">Where its biases lie.</param>
/// <param name="capacity">The most samples that there is room for.</param>
sealed class FlatLayer(DenseLayer layer, FlatLayer? before, Range weights, Range biases, int capacity)
{
    // So many weights stay in a core's own cache while all samples go through them.
    const int BlockSize = 16_384;

    readonly double[] z = new double[capacity * layer.UnitCount], a = new double[capacity * layer.UnitCount];
    readonly double[] incoming = new double[capacity * layer.UnitCount], delta = new double[capacity * layer.UnitCount];
    readonly int blockColumns = Math.Max(4, BlockSize / layer.UnitCount);

    public int Units { get; } = layer.UnitCount;

    public int Inputs { get; } = layer.InputCount;

    public Activation Activation => layer.Activation;

    /// <summary>The numbers of one sample: z, a, ∂L/∂a and δ = ∂L/∂z.</summary>
    public Span<double> Z(int n) => z.AsSpan(n * Units, Units);

    public Span<double> A(int n) => a.AsSpan(n * Units, Units);

    public Span<double> Incoming(int n) => incoming.AsSpan(n * Units, Units);

    public Span<double> Delta(int n) => delta.AsSpan(n * Units, Units);

    /// <summary>z = W·a + b, a = f(z), of the samples in a range.</summary>
    public void Forward(ReadOnlySpan<Sample> samples, int from, int to, double[] parameters)
    {
        z.AsSpan(from * Units, (to - from) * Units).Clear();
        for (var column = 0; column < Inputs; column += blockColumns)
        {
            var block = Block(parameters, column);
            for (var n = from; n < to; n++)
                ColumnMajor.AddProduct(block, Input(samples, n).Slice(column, block.Length / Units), Z(n));
        }

        ReadOnlySpan<double> own = parameters.AsSpan(biases);
        for (var n = from; n < to; n++)
        {
            var sums = Z(n);
            for (var j = 0; j < own.Length; j++)
                sums[j] += own[j];
            Activation.Apply(sums, A(n));
        }
    }

    /// <summary>δ of the layer before, by its ∂L/∂a = Wᵀ δ, of the samples in a range. There must be one.</summary>
    public void SendBack(int from, int to, double[] parameters)
    {
        for (var column = 0; column < Inputs; column += blockColumns)
        {
            var block = Block(parameters, column);
            for (var n = from; n < to; n++)
                ColumnMajor.MultiplyTransposed(block, Delta(n), before!.Incoming(n).Slice(column, block.Length / Units));
        }

        for (var n = from; n < to; n++)
            before!.Activation.Backpropagate(before.Z(n), before.A(n), before.Incoming(n), before.Delta(n));
    }

    /// <summary>
    /// ∂L/∂W = δ aᵀ and ∂L/∂b = δ, added to what earlier samples have left. The columns are those of the weights, one for each input, and
    /// after them the biases.
    /// </summary>
    /// <param name="first">The first column.</param>
    /// <param name="end">The column after the last.</param>
    /// <param name="isFresh">Whether no samples have gone before.</param>
    /// <param name="divisor">By what the sum is divided: the number of all samples when these are the last of them, otherwise 1.</param>
    public void AddGradient(ReadOnlySpan<Sample> samples, int first, int end, double[] gradient, bool isFresh, int divisor)
    {
        var places = gradient.AsSpan(weights);
        ReadOnlySpan<double> deltas = delta.AsSpan(0, samples.Length * Units);
        Span<double> inputs = stackalloc double[samples.Length];
        for (var column = first; column < end; column++)
        {
            for (var n = 0; n < inputs.Length; n++)
                inputs[n] = column < Inputs ? Input(samples, n)[column] : 1;
            var sums = column < Inputs ? places.Slice(column * Units, Units) : gradient.AsSpan(biases);
            if (isFresh)
                sums.Clear();
            ColumnMajor.AddOuterColumn(sums, deltas, inputs);
            if (divisor > 1)
                ColumnMajor.Divide(sums, divisor);
        }
    }

    ReadOnlySpan<double> Input(ReadOnlySpan<Sample> samples, int n) => before is null ? samples[n].Input : before.A(n);

    ReadOnlySpan<double> Block(double[] parameters, int column) =>
        parameters.AsSpan(weights).Slice(column * Units, Math.Min(blockColumns, Inputs - column) * Units);
}
