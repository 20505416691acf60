using System.Xml.Linq;

namespace BackpropAnimator.Typesetting.Tests;

public class FormulaMarkupTests
{
    static readonly XNamespace mathML = "http://www.w3.org/1998/Math/MathML";

    // What MathML Core knows: anything else is shown as plain text by browsers.
    static readonly HashSet<string> known =
    [
        "math", "mi", "mn", "mo", "mtext", "mrow", "mstyle", "mspace", "mfrac", "msqrt", "mroot", "msub", "msup", "msubsup", "munder",
        "mover", "munderover", "mtable", "mtr", "mtd", "mpadded", "mphantom",
    ];

    // How many children an element must have.
    static readonly Dictionary<string, int> children = new()
    {
        ["mfrac"] = 2, ["mroot"] = 2, ["msub"] = 2, ["msup"] = 2, ["munder"] = 2, ["mover"] = 2, ["msubsup"] = 3, ["munderover"] = 3,
    };

    static string Inner(string source) =>
        string.Concat(FormulaMarkup.Of(source).Nodes().Select(node => node.ToString(SaveOptions.DisableFormatting)))
            .Replace($" xmlns=\"{mathML}\"", "", StringComparison.Ordinal);

    [Theory]
    [InlineData("x + 10", "<mi>x</mi><mo>+</mo><mn>10</mn>")]
    [InlineData(@"\frac{\partial L}{\partial w}", "<mfrac><mrow><mi>∂</mi><mi>L</mi></mrow><mrow><mi>∂</mi><mi>w</mi></mrow></mfrac>")]
    [InlineData(@"\sigma'(z)", "<msup><mi>σ</mi><mi mathvariant=\"normal\">′</mi></msup>"
        + "<mo form=\"prefix\" stretchy=\"false\">(</mo><mi>z</mi><mo form=\"postfix\" stretchy=\"false\">)</mo>")]
    [InlineData("w^{(2)}_{11}", "<msubsup><mi>w</mi><mrow><mn>11</mn></mrow><mrow><mo form=\"prefix\" stretchy=\"false\">(</mo>"
        + "<mn>2</mn><mo form=\"postfix\" stretchy=\"false\">)</mo></mrow></msubsup>")]
    [InlineData(@"\sum_k a", "<munder><mo movablelimits=\"true\">∑</mo><mi>k</mi></munder><mi>a</mi>")]
    [InlineData(@"y \ln a", "<mi>y</mi><mspace width=\"0.167em\" /><mi>ln</mi><mspace width=\"0.167em\" /><mi>a</mi>")]
    [InlineData(@"\max(0", "<mi>max</mi><mo form=\"prefix\" stretchy=\"false\">(</mo><mn>0</mn>")]
    [InlineData("a = -3", "<mi>a</mi><mo>=</mo><mo form=\"prefix\">−</mo><mn>3</mn>")]
    [InlineData("(-b", "<mo form=\"prefix\" stretchy=\"false\">(</mo><mo form=\"prefix\">−</mo><mi>b</mi>")]
    [InlineData("{+}2", "<mo form=\"prefix\">+</mo><mn>2</mn>")]
    [InlineData("a - b", "<mi>a</mi><mo>−</mo><mi>b</mi>")]
    [InlineData(@"\hat{y}", "<mover accent=\"true\"><mrow><mi>y</mi></mrow><mo stretchy=\"false\">^</mo></mover>")]
    [InlineData(@"\text{<b> & co}", "<mtext>&lt;b&gt;\u00A0&amp;\u00A0co</mtext>")]
    [InlineData(@"\begin{matrix} 1 & 2 \cr [3] \end{matrix}", "<mtable><mtr><mtd><mn>1</mn></mtd><mtd><mn>2</mn></mtd></mtr>"
        + "<mtr><mtd><mo form=\"prefix\" stretchy=\"false\">[</mo><mn>3</mn>"
        + "<mo form=\"postfix\" stretchy=\"false\">]</mo></mtd></mtr></mtable>")]
    public void A_formula_is_written_as_browsers_read_it(string source, string markup) => Assert.Equal(markup, Inner(source));

    [Fact]
    public void Everything_that_formulas_can_be_written_with_has_a_form_that_browsers_know() =>
        Assert.All(FormulaNotation.Kinds.SelectMany(kind => kind.Notations), notation =>
        {
            var elements = FormulaMarkup.Of(notation.Example).DescendantsAndSelf().ToList();

            Assert.Empty(elements.Select(element => element.Name.LocalName).Except(known));
            Assert.All(elements, element => Assert.True(
                !children.TryGetValue(element.Name.LocalName, out var count) || element.Elements().Count() == count,
                $"{notation.Example}: {element}"));
        });
}
