using BackpropAnimator.Drawing;
using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace BackpropAnimator.Lessons.Tests;

/// <summary>A scene's own formulas: how they enter, what they turn into, and what becomes of the network.</summary>
public class FormulaPhaseTests
{
    const string Symbols = @"\part{gradient}{g} = \part{error}{\frac{\partial L}{\partial a}} \cdot \part{slope}{\frac{\partial " +
        @"a}{\partial z}} \cdot \part{input}{\frac{\partial z}{\partial w}}";
    const string Numbers = @"\part{gradient}{g} = \part{error}{0.8} \cdot \part{slope}{0.16} \cdot \part{input}{0.5}";
    const string Product = @"\part{gradient}{g} = \part{positive}{+0.064}";

    static readonly Lesson chainRule =
        Lessons.Make(Scene($"formula: {{ source: '{Symbols}', steps: ['{Numbers}', '{Product}'], duration: 8s }}"));

    static string Scene(params string[] phases) => $$"""
        network: { layers: [3, 4, 2], seed: 7 }
        example: { input: [0.9, 0.1, 0.4], target: [1, 0] }
        phases: [{{string.Join(", ", phases.Select(p => $"{{ {p} }}"))}}]
        """;

    static IEnumerable<DrawItem> FormulasIn(Frame frame) => frame.Items.Where(item => item is FormulaText or FormulaMorph);

    [Fact]
    public void Terms_enter_from_left_to_right_and_stay()
    {
        var terms = Lessons.Fonts.Lay(Symbols, 100).Terms;
        Assert.Equal(7, terms.Length);

        var last = terms.Select(_ => 0f).ToArray();
        var differing = 0;
        foreach (var entering in Enumerable.Range(0, chainRule.FrameCount).SelectMany(n => FormulasIn(chainRule.FrameAt(n)))
            .TakeWhile(item => item is FormulaText).Cast<FormulaText>())
        {
            var shown = terms.Select(term => entering.Style.Parts[term]?.Opacity ?? 1).ToArray();
            Assert.Equal(shown.OrderDescending(), shown);
            Assert.All(shown.Zip(last), now => Assert.True(now.First >= now.Second));
            if (shown.Distinct().Count() > 2) differing++;
            last = shown;
        }
        Assert.True(differing > 10, $"{differing} frames");
        Assert.All(last, opacity => Assert.Equal(1, opacity));
    }

    [Fact]
    public void A_formula_that_is_one_table_enters_by_the_parts_inside_it()
    {
        var lesson = Lessons.Make(Scene(@"formula: { source: '\begin{aligned} \part{a}{x} &= 1 \\ \part{b}{y} &= 2 \end{aligned}' }"));

        var entering = Enumerable.Range(0, lesson.FrameCount).SelectMany(n => FormulasIn(lesson.FrameAt(n))).Cast<FormulaText>()
            .Select(f => f.Style.Parts);

        Assert.Contains(entering, parts => parts["a"] is { Opacity: > 0.9f } && parts["b"] is { Opacity: < 0.8f });
    }

    [Fact]
    public void After_each_step_its_formula_stands_still_to_be_read()
    {
        var items = Enumerable.Range(0, chainRule.FrameCount).SelectMany(n => FormulasIn(chainRule.FrameAt(n))).ToList();

        var order = items.Select(item => item is FormulaText text
            ? text.Source
            : $"{((FormulaMorph)item).From} → {((FormulaMorph)item).To}").ToList();
        var changes = order.Where((name, i) => i == 0 || order[i - 1] != name);

        Assert.Equal([Symbols, $"{Symbols} → {Numbers}", Numbers, $"{Numbers} → {Product}", Product], changes);
        foreach (var source in new[] { Symbols, Numbers, Product })
        {
            var atRest = items.OfType<FormulaText>().Where(f => f.Source == source && f.Style.Opacity == 1).GroupBy(f => f)
                .Max(same => same.Count());
            Assert.True(atRest >= chainRule.Rate.FramesPerSecond, $"{source}: {atRest} frames");
        }
    }

    [Fact]
    public void Each_change_begins_where_one_formula_stands_and_ends_where_the_next_one_does()
    {
        var items = Enumerable.Range(0, chainRule.FrameCount).SelectMany(n => FormulasIn(chainRule.FrameAt(n))).ToList();
        var standing = items.OfType<FormulaText>().DistinctBy(f => f.Source).ToDictionary(f => f.Source, f => (f.Origin, f.Size));

        Assert.All(items.OfType<FormulaMorph>(), morph =>
        {
            Assert.Equal(standing[morph.From], (morph.FromOrigin, morph.Size));
            Assert.Equal(standing[morph.To], (morph.ToOrigin, morph.Size));
        });
        Assert.Single(standing.Values.Select(place => place.Origin.Y).Distinct());
    }

