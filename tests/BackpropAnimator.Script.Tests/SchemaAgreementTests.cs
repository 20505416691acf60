using BackpropAnimator.Lessons;
using BackpropAnimator.Script.Keys;
using BackpropAnimator.Script.Keys.Formats;
using BackpropAnimator.Script.Variants;
using CsCheck;

namespace BackpropAnimator.Script.Tests;

/// <summary>What an editor marks by the schema and what the reader refuses is the same, value by value.</summary>
public class SchemaAgreementTests
{
    /// <summary>Every form that a single value of a scene or of a variants file can have, each once.</summary>
    static IReadOnlyList<ScalarFormat> Formats { get; } =
    [
        .. PhaseModule.BuiltIn.All.Select(kind => kind.Shape).Prepend(VariantsFile.Shape).Prepend(ElementShape.Scene)
            .SelectMany(FormatsOf).DistinctBy(format => format.Expected + format.Schema().ToJsonString()),
    ];

    public static TheoryData<int> FormatNumbers() => [.. Enumerable.Range(0, Formats.Count)];

    [Theory, MemberData(nameof(FormatNumbers))]
    public void The_schema_and_the_reader_agree_on_every_value(int number)
    {
        var format = Formats[number];
        var editor = new JsonSchemaValidator(format.Schema().ToJsonString());

        foreach (var (text, quoted) in ValueSpellings.Known) AssertAgreed(text, quoted);
        ValueSpellings.Generated.Try(Thorough.Cases(600, 20_000), value => AssertAgreed(value.Text, value.Quoted));

        void AssertAgreed(string text, bool quoted)
        {
            // Nothing is no value, which the keys around it tell.
            if (JsonSchemaValidator.Json(text, quoted) is not { } json) return;
            var (schema, reader) = (editor.Accepts(json), format.Read(text, quoted) is not null);
            Assert.True(
                schema == reader,
                $"{format.Expected}: the schema {(schema ? "takes" : "refuses")} and the reader {(reader ? "takes" : "refuses")} "
                    + $"{(quoted ? "in quotes " : "")}'{text}'\n{format.Schema().ToJsonString()}");
        }
    }

    [Fact]
    public void Every_kind_of_format_is_compared() => Assert.Equal(
        typeof(ScalarFormat).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(ScalarFormat))).ToHashSet(),
        [.. Formats.Select(format => format.GetType())]);

    static IEnumerable<ScalarFormat> FormatsOf(ValueShape shape) => shape switch
    {
        ScalarShape scalar => [scalar.Format],
        ListShape list => FormatsOf(list.Item),
        ElementShape element => element.Keys.SelectMany(key => FormatsOf(key.Value)),
        _ => [],
    };
}
