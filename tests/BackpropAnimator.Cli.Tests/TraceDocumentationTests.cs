using System.Text.Json;
using System.Text.RegularExpressions;
using BackpropAnimator.Script;

namespace BackpropAnimator.Cli.Tests;

/// <summary>docs/trace.md names what the program writes and reads, all of it.</summary>
public sealed class TraceDocumentationTests : IDisposable
{
    readonly Workbench bench = new();
    readonly string page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "trace.md"));

    public void Dispose() => bench.Dispose();

    [Fact]
    public void Every_field_of_the_json_is_documented()
    {
        var scene = bench.Write(
            "all.yaml",
            "network: { layers: [2, 2, 2], activation: [leaky_relu, softmax] }\ndata: [{ input: [1, 2], target: [0, 1] }, { input: [2, " +
                "1], target: [1, 0] }]\ntraining: 2\nphases: [intro]\n");
        var trace = JsonDocument.Parse(Backprop.TextOf(bench, "trace", scene, "--format", "json", "--epoch", "1")).RootElement;

        Assert.All(Paths(trace, "").Distinct(), path => Assert.Contains($"`{path}", Plain(page), StringComparison.Ordinal));
    }

    [Fact]
    public void Every_quantity_of_the_csv_is_documented()
    {
        var scene = bench.Write("xor.yaml", "network: { layers: [2, 2, 1] }\ndata: xor\ntraining: 2\nphases: [intro]\n");
        var quantities = Backprop.TextOf(bench, "trace", scene, "--format", "csv").TrimEnd('\n').Split('\n').Skip(1)
            .Select(line => line.Split(',')[3]).Distinct();

        var section = page[page.IndexOf("## CSV", StringComparison.Ordinal)..page.IndexOf("## Worksheet", StringComparison.Ordinal)];
        Assert.All(quantities, quantity => Assert.Contains($"`{quantity}`", section, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_name_of_a_claim_is_documented()
    {
        var section = page[page.IndexOf("## Expectations", StringComparison.Ordinal)..];
        var names = new[]
        {
            typeof(LessonFact),
            typeof(EpochFact),
            typeof(LayerFact),
            typeof(UnitFact),
            typeof(WeightFact),
        }.SelectMany(Enum.GetNames);

        Assert.All(names, name => Assert.Matches($@"`{Snake(name)}[`(\[]", section));
    }

    [Fact]
    public void The_documented_expectations_are_claims() =>
        Assert.All(
            Regex.Matches(page, "^  - (.+)$", RegexOptions.Multiline).Select(match => match.Groups[1].Value),
            text => Assert.NotEmpty(Claim.Parse(text).Comparisons));

    // The page's own indices say what they count; here it is the fields that count.
    static string Plain(string text) => Regex.Replace(text, @"\[[a-z]\]", "");

    static IEnumerable<string> Paths(JsonElement element, string path) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(p => Paths(p.Value, path.Length == 0 ? p.Name : $"{path}.{p.Name}")),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(item => Paths(item, path)),
        _ => [path],
    };

    static string Snake(string name) => Regex.Replace(name, "(?<=[a-z])([A-Z])", "_$1").ToLowerInvariant();
}
