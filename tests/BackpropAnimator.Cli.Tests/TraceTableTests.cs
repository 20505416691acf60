using System.Text.Json;

namespace BackpropAnimator.Cli.Tests;

/// <summary>A trace for people: how its numbers and tables are written.</summary>
public sealed class TraceTableTests : IDisposable
{
    readonly Workbench bench = new();

    public void Dispose() => bench.Dispose();

    [Fact]
    public void The_table_is_plain_text_that_does_not_break_at_80_columns()
    {
        var scene = bench.Write("by-hand.yaml", """
            title: By hand
            network: { layers: [2, 1], activation: identity, learning_rate: 0.1, weights: [[[0.5, -1]]], biases: [[0.25]] }
            example: { input: [2, 3], target: [-1] }
            phases: [intro]
            """);

        var table = Backprop.Run("trace", scene).Expect(0).Output;

        // z = 0.5·2 − 1·3 + 0.25 = −1.75, L = ½(−0.75)² = 0.28125, δ = −0.75; w − 0.1·δ·x = 0.65 and −0.775, b 0.325;
        // then z = 1.3 − 2.325 + 0.325 = −0.7 and L = ½·0.3² = 0.045
        Assert.Equal("""
            By hand
            layers 2-1 (output identity), half_squared_error, learning rate 0.1

              unit       z       a    y   ∂L/∂a   ∂a/∂z       δ
            ─────────────────────────────────────────────────────
              i.1                2
              i.2                3
              o.1    -1.75   -1.75   -1   -0.75       1   -0.75


              weight           w   ∂L/∂w   w after
            ────────────────────────────────────────
              i.1 → o.1      0.5    -1.5      0.65
              i.2 → o.1       -1   -2.25    -0.775
              bias of o.1   0.25   -0.75     0.325

            loss 0.28125 before the update, 0.045 after

              epoch      loss
            ───────────────────
              0       0.28125
              1         0.045


            """, string.Join('\n', table.Split('\n').Select(line => line.TrimEnd())));
        Assert.DoesNotContain('\u001b', table);
        var shipped = Backprop.Run("trace", Path.Combine(Repository.Root, "scenes", "gradient-flow.yaml")).Expect(0).Output;
        Assert.All(shipped.Split('\n').Skip(2), line => Assert.InRange(line.Length, 0, 80));
    }

    [Fact]
    public void Zeros_have_no_sign_and_small_numbers_their_power_of_ten()
    {
        // The gradient of the second weight is −0, for its input is 0.
        var scene = bench.Write("zero.yaml", """
            network: { layers: [2, 1], activation: identity, weights: [[[0.00002, 1]]] }
            example: { input: [1, 0], target: [1] }
            phases: [intro]
            """);

        var written = Backprop.Run("trace", scene).Expect(0).Output;
        Assert.Contains("2·10⁻⁵", written, StringComparison.Ordinal);
        Assert.DoesNotMatch("-0( |\n)", written);
        foreach (var format in new[] { "json", "csv" })
            Assert.DoesNotMatch("-0[\\],\r\n ]", Backprop.Run("trace", scene, "--format", format).Expect(0).Output);
    }

    [Fact]
    public void A_large_network_is_cut_short_in_the_table_alone()
    {
        var (ones, zeros) = (string.Join(", ", Enumerable.Repeat(1, 100)), string.Join(", ", Enumerable.Repeat(0, 20)));
        var scene = bench.Write(
            "large.yaml",
            $"network: {{ layers: [100, 20] }}\nexample: {{ input: [{ones}], target: [{zeros}] }}\nphases: [intro]\n");

        var table = Backprop.Run("trace", scene).Expect(0).Output;

        Assert.Contains("… 60 more", table, StringComparison.Ordinal);
        Assert.Contains("… 1,960 more", table, StringComparison.Ordinal);
        var network = JsonDocument.Parse(Backprop.TextOf(bench, "trace", scene, "--format", "json")).RootElement.GetProperty("network");
        Assert.Equal(100, network.GetProperty("layers")[0].GetProperty("weights")[19].GetArrayLength());
    }
}
