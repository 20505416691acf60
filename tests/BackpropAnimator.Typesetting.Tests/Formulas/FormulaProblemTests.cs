namespace BackpropAnimator.Typesetting.Tests;

[Collection(nameof(ShelfTests))]
public sealed class FormulaProblemTests(Shelf shelf)
{
    [Theory]
    [InlineData(@"\frac{a}{b", 9, "'{' is never closed")]
    [InlineData(@"{a+b", 1, "'{' is never closed")]
    [InlineData("a}b", 2, "'}' has nothing to close")]
    [InlineData(@"a + \fraq{a}{b}", 5, @"unknown command '\fraq'")]
    [InlineData(@"\frac{a}", 9, @"\frac misses an argument")]
    [InlineData(@"\frac", 6, @"\frac misses an argument")]
    [InlineData(@"\sqrt", 6, @"\sqrt misses an argument")]
    [InlineData(@"\sqrt[3{x}", 6, "'[' is never closed")]
    [InlineData("x^", 3, "'^' misses an argument")]
    [InlineData("x_", 3, "'_' misses an argument")]
    [InlineData("{x_}", 4, "'_' misses an argument")]
    [InlineData("x^^2", 3, "'^' misses an argument")]
    [InlineData("x^a^b", 4, "two superscripts")]
    [InlineData("x_a_b", 4, "two subscripts")]
    [InlineData("x^a'", 4, "two superscripts")]
    [InlineData(@"\left( x", 1, @"no '\right'")]
    [InlineData(@"x \right)", 3, @"'\right' has nothing to close")]
    [InlineData(@"\left x \right)", 7, @"no delimiter follows \left")]
    [InlineData(@"\left( \frac{a}{b \right)", 16, "'{' is never closed")]
    [InlineData(@"\big x", 6, @"no delimiter follows \big")]
    [InlineData(@"a & b", 3, "'&' has nothing to close")]
    [InlineData(@"a \\ b", 3, @"'\\' has nothing to close")]
    [InlineData(@"\begin{matrix} a & b", 1, "never ended")]
    [InlineData(@"\begin{matrix} a \end{bmatrix}", 18, @"'\end{bmatrix}' ends '\begin{matrix}'")]
    [InlineData(@"\begin{matrx} a \end{matrx}", 8, "unknown environment 'matrx'")]
    [InlineData(@"\begin", 7, @"\begin misses an argument")]
    [InlineData(@"a \end{matrix}", 3, @"'\end' has nothing to close")]
    [InlineData(@"\part{}{x}", 7, "no name for a part")]
    [InlineData(@"\part{a", 6, "'{' is never closed")]
    [InlineData(@"\part{a}", 9, @"\part misses an argument")]
    [InlineData(@"\part{#1}{x}", 7, "no name for a part")]
    [InlineData(@"\color{forwrd}{x}", 8, "unknown colour 'forwrd'")]
    [InlineData(@"\color{#12345}{x}", 8, "unknown colour '#12345'")]
    [InlineData(@"\text x", 7, @"\text misses an argument")]
    [InlineData(@"\text{a \frac}", 9, @"no command can stand inside \text")]
    [InlineData(@"x\limits_i", 2, "takes no limits")]
    [InlineData(@"\limits", 1, "nothing before it that takes limits")]
    [InlineData(@"a \", 3, "a backslash ends the formula")]
    [InlineData("$x", 1, "this '$' is never closed")]
    [InlineData("$$x$", 1, "this '$$' is never closed")]
    [InlineData(@"\(x", 1, @"this '\(' is never closed")]
    [InlineData(@"x\)", 2, @"'\)' has nothing to close")]
    [InlineData(@"\text{if $x}", 10, "this '$' is never closed")]
    [InlineData(@"\text{caf\'e}", 10, @"'\'' is no accent here")]
    [InlineData(@"a \over b \over c", 11, @"\over is the second of its kind in one group")]
    [InlineData(@"\begin{matrix} a \\[b] c \end{matrix}", 20, @"'[b]' after \\ is no length")]
    [InlineData(@"\begin{array}{lx} a \end{array}", 15, "'x' is no column of an array")]
    [InlineData(@"\begin{array}{} a \end{array}", 15, "an array has 1 to 40 columns, and this one 0")]
    [InlineData(@"\begin{array}{lc} a & b & c \end{array}", 25, "a cell more than the array has columns, which are 2")]
    [InlineData(@"\begin{array}{l} \cline{x} a \end{array}", 18, @"\cline names no columns")]
    [InlineData(@"\begin{array}{l} a \hline \end{array}", 20, @"\hline stands inside a row")]
    [InlineData(@"\begin{pmatrix}[r] 1 \end{pmatrix}", 16, "pmatrix takes no '[r]'")]
    [InlineData(@"\begin{align}[t] 1 \end{align}", 14, "align takes no '[t]'")]
    [InlineData(@"a \kern b", 9, @"\kern needs a length")]
    [InlineData(@"a \hspace{3px} b", 10, @"\hspace needs a length")]
    [InlineData(@"a \kern 999em b", 9, @"\kern needs a length")]
    [InlineData(@"\smash[x]{a}", 7, @"'[x]' after \smash")]
    [InlineData(@"a \tag{1} \tag{2}", 11, "one line has two tags")]
    [InlineData(@"\substack x", 11, @"\substack misses an argument")]
    [InlineData(@"\xrightarrow[a{b}", 13, "'[' is never closed")]
    [InlineData(@"\boxed", 7, @"\boxed misses an argument")]
    [InlineData("a # b", 3, "'#' has no meaning")]
    [InlineData("a \ud83d b", 3, "has no meaning")]
    public void A_problem_is_named_with_its_column(string source, int column, string message)
    {
        var problem = Formula.Check(source)[0];
        Assert.Equal(column, problem.Column);
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
        var thrown = Assert.Throws<FormulaException>(() => shelf.Fonts.Lay(source, 20));
        Assert.Equal(source, thrown.FormulaSource);
        Assert.Contains(problem, thrown.Problems);
    }

    [Theory]
    [InlineData(@"\fraq{a}{b}", @"\frac")]
    [InlineData(@"\detla", @"\delta")]
    [InlineData(@"\sigm", @"\sigma")]
    [InlineData(@"\leftarow", @"\leftarrow")]
    [InlineData(@"\bta", @"\beta")]
    [InlineData(@"\tua", @"\tau")]
    [InlineData(@"\sinn", @"\sin")]
    [InlineData(@"\textcolr{red}{x}", @"\textcolor")]
    [InlineData(@"\textcolor{gren}{x}", "green")]
    [InlineData(@"\opertorname{x}", @"\operatorname")]
    [InlineData(@"\begin{pmatrx}x\end{pmatrx}", "pmatrix")]
    [InlineData(@"\color{eror}{x}", "error")]
    public void A_near_name_is_suggested(string source, string suggestion) =>
        Assert.Contains($"'{suggestion}'", Formula.Check(source)[0].Hint!, StringComparison.Ordinal);

    [Theory]
    [InlineData(@"\qwertzuiop")]
    [InlineData(@"\tas")]
    [InlineData(@"\foo")]
    [InlineData(@"\mat")]
    [InlineData(@"\hq")]
    public void A_name_that_is_no_likely_slip_gets_no_suggestion(string source) => Assert.Null(Assert.Single(Formula.Check(source)).Hint);

    [Theory]
    [InlineData(@"{\bf x}", @"write \mathbf{…}")]
    [InlineData(@"\vect{v}", @"write \vec{…}")]
    [InlineData(@"x \label{eq}", "leave it out: nothing refers to a formula here")]
    [InlineData(@"\sinc x", @"write \operatorname{sinc}")]
    [InlineData(@"\softmax(z)", @"write \operatorname{softmax}")]
    public void A_command_of_other_packages_is_told_what_stands_for_it(string source, string hint) =>
        Assert.Equal(hint, Assert.Single(Formula.Check(source)).Hint);

    [Fact]
    public void All_problems_are_found_at_once_from_left_to_right()
    {
        var problems = Formula.Check(@"\foo + {\frac{a}} + {x^} + \part{p}{\bar} }");
        Assert.Equal(problems.Select(problem => problem.Column).Order(), problems.Select(problem => problem.Column));
        Assert.True(problems.Length >= 4);
    }

    [Theory]
    [InlineData("漢", 1, "'漢' (U+6F22, Han)", "\\text")]
    [InlineData("a + ж", 5, "'ж' (U+0436, Cyrillic)", "\\text")]
    [InlineData("x²", 2, "'²' (U+00B2, a symbol)", "write ^2")]
    [InlineData("Wᵀ", 2, "'ᵀ' (U+1D40, Latin)", "write ^T")]
    [InlineData("xᵢ", 2, "'ᵢ' (U+1D62, Latin)", "write _i")]
    [InlineData(@"\text{漢}", 7, "'漢' (U+6F22, Han)", "")]
    public void A_letter_that_the_font_lacks_is_named(string source, int column, string message, string hint)
    {
        var problem = Assert.Single(shelf.Fonts.Check(source));
        Assert.Equal(column, problem.Column);
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
        Assert.Contains(hint, problem.Hint!, StringComparison.Ordinal);
        Assert.Throws<FormulaException>(() => shelf.Fonts.Lay(source, 20));
    }

    [Fact]
    public void Every_named_sign_and_letter_is_in_the_font()
    {
        var names = Symbols.ByName.Keys.Concat(Symbols.Letters.Keys).Concat(Symbols.LargeByName.Keys).Concat(Functions.ByName.Keys);
        Assert.All(names, name => Assert.Empty(shelf.Fonts.Check($@"\{name} x")));
    }

    [Fact]
    public void Every_alphabet_shows_every_letter()
    {
        const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
        // Calligraphic and script alphabets have capitals only, as in TeX.
        string[] capitalsOnly = ["mathcal", "mathscr"];
        Assert.All(Alphabet.ByCommand.Keys.Except(capitalsOnly), command => Assert.Empty(shelf.Fonts.Check($@"\{command}{{{Letters}}}")));
        Assert.All(capitalsOnly, command => Assert.Empty(shelf.Fonts.Check($@"\{command}{{{Letters[..26]}}}")));
        Assert.Empty(shelf.Fonts.Check(@"\boldsymbol{\alpha\beta\partial\nabla\Omega} \mathbf{\Sigma\sigma} \mathit{\Gamma}"));
    }

    [Fact]
    public void Nesting_and_length_have_limits_that_are_told()
    {
        var deep = string.Concat(Enumerable.Repeat(@"\sqrt{", 50)) + "x" + new string('}', 50);
        Assert.Contains(Formula.Check(deep), problem => problem.Message.Contains("nested more than", StringComparison.Ordinal));
        var hats = string.Concat(Enumerable.Repeat(@"\hat", 400));
        Assert.Contains(Formula.Check(hats), problem => problem.Message.Contains("nested more than", StringComparison.Ordinal));
        Assert.Contains(
            "characters; the most is", Assert.Single(Formula.Check(new string('x', 100_000))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_exception_tells_everything_in_its_message()
    {
        var thrown = Assert.Throws<FormulaException>(() => shelf.Fonts.Lay(@"\detla + x^", 20));
        Assert.Contains(@"1: unknown command '\detla' (did you mean '\delta'?)", thrown.Message, StringComparison.Ordinal);
        Assert.Contains("12: '^' misses an argument", thrown.Message, StringComparison.Ordinal);
    }
}
