using System.Globalization;
using BackpropAnimator.Network;

namespace BackpropAnimator.Lessons;

/// <summary>
/// Numbers, vectors and functions in TeX that Markdown leaves alone: no <c>\\</c>, <c>\,</c> or <c>|</c>, which many readers of
/// Markdown take for their own.
/// </summary>
internal static class Tex
{
    /// <summary>Six significant digits, and powers of ten spelt out.</summary>
    public static string Number(double value)
    {
        var text = value.ToString("G6", CultureInfo.InvariantCulture);
        var e = text.IndexOf('E', StringComparison.Ordinal);
        return e < 0 ? text : $@"{text[..e]} \cdot 10^{{{int.Parse(text.AsSpan(e + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture)}}}";
    }

    /// <summary>A number that something else is written before: in parentheses where it is negative.</summary>
    public static string Operand(double value) => value < 0 || Number(value).Contains('\\', StringComparison.Ordinal) ? $"({Number(value)})" : Number(value);

    public static string Column(IEnumerable<double> values) => Matrix(values.Select(value => new[] { value }));

    public static string Matrix(IEnumerable<IEnumerable<double>> rows) =>
        $@"\begin{{pmatrix}} {string.Join(@" \cr ", rows.Select(row => string.Join(" & ", row.Select(Number))))} \end{{pmatrix}}";

    public static string Function(Activation activation) => activation switch
    {
        Sigmoid => @"f(z) = \frac{1}{1 + e^{-z}}",
        Tanh => @"f(z) = \tanh z",
        Relu => @"f(z) = \max(0, z)",
        LeakyRelu leaky => $@"f(z) = z \text{{ for }} z > 0 \text{{, else }} {Number(leaky.Slope)} \cdot z",
        Elu => @"f(z) = z \text{ for } z > 0 \text{, else } e^z - 1",
        Gelu => @"f(z) = z \cdot \Phi(z)",
        Softplus => @"f(z) = \ln(1 + e^z)",
        Identity => "f(z) = z",
        Softmax => @"a_j = \frac{e^{z_j}}{\sum_k e^{z_k}}",
        _ => throw new ArgumentOutOfRangeException(nameof(activation), activation.Name, null),
    };

    /// <summary>f′(z) of one unit, in whichever of its a and z it is short in.</summary>
    public static string Slope(Activation activation, string a, string z) => activation switch
    {
        Sigmoid => $"{a} (1 - {a})",
        Tanh => $"1 - ({a})^2",
        Relu => $@"1 \text{{ for }} {z} > 0 \text{{, else }} 0",
        LeakyRelu leaky => $@"1 \text{{ for }} {z} > 0 \text{{, else }} {Number(leaky.Slope)}",
        Elu => $@"1 \text{{ for }} {z} > 0 \text{{, else }} e^{{{z}}}",
        Gelu => $@"\Phi({z}) + {z} \cdot \varphi({z})",
        Softplus => $@"\frac{{1}}{{1 + e^{{-{z}}}}}",
        Identity => "1",
        _ => throw new ArgumentOutOfRangeException(nameof(activation), activation.Name, null),
    };

    /// <summary>L of the outputs a and targets y.</summary>
    public static string LossOf(Loss loss) => loss switch
    {
        HalfSquaredError => @"L = \frac{1}{2} \sum_k (a_k - y_k)^2",
        MeanSquaredError => @"L = \frac{1}{n} \sum_k (a_k - y_k)^2",
        MeanAbsoluteError => @"L = \frac{1}{n} \sum_k \lvert a_k - y_k \rvert",
        BinaryCrossEntropy => @"L = -\sum_k \left( y_k \ln a_k + (1 - y_k) \ln (1 - a_k) \right)",
        CategoricalCrossEntropy => @"L = -\sum_k y_k \ln a_k",
        _ => throw new ArgumentOutOfRangeException(nameof(loss), loss.Name, null),
    };

    /// <summary>∂L/∂a of one output.</summary>
    public static string LossSlope(Loss loss, string a, string y) => loss switch
    {
        HalfSquaredError => $"{a} - {y}",
        MeanSquaredError => $@"\frac{{2}}{{n}} ({a} - {y})",
        MeanAbsoluteError => $@"\frac{{1}}{{n}} \operatorname{{sign}}({a} - {y})",
        BinaryCrossEntropy => $@"\frac{{{a} - {y}}}{{{a} (1 - {a})}}",
        CategoricalCrossEntropy => $@"-\frac{{{y}}}{{{a}}}",
        _ => throw new ArgumentOutOfRangeException(nameof(loss), loss.Name, null),
    };
}
