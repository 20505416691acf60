namespace BackpropAnimator.Network.Tests;

/// <summary>
/// The same network once more, written as bare loops over arrays from the textbook's sums, sharing no code with the library. Its
/// formulas are the plain ones, so it is right for moderate numbers only.
/// </summary>
sealed class PlainLoops
{
    /// <summary>The activations and losses whose formulas are written here; the definition of a derivative holds every other one.</summary>
    public static readonly string[]
        KnownActivations = ["sigmoid", "tanh", "relu", "leaky_relu", "elu", "gelu", "softplus", "identity", "softmax"],
        KnownLosses =
        [
            "half_squared_error", "mean_squared_error", "mean_absolute_error", "binary_cross_entropy", "categorical_cross_entropy",
        ];

    public required double[][][] W;
    public required double[][] B;
    public required string[] Activations;
    public required string Loss;
    public required double[] X;
    public required double[] Y;

    public readonly List<double[]> Z = [], A = [], Raw = [], Slope = [], Delta = [];
    public readonly List<double[][]> DW = [];
    public double L;

    public void Run()
    {
        var a = X;
        for (var l = 0; l < W.Length; l++)
        {
            var z = new double[B[l].Length];
            for (var j = 0; j < z.Length; j++)
            {
                z[j] = B[l][j];
                for (var i = 0; i < a.Length; i++)
                    z[j] += W[l][j][i] * a[i];
            }

            a = Value(Activations[l], z);
            Z.Add(z);
            A.Add(a);
        }

        for (var j = 0; j < a.Length; j++)
        {
            L += Loss switch
            {
                "half_squared_error" => 0.5 * Math.Pow(a[j] - Y[j], 2),
                "mean_squared_error" => Math.Pow(a[j] - Y[j], 2) / a.Length,
                "mean_absolute_error" => Math.Abs(a[j] - Y[j]) / a.Length,
                "binary_cross_entropy" => -(Y[j] * Math.Log(a[j]) + (1 - Y[j]) * Math.Log(1 - a[j])),
                "categorical_cross_entropy" => -Y[j] * Math.Log(a[j]),
                _ => throw new ArgumentException(Loss),
            };
        }

        for (var l = W.Length - 1; l >= 0; l--)
        {
            var raw = new double[B[l].Length];
            var slope = new double[B[l].Length];
            var delta = new double[B[l].Length];
            for (var j = 0; j < raw.Length; j++)
            {
                if (l == W.Length - 1)
                    raw[j] = OfLoss(A[l][j], Y[j], raw.Length);
                else
                    for (var k = 0; k < B[l + 1].Length; k++)
                        raw[j] += W[l + 1][k][j] * Delta[0][k];
            }

            for (var j = 0; j < raw.Length; j++)
            {
                slope[j] = SlopeAt(Activations[l], Z[l][j], A[l][j]);
                if (Activations[l] != "softmax")
                    delta[j] = raw[j] * slope[j];
                else
                    for (var k = 0; k < raw.Length; k++)
                        delta[j] += raw[k] * A[l][k] * ((k == j ? 1 : 0) - A[l][j]);
            }

            var before = l == 0 ? X : A[l - 1];
            Raw.Insert(0, raw);
            Slope.Insert(0, slope);
            Delta.Insert(0, delta);
            DW.Insert(0, [.. delta.Select(d => before.Select(b => d * b).ToArray())]);
        }
    }

    double OfLoss(double a, double y, int n) => Loss switch
    {
        "half_squared_error" => a - y,
        "mean_squared_error" => 2.0 / n * (a - y),
        "mean_absolute_error" => Math.Sign(a - y) / (double)n,
        "binary_cross_entropy" => -y / a + (1 - y) / (1 - a),
        "categorical_cross_entropy" => -y / a,
        _ => throw new ArgumentException(Loss),
    };

    static double[] Value(string activation, double[] z) => activation switch
    {
        "sigmoid" => [.. z.Select(x => 1 / (1 + Math.Exp(-x)))],
        "tanh" => [.. z.Select(x => (Math.Exp(2 * x) - 1) / (Math.Exp(2 * x) + 1))],
        "relu" => [.. z.Select(x => x > 0 ? x : 0)],
        "leaky_relu" => [.. z.Select(x => x > 0 ? x : 0.01 * x)],
        "elu" => [.. z.Select(x => x > 0 ? x : Math.Exp(x) - 1)],
        "gelu" => [.. z.Select(x => x * Phi(x))],
        "softplus" => [.. z.Select(x => Math.Log(1 + Math.Exp(x)))],
        "softmax" => [.. z.Select(x => Math.Exp(x) / z.Sum(Math.Exp))],
        "identity" => [.. z],
        _ => throw new ArgumentException(activation),
    };

    static double SlopeAt(string activation, double z, double a) => activation switch
    {
        "sigmoid" or "softmax" => a * (1 - a),
        "tanh" => 1 - a * a,
        "relu" => z > 0 ? 1 : 0,
        "leaky_relu" => z > 0 ? 1 : 0.01,
        "elu" => z > 0 ? 1 : Math.Exp(z),
        "gelu" => Phi(z) + z * Math.Exp(-z * z / 2) / Math.Sqrt(2 * Math.PI),
        "softplus" => 1 / (1 + Math.Exp(-z)),
        "identity" => 1,
        _ => throw new ArgumentException(activation),
    };

    // Φ(z) = ½ + φ(z) (z + z³/3 + z⁵/(3·5) + …), Marsaglia (2004); beyond ±9 it is 0 or 1 to more digits than are compared
    static double Phi(double z)
    {
        if (Math.Abs(z) > 9)
            return z > 0 ? 1 : 0;
        var (sum, term) = (z, z);
        for (var n = 3; n < 300; n += 2)
            sum += term *= z * z / n;
        return 0.5 + sum * Math.Exp(-z * z / 2) / Math.Sqrt(2 * Math.PI);
    }
}
