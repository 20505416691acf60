namespace BackpropAnimator.Cli.Tests;

/// <summary>
/// One example through a network, worked out with loops over arrays from the textbook's formulas. It knows nothing of the program:
/// where the two agree, both are right.
/// </summary>
sealed class Reckoner
{
    readonly RandomScene scene;
    readonly double[][][] weights;
    readonly double[][] biases;
    readonly double[] x;
    readonly double[] y;

    public Reckoner(RandomScene scene, double[][][] weights, double[][] biases, (double[] Input, double[] Target) sample)
    {
        (this.scene, this.weights, this.biases, x, y) = (scene, weights, biases, sample.Input, sample.Target);
        var layers = weights.Length;
        (Z, A) = (new double[layers][], new double[layers][]);
        (Raw, Slope, Delta, WeightGradient) = (new double[layers][], new double[layers][], new double[layers][], new double[layers][][]);
        for (var l = 0; l < layers; l++) Forward(l);
        for (var k = 0; k < y.Length; k++) Loss += LossTerm(A[^1][k], y[k]);
        for (var l = layers - 1; l >= 0; l--) Backward(l);
    }

    public double[][] Z { get; }
    public double[][] A { get; }
    public double Loss { get; }
    public double[][] Raw { get; }
    public double[][] Slope { get; }
    public double[][] Delta { get; }
    public double[][][] WeightGradient { get; }

    double[] Before(int l) => l == 0 ? x : A[l - 1];

    void Forward(int l)
    {
        var units = biases[l].Length;
        (Z[l], A[l]) = (new double[units], new double[units]);
        for (var j = 0; j < units; j++)
        {
            Z[l][j] = biases[l][j];
            for (var i = 0; i < Before(l).Length; i++) Z[l][j] += weights[l][j][i] * Before(l)[i];
        }
        var exponentials = 0.0;
        foreach (var z in Z[l]) exponentials += Math.Exp(z);
        for (var j = 0; j < units; j++)
            A[l][j] = scene.Activations[l] == "softmax" ? Math.Exp(Z[l][j]) / exponentials : Activation(scene.Activations[l], Z[l][j]);
    }

    void Backward(int l)
    {
        var (units, last) = (biases[l].Length, l == weights.Length - 1);
        (Raw[l], Slope[l], Delta[l], WeightGradient[l]) = (new double[units], new double[units], new double[units], new double[units][]);
        for (var j = 0; j < units; j++)
        {
            Slope[l][j] = ActivationSlope(scene.Activations[l], Z[l][j], A[l][j]);
            if (last) Raw[l][j] = LossSlope(A[l][j], y[j]);
            else
                for (var k = 0; k < biases[l + 1].Length; k++) Raw[l][j] += weights[l + 1][k][j] * Delta[l + 1][k];
        }
        for (var j = 0; j < units; j++)
        {
            if (scene.Activations[l] == "softmax")
                for (var k = 0; k < units; k++) Delta[l][j] += Raw[l][k] * A[l][k] * ((j == k ? 1 : 0) - A[l][j]);
            else Delta[l][j] = Raw[l][j] * Slope[l][j];
            WeightGradient[l][j] = new double[Before(l).Length];
            for (var i = 0; i < Before(l).Length; i++) WeightGradient[l][j][i] = Delta[l][j] * Before(l)[i];
        }
    }

    double LossTerm(double a, double target) => scene.Loss switch
    {
        "half_squared_error" => (a - target) * (a - target) / 2,
        "mean_squared_error" => (a - target) * (a - target) / y.Length,
        "mean_absolute_error" => Math.Abs(a - target) / y.Length,
        "binary_cross_entropy" => -target * Math.Log(a) - (1 - target) * Math.Log(1 - a),
        _ => -target * Math.Log(a),
    };

    double LossSlope(double a, double target) => scene.Loss switch
    {
        "half_squared_error" => a - target,
        "mean_squared_error" => 2 * (a - target) / y.Length,
        "mean_absolute_error" => (a > target ? 1.0 : -1.0) / y.Length,
        "binary_cross_entropy" => (a - target) / (a * (1 - a)),
        _ => -target / a,
    };

    double Activation(string name, double z) => name switch
    {
        "sigmoid" => 1 / (1 + Math.Exp(-z)),
        "tanh" => Math.Tanh(z),
        "relu" => Math.Max(0, z),
        "leaky_relu" => z > 0 ? z : scene.LeakySlope * z,
        "elu" => z > 0 ? z : Math.Exp(z) - 1,
        "gelu" => z * Normal(z),
        "softplus" => Math.Log(1 + Math.Exp(z)),
        _ => z,
    };

    double ActivationSlope(string name, double z, double a) => name switch
    {
        "softmax" => a * (1 - a),
        "sigmoid" => Math.Exp(-z) / Math.Pow(1 + Math.Exp(-z), 2),
        "tanh" => 1 / (Math.Cosh(z) * Math.Cosh(z)),
        "relu" => z > 0 ? 1 : 0,
        "leaky_relu" => z > 0 ? 1 : scene.LeakySlope,
        "elu" => z > 0 ? 1 : Math.Exp(z),
        "gelu" => Normal(z) + z * Math.Exp(-z * z / 2) / Math.Sqrt(2 * Math.PI),
        "softplus" => 1 / (1 + Math.Exp(-z)),
        _ => 1,
    };

    // Φ(z) by Simpson's rule from far left, where nothing is left of the bell: without a difference, so good for 13 digits in the tail too.
    static double Normal(double z)
    {
        const int Steps = 100_000;
        var (h, sum) = (20.0 / Steps, 0.0);
        for (var n = 0; n <= Steps; n++)
        {
            var t = z - 20 + n * h;
            sum += (n is 0 or Steps ? 1 : n % 2 == 1 ? 4 : 2) * Math.Exp(-t * t / 2);
        }
        return sum * h / 3 / Math.Sqrt(2 * Math.PI);
    }
}
