namespace BackpropAnimator.Lessons.Tests;

/// <summary>What is told of formulas that cannot be set, or not large enough, and where.</summary>
public class FormulaChecksTests
{
    static readonly string specimen = File.ReadAllText(Path.Combine(Repository.Root, "scenes", "formulas.yaml"));

    static string[] Problems(string phase, params string[] overrides) =>
        [.. LessonChecks.Run(Lessons.Read(
            $"""
            network: {"{"} layers: [2, 2, 1], seed: 7 {"}"}
            example: {"{"} input: [0.9, 0.1], target: [1] {"}"}
            phases:
              - formula:
            {phase}
            """, overrides), Lessons.Fonts).Select(d => d.ToString())];

    [Theory]
    [InlineData(
        @"      source: a = \sigmma(z)",
        "s.yaml:5:19: error: source: at column 5 of the formula: unknown command '\\sigmma'\n  hint: did you mean '\\sigma'?")]
    [InlineData(
        @"      source: 'a = \sigmma(z)'",
        "s.yaml:5:20: error: source: at column 5 of the formula: unknown command '\\sigmma'\n  hint: did you mean '\\sigma'?")]
    [InlineData(
        @"      { source: x, steps: ['y', '\frac{1}'] }",
        "s.yaml:5:42: error: steps[1]: at column 9 of the formula: \\frac misses an argument\n  hint: write it in braces: {…}")]
    [InlineData(
        @"      { source: x, steps: '{y' }",
        "s.yaml:5:28: error: steps[0]: at column 1 of the formula: this '{' is never closed\n  hint: add '}'")]
    [InlineData(
        "      { source: \"\\\\alpha + こ\" }",
        "s.yaml:5:17: error: source: at column 10 of the formula: the font has no 'こ' (U+3053, Hiragana)\n" +
            "  hint: choose another sign, or write " +
            "it as words with \\text{…}")]
    [InlineData(
        "      source: |-\n        a &= 1 \\\\\n        b + \\bta",
        "s.yaml:5:15: error: source: at line 2, column 5 of the formula: unknown command '\\bta'\n  hint: did you mean '\\beta'?")]
    [InlineData(
        "      { source: '' }",
        "s.yaml:5:18: error: source: the formula is empty\n  hint: write it in TeX's notation, such as \\frac{\\partial L}{\\partial w}")]
    public void A_formula_that_cannot_be_set_is_told_where_it_is_written(string phase, string expected) =>
        Assert.Contains(expected, Problems(phase));

    [Fact]
    public void Every_formula_with_a_problem_is_told_of() =>
        Assert.Equal(
            3,
            Problems(@"      { source: \aa, steps: [x, \bb, \cc] }")
                .Count(line => line.Contains("unknown command", StringComparison.Ordinal)));

    [Theory]
    [InlineData(@"      source: ""\nabla f""", 15, "source", @"\nabla")]
    [InlineData(@"      source: ""a \_ b""", 15, "source", @"\_")]
    [InlineData(@"      { source: x, steps: [y, ""\\sigma(z) = \Psi""] }", 31, "steps[1]", @"\Psi")]
    public void A_command_whose_backslash_double_quotes_take_is_told_of(string phase, int column, string key, string command) =>
        Assert.Equal(
            $"s.yaml:5:{column}: error: {key}: the double quotes take the backslash of '{command}'\n" +
                $"  hint: in double quotes a backslash begins an escape: use single quotes, as in '{command} …'",
            Assert.Single(Problems(phase)));

    [Fact]
    public void Rows_of_a_formula_may_be_broken_by_an_escape() =>
        Assert.Empty(Problems(@"      source: ""\\begin{aligned} a &= 1 \\\\\nb &= 2 \\end{aligned}"""));

    [Fact]
    public void What_is_wrong_in_several_places_is_told_once() =>
        Assert.Equal(
            @"s.yaml:5:28: error: steps[0]: at column 1 of the formula: unknown command '\qq' (and 4 more like it)",
            Assert.Single(Problems(@"      { source: x, steps: [\qq, \qq, \qq + \qq, \qq] }")));

    [Fact]
    public void A_formula_that_an_alias_repeats_is_told_of_once()
    {
        var scene = Lessons.Read(
            """
            network: { layers: [2, 2, 1], seed: 7 }
            example: { input: [0.9, 0.1], target: [1] }
            phases:
              - formula: &f { source: \qq }
              - formula: *f
              - formula: *f
            """);
        Assert.Equal(
            @"s.yaml:4:27: error: source: at column 1 of the formula: unknown command '\qq'",
            Assert.Single(LessonChecks.Run(scene, Lessons.Fonts)).ToString());
    }

    [Fact]
    public void A_formula_given_on_the_command_line_is_told_there() =>
        Assert.StartsWith(
            @"--set phases.formula.source=\aalpha: error: source: at column 1",
            Assert.Single(Problems("      source: x", @"phases.formula.source=\aalpha")), StringComparison.Ordinal);

    [Fact]
    public void A_formula_too_wide_to_be_read_easily_is_warned_of_and_made_to_fit()
    {
        var wide = string.Join(" + ", Enumerable.Range(1, 24).Select(i => $"w_{{{i}}} x_{{{i}}}"));
        var phase = $"      source: z\n      steps: ['{wide}']";

        var warning = Assert.Single(Problems(phase, "video.size=1080x1920"));

        Assert.Matches(
            @"^s\.yaml:6:16: warning: steps\[0\]: to fit the picture the formula is set in \d\d units, and 36 is the least that is read " +
                @"easily",
            warning);
    }

    [Theory]
    [InlineData("1920x1080")]
    [InlineData("1080x1920")]
    [InlineData("1080x1080")]
    public void The_shipped_specimen_has_no_problem_and_is_well_set(string size)
    {
        var scene = Lessons.Read(specimen, $"video.size={size}");

        Assert.Empty(LessonChecks.Run(scene, Lessons.Fonts));
        Assert.Empty(LayoutCheck.Run(new(scene, Lessons.Fonts), Lessons.Fonts));
    }
}
