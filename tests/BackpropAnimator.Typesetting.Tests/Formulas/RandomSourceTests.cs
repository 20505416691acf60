using SkiaSharp;

namespace BackpropAnimator.Typesetting.Tests;

[Collection(nameof(ShelfTests))]
public sealed class RandomSourceTests(Shelf shelf)
{
    static readonly string[] Fragments =
    [
        "x", "W", "0.731", "12", "+", "-", "=", ",", "(", ")", "[", "]", "{", "}", "{", "}", "^", "_", "'", "&", @"\\", " ", "~", "|", "/",
        @"\frac", @"\frac{a}{b}", @"\sqrt", @"\sqrt[3]", @"\sum", @"\int", @"\max", @"\left(", @"\right)", @"\left", @"\right", @"\middle|",
            @"\right.",
        @"\hat", @"\vec", @"\widehat", @"\overline", @"\underbrace", @"\overbrace", @"\cancel", @"\phantom", @"\mathclap", @"\text{ab}",
            @"\text", @"\mathrm{d}",
        @"\mathbf", @"\mathbb", @"\operatorname", @"\operatorname*{m}", @"\part{p}", @"\part{q}{z}", @"\part", @"\color{error}", @"\color",
            @"\big(", @"\Bigg",
        @"\begin{matrix}", @"\end{matrix}", @"\begin{cases}", @"\end{cases}", @"\begin{aligned}", @"\end{aligned}", @"\begin", @"\end",
            @"\binom",
        @"\overset", @"\limits", @"\nolimits", @"\displaystyle", @"\scriptstyle", @"\,", @"\quad", @"\!", @"\delta", @"\partial", @"\odot",
            @"\dots", @"\{",
        @"\boxed", @"\textcolor{red}", @"\substack{a \\ b}", @"\over", @"\choose", @"\(", @"\)", @"\[", @"\]", "$", "$$", @"\not",
        @"\tag{1}", @"\kern", @"\kern3pt", @"\hspace{2em}", @"\smash[b]", @"\vphantom", @"\hphantom", @"\begin{array}{r|c}",
        @"\end{array}", @"\hline", @"\cline{1-2}", @"\\[4pt]", "[t]", @"\begin{align}", @"\end{align}", @"\begin{pmatrix*}[r]",
        @"\end{pmatrix*}", @"\overrightarrow", @"\begin{smallmatrix}", @"\end{smallmatrix}", @"\underleftarrow", @"\xrightarrow[a]{b}",
        @"\text{a $x$}", @"\underbracket", @"\textbf{a}", @"\mathrlap",
        @"\|", @"\", "#", "$", "ŷ", "δ", "∂", "∑", "漢", "²", "\u0302", "\ud835", "\t", "\0", "🙂",
    ];

    [Fact]
    public void Any_sequence_of_fragments_is_laid_out_or_diagnosed()
    {
        var random = new Random(20240607);
        var laidOut = 0;
        for (var i = 0; i < 4000; i++)
        {
            var source = string.Concat(Enumerable.Range(0, random.Next(1, 16)).Select(_ => Fragments[random.Next(Fragments.Length)]));
            if (IsLaidOut(source)) laidOut++;
        }
        Assert.True(laidOut > 200, $"only {laidOut} were formulas: the test looks at too few layouts");
    }

    [Fact]
    public void Any_sequence_of_characters_is_laid_out_or_diagnosed()
    {
        const string Characters = @"\\\\{{{}}}^_&'[]()|abcdefghilmnoprstxyz0123456789.,+-=<>~$#%! δ∂ŷ";
        var random = new Random(1986);
        for (var i = 0; i < 4000; i++)
            IsLaidOut(string.Concat(Enumerable.Range(0, random.Next(1, 60)).Select(_ => Characters[random.Next(Characters.Length)])));
    }

    [Fact]
    public void A_formula_cut_anywhere_is_laid_out_or_diagnosed()
    {
        foreach (var line in FormulaSpecimen.Lines)
            for (var end = 0; end < line.Length; end++)
            {
                IsLaidOut(line[..end]);
                IsLaidOut(line[end..]);
            }
    }

    bool IsLaidOut(string source)
    {
        var problems = shelf.Fonts.Check(source);
        Assert.All(problems, problem => Assert.InRange(problem.Column, 1, source.Length + 1));
        if (!problems.IsEmpty) return false;
        var layout = shelf.Fonts.Lay(source, 24);
        Assert.All(layout.Glyphs, glyph => Assert.True(float.IsFinite(glyph.X + glyph.Y) && glyph is { Size: > 0, Glyph: > 0 }));
        Assert.True(float.IsFinite(layout.Width) && float.IsFinite(layout.Height) && float.IsFinite(layout.Depth));
        var bounds = SKRect.Inflate(layout.BoundsAt(SKPoint.Empty), 0.01f, 0.01f);
        Assert.All(layout.Parts, part => Assert.True(!Ink.HasArea(part.Bounds) || bounds.Contains(part.Bounds)));
        return true;
    }
}
