using System.Globalization;
using System.Xml.Linq;

namespace BackpropAnimator.Typesetting;

/// <summary>A formula as MathML Core, for pages: browsers set it, and screen readers read it.</summary>
public static class FormulaMarkup
{
    static readonly XNamespace mathML = "http://www.w3.org/1998/Math/MathML";

    /// <summary>The element <c>math</c> of a formula.</summary>
    /// <param name="source">Without problems: see <see cref="Formula.Check"/>.</param>
    /// <param name="isDisplay">Whether it stands on a line of its own.</param>
    public static XElement Of(string source, bool isDisplay = false)
    {
        var math = new XElement(mathML + "math", Row(FormulaParser.Parse(source).Root.Items));
        if (isDisplay) math.SetAttributeValue("display", "block");
        return math;
    }

    // Items of a row; a switch of style takes all that follow into an element of its own.
    static IEnumerable<XElement> Row(IReadOnlyList<MathNode> items)
    {
        for (var i = 0; i < items.Count; i++)
        {
            if (items[i] is StyleSwitch style)
            {
                yield return Styled(style.Level, Row([.. items.Skip(i + 1)]));
                yield break;
            }
            if (i > 0 && IsFunction(items[i]) && IsOperand(items[i - 1])) yield return Thin();
            yield return IsSign(items, i) ? With(Element(items[i]), "form", "prefix") : Element(items[i]);
            if (i < items.Count - 1 && IsFunction(items[i]) && IsOperand(items[i + 1]) && !IsFunction(items[i + 1])) yield return Thin();
        }
    }

    // A name such as ln keeps a thin space from what it is of, but for parentheses. The TeXbook, chapter 18.
    static bool IsFunction(MathNode node) =>
        node is Operator { IsLarge: false, Body: Symbol } or Scripts { Nucleus: Operator { IsLarge: false } };

    // A minus after an opening parenthesis, an equals sign or another operator belongs to the number, with no space between. The TeXbook,
    // chapter 18: such a binary operator is an ordinary symbol. Where nothing stands before it, browsers see that for themselves.
    static bool IsSign(IReadOnlyList<MathNode> items, int i) =>
        items[i] is Symbol { Class: AtomClass.Binary } && i > 0
        && items[i - 1] is Symbol { Class: AtomClass.Opening or AtomClass.Relation or AtomClass.Binary or AtomClass.Punctuation };

    static bool IsOperand(MathNode node) => node is not (Fenced or Gap or Symbol { Class: not (AtomClass.Ordinary or AtomClass.Inner) });

    static XElement Thin() => With(Named("mspace"), "width", "0.167em");

    static XElement Element(MathNode node) => node switch
    {
        Symbol symbol => MarkupSigns.Of(mathML, symbol),
        Words words => Named("mtext", words.Shown.Replace(' ', '\u00A0')),
        // A sign in braces is that of a number: {−}3.
        Group { Items: [Symbol { Class: AtomClass.Binary } sign] } => With(Element(sign), "form", "prefix"),
        Group group => Grouped(group.Items),
        NamedPart part => With(Grouped(part.Items), "class", $"part-{part.Name}"),
        Tinted tinted => With(Grouped(tinted.Items), "mathcolor", $"#{tinted.Color.Red:x2}{tinted.Color.Green:x2}{tinted.Color.Blue:x2}"),
        Operator sign => OperatorOf(sign),
        Scripts scripts => ScriptsOf(scripts),
        Fraction fraction => FractionOf(fraction),
        Radical { Degree: { } degree } root => Named("mroot", Element(root.Radicand), Element(degree)),
        Radical root => Named("msqrt", Element(root.Radicand)),
        Accent accent => MarkupSigns.Accented(mathML, accent, Element(accent.Nucleus)),
        Negated negated => Negation(negated),
        Barred barred => Marked(barred.IsOver, "\u203E", Element(barred.Body)),
        Braced braced => Marked(braced.IsOver, $"{braced.Sign}", Element(braced.Body)),
        LabelledArrow arrow => Arrow(arrow),
        Boxed boxed => With(Named("mrow", Element(boxed.Body)), "class", "boxed"),
        Struck struck => With(Named("mrow", Element(struck.Body)), "class", "struck"),
        Measured measured => MeasuredOf(measured),
        Lapped lapped => With(Named("mpadded", Element(lapped.Body)), "width", "0"),
        Fenced fenced => FencedOf(fenced),
        BigDelimiter big => BigOf(big),
        Grid grid => GridOf(grid),
        Gap gap => With(Named("mspace"), "width", string.Create(CultureInfo.InvariantCulture, $"{gap.Width.Ems:0.###}em")),
        InlineMath math => Styled(StyleLevel.Text, Row(math.Items)),
        StyleSwitch => Named("mrow"),
        _ => throw new NotSupportedException(node.ToString()),
    };

    static XElement Grouped(IReadOnlyList<MathNode> items) => Named("mrow", Row(items));

