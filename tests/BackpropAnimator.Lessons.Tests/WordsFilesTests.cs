using System.Collections.Immutable;
using BackpropAnimator.Catalogs;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace BackpropAnimator.Lessons.Tests;

/// <summary>What the compiler says of a file of words that is not as the English one.</summary>
public class WordsFilesTests
{
    const string English = """
        phase:
          title: Training
          epoch: "epoch {epoch} of {epochs}"
          steps: {one: "{count} step", other: "{count} steps"}
        """;

    const string German = """
        phase:
          title: Training
          epoch: "von {epochs} Epochen die {epoch}."
          steps: {one: "{count} Schritt", other: "{count} Schritte"}
        """;

    [Fact]
    public void The_same_words_are_no_problem_and_values_may_stand_elsewhere() => Assert.Equal([], ProblemsOf(German));

    [Theory]
    [InlineData("  title: Training\n", "", "de.yaml(1,1): de: there is no 'phase.title', in English \"Training\"")]
    [InlineData(
        "  title:", "  titel:", "de.yaml(2,10): de: English has no 'phase.titel'",
        "de.yaml(1,1): de: there is no 'phase.title', in English \"Training\"")]
    [InlineData(
        "{epochs} Epochen", "Epochen",
        "de.yaml(3,10): de: 'phase.epoch' has the placeholders {epoch}, and English {epoch}, {epochs}")]
    [InlineData(
        "{epochs} Epochen", "{epochs} Epochen, {name},",
        "de.yaml(3,10): de: 'phase.epoch' has the placeholders {epochs}, {name}, {epoch}, and English {epoch}, {epochs}")]
    [InlineData(
        "{one: \"{count} Schritt\", other: \"{count} Schritte\"}", "\"{count} Schritte\"",
        "de.yaml(4,10): de: 'phase.steps' must have a form for each number, as in English")]
    [InlineData(
        "  title: Training", "  title: [Training]", "de.yaml(1,1): de: expected groups of words: keys with keys and texts below them")]
    [InlineData(
        "  title: Training", "  title: {other: Training}",
        "de.yaml(2,10): de: 'phase.title' must not have a form for each number, as in English")]
    public void A_language_that_differs_does_not_compile(string old, string changed, params string[] expected) =>
        Assert.Equal(expected.Order(), ProblemsOf(German.Replace(old, changed, StringComparison.Ordinal)).Order());

    [Fact]
    public void A_file_that_is_no_YAML_is_told_of_at_its_place()
    {
        var problem = Assert.Single(ProblemsOf("phase:\n  title: \"Training\n"));
        Assert.StartsWith("de.yaml(2,", problem, StringComparison.Ordinal);
    }

    static IEnumerable<string> ProblemsOf(string german)
    {
        var driver = CSharpGeneratorDriver.Create(new WordsGenerator()).AddAdditionalTexts(
            [new Source("Words/en.yaml", English), new Source("Words/de.yaml", german.ReplaceLineEndings("\n"))]);
        var run = driver.RunGenerators(CSharpCompilation.Create("words")).GetRunResult();
        return run.Diagnostics.Select(problem =>
        {
            var at = problem.Location.GetLineSpan();
            var (line, column) = (at.StartLinePosition.Line + 1, at.StartLinePosition.Character + 1);
            return FormattableString.Invariant($"{Path.GetFileName(at.Path)}({line},{column}): {problem.GetMessage(null)}");
        });
    }

    sealed class Source(string path, string text) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
    }
}
