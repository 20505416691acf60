using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace BackpropAnimator.Cli.Tests;

public sealed partial class WorksheetTests : IDisposable
{
    readonly Workbench bench = new();

    public void Dispose() => bench.Dispose();

    [Fact]
    public void The_answers_are_the_numbers_of_the_trace()
    {
        var trace = JsonDocument.Parse(Backprop.TextOf(bench, "trace", bench.Scene, "--format", "json")).RootElement;
        var (forward, backward, after) =
            (trace.GetProperty("forward"), trace.GetProperty("backward"), trace.GetProperty("after").GetProperty("layers"));
        List<double> expected =
        [
            .. new[] { 0, 1 }.SelectMany(j => new[] { forward[0].GetProperty("z")[j], forward[0].GetProperty("a")[j] })
                .Select(n => n.GetDouble()),
            forward[1].GetProperty("z")[0].GetDouble(), forward[1].GetProperty("a")[0].GetDouble(), trace.GetProperty("loss").GetDouble(),
        ];
        for (var l = 1; l >= 0; l--)
        {
            for (var j = 0; j < 2 - l; j++)
                expected.AddRange(new[] { "dL_da", "slope", "delta" }.Select(name => backward[l].GetProperty(name)[j].GetDouble()));
            expected.AddRange(Parameters(backward[l], "dL_dw", "dL_db"));
        }
        expected.AddRange(after.EnumerateArray().SelectMany(layer => Parameters(layer, "weights", "biases")));
        expected.Add(trace.GetProperty("after").GetProperty("loss").GetDouble());

        var sheet = Backprop.TextOf(bench, "worksheet", bench.Scene, "--answers");

        var key = sheet[sheet.IndexOf("## Answer key", StringComparison.Ordinal)..];
        Assert.Equal(expected.Select(Digits), Answer().Matches(key).Select(match => Digits(Value(match))));
    }

    [Fact]
    public void The_sheet_has_a_numbered_blank_for_each_answer_and_no_answer_unless_asked()
    {
        var sheet = Backprop.TextOf(bench, "worksheet", bench.Scene);

        Assert.Equal(Enumerable.Range(1, 35).Select(n => $"**({n})**"), Blank().Matches(sheet).Select(match => match.Groups[1].Value));
        Assert.DoesNotContain("Answer key", sheet, StringComparison.Ordinal);
    }

