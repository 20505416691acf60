using System.Collections.Immutable;
using BackpropAnimator.Script;

namespace BackpropAnimator.Lessons.Tests;

/// <summary>A character that no font has is an error, in whatever text of the scene it stands.</summary>
public class LetterChecksTests
{
    const string Network =
        "network: { layers: [2, 2], seed: 3, inputs: [Größe, b], classes: [c, d] }\nexample: { input: [1, 0], target: [1, 0] }\n";

    static ImmutableArray<Diagnostic> ProblemsOf(string text) => LessonChecks.Run(Lessons.Read(text), Lessons.Fonts);

    [Theory]
    [InlineData("title: ab 梯度", "title: no font has '梯' (U+68AF, Han), nor '度'")]
    [InlineData("theme: { watermark: 版 }", "text: no font has '版' (U+7248, Han)")]
    [InlineData("theme: { end_card: { lines: [ok, 版] } }", "lines: no font has '版' (U+7248, Han)")]
    public void A_text_of_the_scene(string line, string problem) => Assert.Equal(
        [$"1:{ColumnIn(line)}: {problem}"], ProblemsOf($"{line}\n{Network}phases: [intro]").Select(Told));

    [Theory]
    [InlineData("intro: { title: 梯 }", "title: no font has '梯' (U+68AF, Han)")]
    [InlineData("forward: { caption: 'a, 梯' }", "caption: no font has '梯' (U+68AF, Han)")]
    [InlineData("question: { text: a, answer: 梯 }", "answer: no font has '梯' (U+68AF, Han)")]
    [InlineData("objectives: { lead: a, items: [b, c 梯] }", "items: no font has '梯' (U+68AF, Han)")]
    [InlineData("table: { rows: [{ step: b, text: a }, { step: a, text: 梯 }] }", "text: no font has '梯' (U+68AF, Han)")]
    [InlineData("references: { items: [{ authors: 梯, year: 1986, title: a }] }", "authors: no font has '梯' (U+68AF, Han)")]
    [InlineData(
        @"formula: { source: 'a = \text{梯 梯度}' }", "source: at column 11 of the formula: no font has '梯' (U+68AF, Han), nor '度'")]
    [InlineData(@"formula: { source: '梯 + 梯' }", "source: at column 1 of the formula: the font has no '梯' (U+68AF, Han)")]
    public void A_text_of_a_phase(string phase, string problem) => Assert.Equal(
        [$"3:{ColumnIn($"phases: [{phase}")}: {problem}"], ProblemsOf($"{Network}phases: [{phase}]").Select(Told));

    // Where the first letter is that no font has, counted from 1.
    static int ColumnIn(string line) => line.IndexOfAny(['梯', '版']) + 1;

    [Fact]
    public void A_name_of_an_input_or_a_class()
    {
        var names = Network.Replace("Größe", "梯").Replace("[c, d]", "[c, 度]");
        Assert.Equal(
            ["1:46: inputs: no font has '梯' (U+68AF, Han)", "1:66: classes: no font has '度' (U+5EA6, Han)"],
            ProblemsOf($"{names}phases: [intro]").Select(Told));
    }

    [Fact]
    public void A_further_font_of_the_scene_has_it()
    {
        var bytes = File.ReadAllBytes(Path.Combine(Repository.Root, "tests", "Fonts", "chinese.otf"));
        var scene = Lessons.Read($"title: 梯度\n{Network}phases: [formula: {{ source: '\\text{{误差}}' }}]");
        Assert.Equal(2, LessonChecks.Run(scene, Lessons.Fonts).Length);
        var fonts = new FontsScript { Fallback = [new() { Text = "chinese.otf", TextBytes = [.. bytes] }] };
        Assert.Empty(LessonChecks.Run(scene with { Theme = scene.Theme with { Fonts = fonts } }, Lessons.Fonts));
    }

    static string Told(Diagnostic problem) => $"{problem.Position.Line}:{problem.Position.Column}: {problem.Message}";
}
