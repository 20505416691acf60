using System.Globalization;
using BackpropAnimator.Lessons;
using BackpropAnimator.Network;
using BackpropAnimator.Script.Keys;
using BackpropAnimator.Script.Keys.Formats;

namespace BackpropAnimator.Script.Tests;

/// <summary>What docs/compatibility.md says of numbers and words, data and YAML, tried row by row.</summary>
public class CompatibilityTests
{
    const string Numbers = "Numbers and words", Data = "Data", Yaml = "YAML";

    const string OneOutput = "layers: [2, 3, 1]";
    const string ThreeOutputs = "layers: [2, 3, 3], activation: [tanh, softmax], loss: categorical_cross_entropy";

    public static TheoryData<string, string, string> Taken() => Cells(Numbers, 0);

    public static TheoryData<string, string, string> Refused() => Cells(Numbers, 1);

    public static TheoryData<string, string, string> Tables() => Cells(Data, 0);

    public static TheoryData<string, string, string> ClassTables() => Cells(Data, 1);

    public static TheoryData<string, string> Documents() => Pairs(0);

    public static TheoryData<string, string> BadDocuments() => Pairs(1);

    [Theory, MemberData(nameof(Taken))]
    public void Every_spelling_means_the_value_beside_it(string key, string written, string value)
    {
        var format = FormatOf(CompatibilityPage.Codes(key).Single());
        var expected = Read(format, CompatibilityPage.Codes(value).Single());

        Assert.NotNull(expected);
        Assert.All(CompatibilityPage.Codes(written), text => Assert.Equal(expected, Read(format, text)));
    }

    [Theory, MemberData(nameof(Refused))]
    public void A_spelling_that_has_not_one_meaning_is_refused_with_what_to_do(string key, string written, string told)
    {
        var path = CompatibilityPage.Codes(key).Single();
        foreach (var text in CompatibilityPage.Codes(written))
        {
            Assert.Null(Read(FormatOf(path), text));
            var problems = Scenes.Parse("network: { layers: [2, 2, 1] }\ndata: xor\nphases: [intro]\n", $"{path}={text}").Diagnostics;
            Assert.Contains(problems, problem => problem.Hint?.Contains(told, StringComparison.Ordinal) == true);
        }
    }

    [Fact]
    public void Every_other_name_of_a_catalogue_is_listed()
    {
        IEnumerable<ICatalogued> all =
            [.. Activation.All, .. Loss.All, .. Optimizer.All, .. Initialization.All, .. LearningRateSchedule.All];
        var listed = CompatibilityPage.Rows(Numbers, 0).SelectMany(row => CompatibilityPage.Codes(row[1])).ToList();

        Assert.All(
            all.SelectMany(member => member.OtherNames),
            name => Assert.Contains(listed, text => LooseName.IsSpelt(text, name)));
    }

    [Theory, MemberData(nameof(Tables))]
    public void Every_table_is_read_as_it_says(string file, string keys, string expected) => AssertTable(OneOutput, file, keys, expected);

    [Theory, MemberData(nameof(ClassTables))]
    public void Every_table_of_classes_is_read_as_it_says(string file, string keys, string expected) =>
        AssertTable(ThreeOutputs, file, keys, expected);

    [Theory, MemberData(nameof(Documents))]
    public void Every_document_is_the_same_scene_as_its_neighbour(string written, string same) =>
        Assert.Equal(SceneFingerprint.Of(SceneOf(written)), SceneFingerprint.Of(SceneOf(same)));

    [Theory, MemberData(nameof(BadDocuments))]
    public void Every_document_that_is_no_scene_is_told_why(string written, string told) => Assert.Contains(
        Scenes.Parse(Document(written)).Diagnostics, problem => problem.ToString().Contains(told, StringComparison.Ordinal));

    static void AssertTable(string network, string file, string keys, string expected)
    {
        using var folder = new SceneFolder(network);
        folder.Write("t.csv", CompatibilityPage.Codes(file).Single());
        var result = folder.Result($"data: {{ {string.Join(", ", CompatibilityPage.Codes(keys).Prepend("csv: t.csv"))} }}");

        if (CompatibilityPage.Codes(expected) is [var samples] && expected[0] == '`')
        {
            Assert.Equal("", Scenes.Lines(result.Diagnostics));
            Assert.Equal(samples, string.Join("; ", result.Scene!.Data!.Samples.Select(s => $"{Row(s.Input)} → {Row(s.Target)}")));
            return;
        }
        // One error, or one warning, whatever the number of rows.
        var problem = Assert.Single(result.Diagnostics);
        Assert.Equal(expected.Split(": ")[0], problem.Severity == Severity.Error ? "error" : "warning");
        Assert.Contains(expected[(expected.IndexOf(": ", StringComparison.Ordinal) + 2)..], problem.ToString(), StringComparison.Ordinal);
    }

    static string Row(IEnumerable<double> numbers) =>
        string.Join(' ', numbers.Select(number => number.ToString(CultureInfo.InvariantCulture)));

    static Scene SceneOf(string written)
    {
        var result = Scenes.Parse(Document(written));
        Assert.Equal("", Scenes.Lines(result.Diagnostics));
        return result.Scene!;
    }

    // What a document ends with goes to the end of the whole.
    static string Document(string cell)
    {
        var text = CompatibilityPage.Codes(cell).Single();
        const string rest = "data: xor\nphases: [intro]\n";
        return text.EndsWith("\n...", StringComparison.Ordinal) ? text[..^3] + rest + "...\n"
            : text.Contains("\n---\n", StringComparison.Ordinal) && !text.StartsWith('%')
            ? text.Replace("\n---", "\n" + rest + "---", StringComparison.Ordinal)
            : text + "\n" + rest;
    }

    static object? Read(ScalarFormat format, string text) =>
        text.StartsWith('"') ? format.Read(text.Trim('"'), quoted: true) : format.Read(text);

    static ScalarFormat FormatOf(string path)
    {
        var steps = path.Split('.');
        ValueShape shape = steps[0] == "phases" ? PhaseModule.BuiltIn.Find(steps[1])!.Shape : ElementShape.Scene;
        foreach (var step in steps[0] == "phases" ? steps[2..] : steps) shape = ((ElementShape)shape).Find(step)!.Value;
        while (shape is ListShape list) shape = list.Item;
        return ((ScalarShape)shape).Format;
    }

    static TheoryData<string, string, string> Cells(string section, int table)
    {
        var data = new TheoryData<string, string, string>();
        foreach (var row in CompatibilityPage.Rows(section, table)) data.Add(row[0], row[1], row[2]);
        return data;
    }

    static TheoryData<string, string> Pairs(int table)
    {
        var data = new TheoryData<string, string>();
        foreach (var row in CompatibilityPage.Rows(Yaml, table)) data.Add(row[0], row[1]);
        return data;
    }
}