    [Fact]
    public void The_sheet_gives_all_that_is_needed()
    {
        var scene = bench.Write(
            "given.yaml",
            "title: Given\nnetwork: { layers: [2, 1], weights: [[[0.5, -1e-7]]], biases: [[0.25]] }\nexample: { input: [2, 3], target: " +
                "[1] }\nphases: [intro]\n");

        var sheet = Backprop.TextOf(bench, "worksheet", scene);

        Assert.StartsWith("# Given: worksheet\n", sheet, StringComparison.Ordinal);
        Assert.Contains(
            @"$x = \begin{pmatrix} 2 \cr 3 \end{pmatrix}$, target $y = \begin{pmatrix} 1 \end{pmatrix}$, learning rate $\eta = 0.5$", sheet,
            StringComparison.Ordinal);
        Assert.Contains(
            @"$W^{(1)} = \begin{pmatrix} 0.5 & -1 \cdot 10^{-7} \end{pmatrix}$, $b^{(1)} = \begin{pmatrix} 0.25 \end{pmatrix}$, " +
                @"Sigmoid: $f(z) = \frac{1}{1 + e^{-z}}$",
            sheet, StringComparison.Ordinal);
        Assert.Contains(@"Loss: Squared error, $L = \frac{1}{2} \sum_k (a_k - y_k)^2$", sheet, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sigmoid", "binary_cross_entropy")]
    [InlineData("softmax", "categorical_cross_entropy")]
    public void Where_the_slopes_cancel_only_the_difference_is_asked_for(string activation, string loss)
    {
        var scene = bench.Write(
            "cancel.yaml",
            $"network: {{ layers: [1, 2], activation: {activation}, loss: {loss} }}\nexample: {{ input: [1], target: [0, 1] }}\nphases: " +
                $"[intro]\n");

        var sheet = Backprop.TextOf(bench, "worksheet", scene);

        Assert.Contains(@"$\delta^{(1)}_{1} = a^{(1)}_{1} - y_{1} =$ ______", sheet, StringComparison.Ordinal);
        Assert.DoesNotContain(@"\frac{\partial L}{\partial a^", sheet, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tanh", "mean_squared_error")]
    [InlineData("leaky_relu", "mean_absolute_error")]
    [InlineData("elu", "half_squared_error")]
    [InlineData("gelu", "half_squared_error")]
    [InlineData("softplus", "half_squared_error")]
    [InlineData("identity", "half_squared_error")]
    [InlineData("relu", "half_squared_error")]
    [InlineData("softmax", "half_squared_error")]
    [InlineData("sigmoid", "categorical_cross_entropy")]
    public void Every_activation_and_loss_has_its_formulas(string activation, string loss)
    {
        var scene = bench.Write(
            "formulas.yaml",
            $"network: {{ layers: [1, 2], activation: {activation}, loss: {loss} }}\nexample: {{ input: [1], target: [0, 1] }}\nphases: " +
                $"[intro]\n");

        var sheet = Backprop.TextOf(bench, "worksheet", scene, "--answers");

        Assert.Equal(2 * Blank().Count(sheet), Numbered().Count(sheet));
        // Every formula is closed: dollars and braces come in pairs.
        Assert.All(
            sheet.Split('\n'),
            line => Assert.Equal((0, 0), (line.Count(c => c == '$') % 2, line.Count(c => c == '{') - line.Count(c => c == '}'))));
    }

    [Theory]
    [InlineData("half_squared_error")]
    [InlineData("mean_squared_error")]
    public void What_is_asked_of_an_output_is_the_slope_of_the_loss_whatever_the_loss(string loss)
    {
        var scene = bench.Write(
            "slope.yaml",
            $"network: {{ layers: [1, 1], loss: {loss} }}\nexample: {{ input: [1], target: [0] }}\nphases: [intro]\n");

        var sheet = Backprop.TextOf(bench, "worksheet", scene);

        Assert.Contains(@"$\frac{\partial L}{\partial a_j}$ is the slope of the loss", sheet, StringComparison.Ordinal);
        Assert.DoesNotContain("raw error", sheet, StringComparison.Ordinal);
    }

    [Fact]
    public void A_network_too_large_to_reckon_by_hand_is_refused()
    {
        var scene = bench.Write(
            "large.yaml",
            $"network: {{ layers: [50, 2] }}\nexample: " +
                $"{{ input: [{string.Join(", ", Enumerable.Repeat(1, 50))}], target: [0, 0] }}\nphases: [intro]\n");

        var outcome = Backprop.Run("worksheet", scene).Expect(1);

        Assert.StartsWith(
            $"{scene}:1:20: error: layers: these make 102 weights and biases, and 100 is the most for work by hand\n", outcome.Error,
            StringComparison.Ordinal);
    }

    [Fact]
    public void The_sheet_can_go_to_a_file()
    {
        Backprop.Run("worksheet", bench.Scene, "-o", bench["sheet.md"]).Expect(0);

        Assert.Equal(Backprop.Run("worksheet", bench.Scene).Output, File.ReadAllText(bench["sheet.md"]));
    }

    static IEnumerable<double> Parameters(JsonElement layer, string weights, string biases) =>
        layer.GetProperty(weights).EnumerateArray().SelectMany(row => row.EnumerateArray())
            .Concat(layer.GetProperty(biases).EnumerateArray()).Select(n => n.GetDouble());

    static string Digits(double value) => value.ToString("G6", CultureInfo.InvariantCulture);

    static double Value(Match match) => double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)
        * (match.Groups[2].Success ? Math.Pow(10, int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture)) : 1);

    // The last "= number" of a line of the key.
    [GeneratedRegex(@"= (-?[0-9.]+)(?: \\cdot 10\^\{(-?[0-9]+)\})?\$$", RegexOptions.Multiline)]
    private static partial Regex Answer();

    [GeneratedRegex(@"^(\*\*\([0-9]+\)\*\*) .* ______$", RegexOptions.Multiline)]
    private static partial Regex Blank();

    [GeneratedRegex(@"^\*\*\(", RegexOptions.Multiline)]
    private static partial Regex Numbered();
}