    static XElement OperatorOf(Operator sign)
    {
        var body = Element(sign.Body);
        if (!sign.IsLarge) return body;
        body.Name = mathML + "mo";
        body.SetAttributeValue("movablelimits", sign.Limits == LimitPlacement.UnderInDisplay ? "true" : null);
        return body;
    }

    static XElement ScriptsOf(Scripts scripts)
    {
        var nucleus = Element(scripts.Nucleus);
        var isUnder = scripts.Nucleus is Operator { Limits: not LimitPlacement.Beside };
        return (scripts.Sub, scripts.Super) switch
        {
            ({ } sub, { } super) => Named(isUnder ? "munderover" : "msubsup", nucleus, Element(sub), Element(super)),
            ({ } sub, null) => Named(isUnder ? "munder" : "msub", nucleus, Element(sub)),
            (null, { } super) => Named(isUnder ? "mover" : "msup", nucleus, Element(super)),
            _ => nucleus,
        };
    }

    static XElement FractionOf(Fraction fraction)
    {
        var element = Named("mfrac", Element(fraction.Numerator), Element(fraction.Denominator));
        if (!fraction.HasRule) element.SetAttributeValue("linethickness", "0");
        return fraction.Style is { } style ? Styled(style, [element]) : element;
    }

    static XElement Negation(Negated negated)
    {
        var element = Element(negated.Nucleus);
        if (element.HasElements) return With(Named("mrow", element), "class", "struck");
        element.Value += Negated.Slash;
        return element;
    }

    static XElement Arrow(LabelledArrow arrow)
    {
        var sign = With(Named("mo", $"{arrow.Sign}"), "stretchy", "true");
        return arrow.Below is { } below
            ? Named("munderover", sign, Element(below), Element(arrow.Above))
            : Named("mover", sign, Element(arrow.Above));
    }

    static XElement MeasuredOf(Measured measured)
    {
        var body = Element(measured.Body);
        var element = Named("mpadded", measured.IsShown ? body : Named("mphantom", body));
        if (!measured.Takes.HasFlag(Extents.Width)) element.SetAttributeValue("width", "0");
        if (!measured.Takes.HasFlag(Extents.Height)) element.SetAttributeValue("height", "0");
        if (!measured.Takes.HasFlag(Extents.Depth)) element.SetAttributeValue("depth", "0");
        return element;
    }

    static XElement FencedOf(Fenced fenced)
    {
        var row = Named("mrow");
        for (var i = 0; i < fenced.Delimiters.Length; i++)
        {
            if (fenced.Delimiters[i] is { } fence) row.Add(Fence(fence));
            if (i < fenced.Segments.Length) row.Add(Row(fenced.Segments[i].Items));
        }
        return row;
    }

    static XElement BigOf(BigDelimiter big)
    {
        if (big.Character is not { } fence) return Named("mrow");
        var size = string.Create(CultureInfo.InvariantCulture, $"{big.Size:0.##}em");
        return With(With(Fence(fence), "minsize", size), "maxsize", size);
    }

    static XElement Fence(int character) =>
        With(With(Named("mo", char.ConvertFromUtf32(character)), "fence", "true"), "stretchy", "true");

    static XElement GridOf(Grid grid)
    {
        var table = Named("mtable", grid.Rows.Select(row => Named("mtr", row.Cells.Select((cell, i) => With(
            Named("mtd", Row(cell.Items)), "class", ClassOf(grid.Form.Columns[i % grid.Form.Columns.Length]))))));
        table.SetAttributeValue("displaystyle", grid.Form.Level == StyleLevel.Display ? "true" : null);
        if (grid.Form.IsPaired) table.SetAttributeValue("class", "paired");
        return table;

        static string? ClassOf(Alignment alignment) => alignment switch
        {
            Alignment.Left => "left",
            Alignment.Right => "right",
            Alignment.Center => null,
            _ => throw new ArgumentOutOfRangeException(nameof(alignment), alignment, null),
        };
    }

    static XElement Styled(StyleLevel level, IEnumerable<XElement> content)
    {
        var style = Named("mstyle", content);
        style.SetAttributeValue("displaystyle", level == StyleLevel.Display ? "true" : "false");
        style.SetAttributeValue("scriptlevel", level switch
        {
            StyleLevel.Display or StyleLevel.Text => "0",
            StyleLevel.Script => "1",
            StyleLevel.ScriptScript => "2",
            _ => throw new ArgumentOutOfRangeException(nameof(level), level, null),
        });
        return style;
    }

    static XElement Marked(bool isOver, string mark, XElement body) =>
        Named(isOver ? "mover" : "munder", body, With(Named("mo", mark), "stretchy", "true"));

    static XElement Named(string name, params object[] content) => new(mathML + name, content);

    static XElement With(XElement element, string name, string? value)
    {
        element.SetAttributeValue(name, value);
        return element;
    }
}
