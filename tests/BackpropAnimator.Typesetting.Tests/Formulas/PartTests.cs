using SkiaSharp;

namespace BackpropAnimator.Typesetting.Tests;

[Collection(nameof(ShelfTests))]
public sealed class PartTests(Shelf shelf)
{
    const string ChainRule =
        @"\part{gradient}{\frac{\partial L}{\partial w}} = \part{error}{\frac{\partial L}{\partial a}} \cdot " +
            @"\part{slope}{\frac{\partial a}{\partial z}} \cdot \part{input}{\frac{\partial z}{\partial w}}";

    [Fact]
    public void A_part_has_its_own_glyphs_rules_and_bounds()
    {
        var layout = shelf.Lay(ChainRule);
        foreach (var name in new[] { "gradient", "error", "slope", "input" })
        {
            var part = layout.Find(name)!;
            Assert.Equal(4, layout.Glyphs[part.Glyphs].Length);
            Assert.Single(layout.Rules[part.Rules]);
            var probe = new LayoutProbe(shelf.Fonts, layout);
            Assert.All(
                layout.Glyphs[part.Glyphs], glyph => Assert.True(SKRect.Inflate(part.Bounds, 0.1f, 0.1f).Contains(probe.Ink(glyph))));
            Assert.Equal(part.Bounds, layout.PartBounds(name));
        }
        Assert.True(layout.PartBounds("error").Right < layout.PartBounds("slope").Left);
        Assert.True(layout.PartBounds("slope").Right < layout.PartBounds("input").Left);
    }

    [Fact]
    public void Atoms_outside_named_parts_are_terms_of_their_own()
    {
        var layout = shelf.Lay(ChainRule);
        Assert.Equal(["gradient", "#0", "error", "#1", "slope", "#2", "input"], layout.Terms.ToArray());
        // Together the terms are the whole formula.
        Assert.Equal(layout.Glyphs.Length, layout.Terms.Sum(term => layout.Glyphs[layout.Find(term)!.Glyphs].Length));
    }

    [Fact]
    public void Numbers_and_scripted_letters_are_one_term_each() =>
        Assert.Equal(5, shelf.Lay(@"0.731 + w_i^2 = x").Terms.Length);

    [Fact]
    public void Parts_nest()
    {
        var layout = shelf.Lay(@"\part{outer}{a + \part{inner}{\frac{b}{\part{innermost}{c}}}}");
        string[] chain = ["innermost", "inner", "outer"];
        foreach (var (inside, outside) in chain.Zip(chain.Skip(1)))
        {
            var part = layout.Find(inside)!;
            Assert.Equal(outside, layout.Parts[part.Parent!.Value].Name);
            Assert.True(layout.PartBounds(outside).Contains(part.Bounds));
        }
        Assert.Null(layout.Find("outer")!.Parent);
        Assert.Equal(["outer"], layout.Terms.ToArray());
    }

    [Fact]
    public void A_parts_baseline_is_that_of_the_place_it_stands_at()
    {
        var layout = shelf.Lay(@"\part{row}{x} \frac{\part{up}{a}}{\part{down}{b}}");
        Assert.Equal(0, layout.Find("row")!.Baseline);
        Assert.Equal(-MathFontFacts.FractionNumeratorDisplayStyleShiftUp, layout.Find("up")!.Baseline, 0.01f);
        Assert.Equal(MathFontFacts.FractionDenominatorDisplayStyleShiftDown, layout.Find("down")!.Baseline, 0.01f);
    }

    [Fact]
    public void The_bounds_of_a_name_used_twice_hold_both()
    {
        var layout = shelf.Lay(@"\part{w}{w} \leftarrow \part{w}{w} - 1");
        var bounds = layout.PartBounds("w");
        Assert.Equal(2, layout.Parts.Count(part => part.Name == "w"));
        Assert.All(layout.Parts.Where(part => part.Name == "w"), part => Assert.True(bounds.Contains(part.Bounds)));
    }

    [Fact]
    public void An_unknown_part_is_named_together_with_those_there_are()
    {
        var thrown = Assert.Throws<KeyNotFoundException>(() => shelf.Lay(ChainRule).PartBounds("eror"));
        Assert.Contains("'eror'", thrown.Message, StringComparison.Ordinal);
        Assert.Contains("slope", thrown.Message, StringComparison.Ordinal);
        Assert.Null(shelf.Lay(ChainRule).Find("eror"));
    }

    [Fact]
    public void An_empty_part_has_a_place_but_no_ink()
    {
        var part = shelf.Lay(@"x\part{nothing}{}y").Find("nothing")!;
        Assert.True(part.Bounds.Left > 0);
        Assert.False(Ink.HasArea(part.Bounds));
    }

    [Fact]
    public void Every_piece_of_a_root_or_a_struck_term_belongs_to_its_part()
    {
        var layout = shelf.Lay(@"\part{r}{\sqrt{x}} + \part{c}{\cancel{a}}");
        Assert.Single(layout.Rules[layout.Find("r")!.Rules]);
        // The stroke reaches over the letter.
        Assert.True(layout.PartBounds("c").Height > shelf.Lay(@"\part{c}{a}").PartBounds("c").Height);
    }
}
