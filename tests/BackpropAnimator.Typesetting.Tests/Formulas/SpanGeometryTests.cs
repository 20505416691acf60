using static BackpropAnimator.Typesetting.Tests.MathFontFacts;

namespace BackpropAnimator.Typesetting.Tests;

/// <summary>Marks that span what they belong to, frames, and what takes another room than it shows.</summary>
[Collection(nameof(ShelfTests))]
public sealed class SpanGeometryTests(Shelf shelf)
{
    const float FrameRule = 40, FrameGap = 300;

    /// <summary>What a command draws beside its argument, and its argument.</summary>
    (SkiaSharp.SKRect Mark, SkiaSharp.SKRect Body) Lay(string command, string body)
    {
        var layout = shelf.Lay(@"\part{all}{" + command + @"{\part{body}{" + body + "}}}");
        return (layout.Ink.Owners.Single(owner => owner.Name == "all").Own, layout.PartBounds("body"));
    }

    public static TheoryData<string, bool> SpanningCommands
    {
        get
        {
            var commands = new TheoryData<string, bool>();
            foreach (var (name, accent) in Accents.ByCommand)
                if (accent.IsWide) commands.Add($@"\{name}", !name.StartsWith("under", StringComparison.Ordinal));
            foreach (var name in (string[])["brace", "bracket", "paren"])
            {
                commands.Add($@"\over{name}", true);
                commands.Add($@"\under{name}", false);
            }
            return commands;
        }
    }

    [Theory]
    [MemberData(nameof(SpanningCommands))]
    public void A_stretching_mark_spans_all_that_it_belongs_to_and_touches_none_of_it(string command, bool isOver)
    {
        foreach (var inside in (string[])["AB", "ABC", "x", "a + b", "w_1 x_1 + w_2 x_2 + w_3 x_3 + w_4 x_4"])
        {
            var (mark, body) = Lay(command, inside);
            Assert.InRange(mark.Left, -1000, body.Left + 40);
            Assert.InRange(mark.Right, body.Right - 40, float.MaxValue);
            // A little mark on a letter may be wider than the letter; over more than one it ends where they end.
            if (inside.Length > 1) Assert.InRange(mark.Width, body.Width - 80, body.Width + 120);
            if (isOver) Assert.True(mark.Bottom < body.Top, $"{command}{{{inside}}} touches: {mark} over {body}");
            else Assert.True(mark.Top > body.Bottom, $"{command}{{{inside}}} touches: {mark} under {body}");
        }
    }

    [Fact]
    public void The_head_of_an_arrow_does_not_grow_with_its_length()
    {
        var (two, nine) = (shelf.Lay(@"\overrightarrow{AB}").Ink.Glyphs, shelf.Lay(@"\overrightarrow{ABABABABA}").Ink.Glyphs);
        Assert.Equal((two[^1].Glyph.Glyph, 1f), (nine[^1].Glyph.Glyph, nine[^1].Stretch.X), TupleNear);
    }

    static bool TupleNear((ushort Glyph, float Stretch) a, (ushort Glyph, float Stretch) b) =>
        a.Glyph == b.Glyph && MathF.Abs(a.Stretch - b.Stretch) < 0.02f;

    [Fact]
    public void An_arrow_is_longer_than_its_labels_which_stand_over_and_under_it()
    {
        foreach (var label in (string[])["a", @"\text{forward pass}"])
        {
            var layout = shelf.Lay(@"\part{all}{\xrightarrow[\part{below}{x}]{\part{above}{" + label + "}}}");
            var arrow = layout.Ink.Owners.Single(owner => owner.Name == "all").Own;
            var (above, below) = (layout.PartBounds("above"), layout.PartBounds("below"));
            Assert.True(arrow.Left < above.Left && arrow.Right > above.Right);
            Assert.True(arrow.Top > above.Bottom && arrow.Bottom < below.Top);
            Assert.Equal(arrow.MidX, above.MidX, 30f);
            Assert.Equal(-AxisHeight, arrow.MidY, Unit);
        }
    }