    [Fact]
    public void Named_parts_wear_the_colours_of_what_they_stand_for_in_every_frame()
    {
        (string Part, SKColor Color)[] roles =
        [
            ("error", Palette.Dark.FactorError), ("slope", Palette.Dark.FactorSlope), ("input", Palette.Dark.FactorInput),
                ("positive", Palette.Dark.Positive),
        ];

        foreach (var item in Enumerable.Range(0, chainRule.FrameCount).SelectMany(n => FormulasIn(chainRule.FrameAt(n))))
        {
            var style = item is FormulaText text ? text.Style : ((FormulaMorph)item).Style;
            Assert.All(roles, role => Assert.Equal(role.Color, style.Parts[role.Part]?.Color));
            Assert.Null(style.Parts["gradient"]?.Color);
            Assert.Equal(Palette.Dark.Text, style.Color);
        }
    }

    [Theory]
    [InlineData("1920x1080")]
    [InlineData("1080x1920")]
    [InlineData("1080x1080")]
    public void All_steps_have_the_size_at_which_the_widest_fits(string size)
    {
        var wide = @"\underbrace{\part{a}{" + string.Join(" + ", Enumerable.Range(1, 9).Select(i => $"w_{i} x_{i}")) + "}}";
        var lesson = Lessons.Make(Scene($@"formula: {{ source: '\part{{a}}{{z}}', steps: ['{wide}'] }}"), $"video.size={size}");

        var texts = Enumerable.Range(0, lesson.FrameCount).SelectMany(n => FormulasIn(lesson.FrameAt(n))).OfType<FormulaText>()
            .Where(f => f.Style.Opacity == 1).ToList();

        var em = Assert.Single(texts.Select(t => t.Size).Distinct());
        var ink = texts.Last(t => t.Source == wide).Bounds(Lessons.Fonts);
        Assert.InRange(ink.Left, lesson.SafeArea.Left, lesson.SafeArea.Right);
        Assert.InRange(ink.Right, lesson.SafeArea.Left, lesson.SafeArea.Right);
        // One unit more would leave less than the margin on either side.
        Assert.True(ink.Width * (em + 1) / em > lesson.SafeArea.Width - 2 * 16, $"{ink.Width} of {lesson.SafeArea.Width}");
    }

    [Fact]
    public void A_short_formula_is_large_and_in_the_middle()
    {
        var lesson = Lessons.Make(Scene("formula: { source: a = b }"));

        var formula = (FormulaText)FormulasIn(lesson.FrameAt(lesson.FrameCount / 2)).Single();

        Assert.Equal(176, formula.Size);
        Assert.Equal(960, formula.Bounds(Lessons.Fonts).MidX, 1f);
        Assert.InRange(formula.Bounds(Lessons.Fonts).MidY, 480, 600);
    }

    [Fact]
    public void The_network_is_never_seen_in_a_lesson_of_formulas_only()
    {
        var lesson = Lessons.Make(Scene("formula: { source: a }", "formula: { source: b }"));

        Assert.All(
            Enumerable.Range(0, lesson.FrameCount), n => Assert.DoesNotContain(lesson.FrameAt(n).Items, item => item is Disc or Panel));
    }

    [Fact]
    public void The_network_leaves_for_formulas_and_is_back_when_it_is_needed()
    {
        var lesson = Lessons.Make(Scene("intro: 1s", "forward: 3s", "formula: { source: a }", "formula: { source: b }", "loss: 2s"));
        var (forward, first, second) = (lesson.Chapters[1], lesson.Chapters[2], lesson.Chapters[3]);

        Assert.Equal(9, Units(forward.EndFrame - 1, of: 255));
        Assert.Equal(9, Units(first.FirstFrame, of: 255));
        Assert.Equal(0, Units((first.FirstFrame + first.EndFrame) / 2, of: 1));
        Assert.Equal(0, Units(first.EndFrame - 1, of: 1));
        Assert.Equal(0, Units(second.FirstFrame, of: 1));
        Assert.Equal(9, Units(second.EndFrame - 1, of: 250));

        int Units(int frame, byte of) =>
            lesson.FrameAt(frame).Items.OfType<Disc>().Where(d => d.Color.Alpha >= of).Select(d => d.Centre).Distinct().Count();
    }

    [Theory]
    [InlineData("0.02s")]
    [InlineData("0.5s")]
    [InlineData("60s")]
    public void A_formula_can_be_shown_for_any_time(string duration) =>
        Frames.AssertDrawable(
            Lessons.Make(Scene(
                "intro: 1s", $"formula: {{ source: '{Symbols}', steps: ['{Numbers}'], duration: {duration} }}", "forward: 1s")),
            every: 7);
}