    [Fact]
    public void A_frame_keeps_three_points_from_what_it_holds()
    {
        var plain = shelf.Lay(@"\frac{a}{b}");
        var framed = shelf.Lay(@"\boxed{\frac{a}{b}}");
        Assert.Equal(4, framed.Rules.Length - plain.Rules.Length);
        Assert.Equal(plain.Width + 2 * (FrameGap + FrameRule), framed.Width, 0.1f);
        Assert.Equal(plain.Height + FrameGap + FrameRule, framed.Height, 0.1f);
        Assert.Equal(plain.Depth + FrameGap + FrameRule, framed.Depth, 0.1f);
        Assert.Equal(plain.Glyphs[0].X + FrameGap + FrameRule, framed.Glyphs[0].X, 0.1f);
    }

    [Theory]
    [InlineData(@"\phantom{\frac{a}{b}}", true, true, true)]
    [InlineData(@"\hphantom{\frac{a}{b}}", true, false, false)]
    [InlineData(@"\vphantom{\frac{a}{b}}", false, true, true)]
    [InlineData(@"\smash{\frac{a}{b}}", true, false, false)]
    [InlineData(@"\smash[b]{\frac{a}{b}}", true, true, false)]
    [InlineData(@"\smash[t]{\frac{a}{b}}", true, false, true)]
    public void Phantoms_take_room_and_show_nothing_and_smashes_the_reverse(string source, bool width, bool height, bool depth)
    {
        var (whole, measured) = (shelf.Lay(@"\frac{a}{b}"), shelf.Lay(source));
        Assert.Equal(width ? whole.Width : 0, measured.Width, 0.1f);
        Assert.Equal(height ? whole.Height : 0, measured.Height, 0.1f);
        Assert.Equal(depth ? whole.Depth : 0, measured.Depth, 0.1f);
        Assert.Equal(source.Contains("smash", StringComparison.Ordinal) ? 2 : 0, measured.Glyphs.Length);
    }

    [Theory]
    [InlineData(@"\mathrlap", 0)]
    [InlineData(@"\mathclap", -0.5f)]
    [InlineData(@"\mathllap", -1)]
    public void What_is_lapped_reaches_out_to_its_side(string command, float share)
    {
        var lapped = shelf.Lay(command + "{ww}");
        Assert.Equal(0, lapped.Width);
        Assert.Equal(share * shelf.Lay("ww").Width, lapped.Glyphs[0].X, 0.1f);
    }

    [Theory]
    [InlineData("10pt", 1000)]
    [InlineData("-5pt", -500)]
    [InlineData("1.5em", 1500)]
    [InlineData("18mu", 1000)]
    [InlineData("1in", 7227)]
    [InlineData("1 cm", 2845.28f)]
    public void A_length_has_TeX_s_units(string length, float width)
    {
        Assert.Equal(shelf.Lay("ab").Width + width, shelf.Lay($@"a\kern {length} b").Width, 0.5f);
        Assert.Equal(shelf.Lay("ab").Width + width, shelf.Lay($@"a\hspace{{{length}}}b").Width, 0.5f);
    }

    [Fact]
    public void The_number_of_a_formula_stands_two_ems_to_its_right_in_parentheses()
    {
        var (plain, tagged) = (shelf.Lay("a = b"), shelf.Lay(@"a \tag{1} = b"));
        Assert.Equal(plain.Glyphs.ToArray(), tagged.Glyphs[..plain.Glyphs.Length].ToArray());
        Assert.Equal(plain.Width + 2000, tagged.Glyphs[plain.Glyphs.Length].X, 0.1f);
        Assert.Equal(shelf.Lay(@"\text{(1)}").Glyphs.Select(it => it.Glyph), tagged.Glyphs[plain.Glyphs.Length..].Select(it => it.Glyph));
        Assert.Equal(shelf.Lay(@"a = b \quad\quad \text{A}").Width, shelf.Lay(@"a = b \tag*{A}").Width, 0.1f);
    }
}
