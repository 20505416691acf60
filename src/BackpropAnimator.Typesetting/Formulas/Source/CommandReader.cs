namespace BackpropAnimator.Typesetting;

/// <summary>Reads a command: a backslash with a name, and its arguments.</summary>
internal static class CommandReader
{
    delegate MathNode? Construct(FormulaParser parser, int column);

    // Eighteenths of an em.
    static readonly Dictionary<string, float> Spaces = new()
    {
        ["!"] = -3, [","] = 3, [":"] = 4, [">"] = 4, [";"] = 5, [" "] = 6,
        ["thinspace"] = 3, ["enspace"] = 9, ["quad"] = 18, ["qquad"] = 36,
    };

    static readonly Dictionary<string, StyleLevel> Styles = new()
    {
        ["displaystyle"] = StyleLevel.Display,
        ["textstyle"] = StyleLevel.Text,
        ["scriptstyle"] = StyleLevel.Script,
        ["scriptscriptstyle"] = StyleLevel.ScriptScript,
    };

    static readonly Dictionary<string, Construct> Constructs = new()
    {
        ["frac"] = (parser, column) => Fraction(parser, column, "\\frac", null),
        ["dfrac"] = (parser, column) => Fraction(parser, column, "\\dfrac", StyleLevel.Display),
        ["tfrac"] = (parser, column) => Fraction(parser, column, "\\tfrac", StyleLevel.Text),
        ["binom"] = Binomial,
        ["sqrt"] = Root,
        ["overline"] = (parser, column) => new Barred(column, IsOver: true, parser.Argument("\\overline")),
        ["underline"] = (parser, column) => new Barred(column, IsOver: false, parser.Argument("\\underline")),
        ["overbrace"] = (parser, column) => Brace(parser, column, isOver: true),
        ["underbrace"] = (parser, column) => Brace(parser, column, isOver: false),
        ["overset"] = (parser, column) => Stack(parser, column, isOver: true),
        ["underset"] = (parser, column) => Stack(parser, column, isOver: false),
        ["stackrel"] = (parser, column) => Stack(parser, column, isOver: true),
        ["cancel"] = (parser, column) => new Struck(column, parser.Argument("\\cancel")),
        ["phantom"] = (parser, column) => new Phantom(column, parser.Argument("\\phantom")),
        ["mathclap"] = (parser, column) => new Lapped(column, parser.Argument("\\mathclap")),
        ["operatorname"] = OperatorName,
        ["text"] = (parser, column) => Text(parser, column, "\\text"),
        ["mbox"] = (parser, column) => Text(parser, column, "\\mbox"),
        ["dots"] = (parser, column) => new Symbol(column, JoinsNext(parser) ? "⋯" : "…", AtomClass.Inner),
        ["part"] = Part,
        ["color"] = Color,
        ["left"] = FenceReader.Read,
        ["begin"] = GridReader.Read,
    };

    // A property, not a field: it looks at the tables above, which have to be filled first.
    static IEnumerable<string> KnownNames =>
        Symbols.ByName.Keys.Concat(Symbols.Letters.Keys).Concat(Symbols.LargeByName.Keys).Concat(Functions.ByName.Keys)
        .Concat(Accents.ByCommand.Keys).Concat(Alphabet.ByCommand.Keys).Concat(Spaces.Keys).Concat(Styles.Keys).Concat(Constructs.Keys)
        .Concat(FenceReader.BigNames).Concat(["right", "middle", "end", "limits", "nolimits"]).Where(name => name.Length > 1);

    public static MathNode? Read(FormulaParser parser)
    {
        var column = parser.Cursor.Column;
        var name = parser.Cursor.PeekCommand();
        parser.Cursor.Skip(1 + name.Length);

        if (Symbols.ByName.TryGetValue(name, out var sign)) return new Symbol(column, parser.Alphabet.Show(sign.Character), sign.Class);
        if (Symbols.Letters.TryGetValue(name, out var letter)) return new Symbol(column, parser.Alphabet.Show(letter), AtomClass.Ordinary);
        if (Symbols.LargeByName.TryGetValue(name, out var large)) return large with { Column = column };
        if (Functions.ByName.TryGetValue(name, out var function)) return function with { Column = column };
        if (Accents.ByCommand.TryGetValue(name, out var accent))
            return new Accent(column, accent.Mark, accent.IsWide, parser.Argument($"\\{name}"));
        if (Alphabet.ByCommand.TryGetValue(name, out var alphabet)) return parser.ArgumentIn(alphabet, $"\\{name}");
        if (Spaces.TryGetValue(name, out var mu)) return new Gap(column, mu);
        if (Styles.TryGetValue(name, out var style)) return new StyleSwitch(column, style);
        if (Constructs.TryGetValue(name, out var construct)) return construct(parser, column);
        if (FenceReader.TryReadBig(parser, column, name) is { } big) return big;

        ReportUnknown(parser, column, name);
        return null;
    }

    static void ReportUnknown(FormulaParser parser, int column, string name)
    {
        var hint = NearestName.Of(name, KnownNames) is { } near ? $"did you mean '\\{near}'?" : null;
        if (name.Length == 0) parser.Report(column, "a backslash ends the formula", "write the command's name after it");
        else if (name is "limits" or "nolimits") parser.Report(column, $"\\{name} has nothing before it that takes limits");
        else parser.Report(column, $"unknown command '\\{name}'", hint);
    }

    static Fraction Fraction(FormulaParser parser, int column, string name, StyleLevel? style) =>
        new(column, parser.Argument(name), parser.Argument(name), HasRule: true, style);

    static Fenced Binomial(FormulaParser parser, int column)
    {
        var pile = new Fraction(column, parser.Argument("\\binom"), parser.Argument("\\binom"), HasRule: false, null);
        return new(column, ['(', ')'], [new Group(column, [pile])]);
    }

    static Radical Root(FormulaParser parser, int column)
    {
        MathNode? degree = null;
        parser.Cursor.SkipSpace();
        var opening = parser.Cursor.Column;
        if (parser.Cursor.TrySkip('['))
        {
            degree = new Group(opening, parser.Row(Closer.Bracket));
            parser.Close(']', opening, "[");
        }
        return new(column, parser.Argument("\\sqrt"), degree);
    }

    static Operator Brace(FormulaParser parser, int column, bool isOver)
    {
        var body = parser.Argument(isOver ? "\\overbrace" : "\\underbrace");
        // Plain TeX makes it an operator, which takes away the spaces of a sign that follows ("{…} + c").
        return new(column, new Braced(column, isOver, body), IsLarge: false, LimitPlacement.Under, AtomClass.Ordinary);
    }

    static Scripts Stack(FormulaParser parser, int column, bool isOver)
    {
        var name = isOver ? "\\overset" : "\\underset";
        var mark = parser.Argument(name);
        var body = parser.Argument(name);
        var nucleus = new Operator(column, body, IsLarge: false, LimitPlacement.Under, ClassOf(body));
        return new(column, nucleus, isOver ? null : mark, isOver ? mark : null);
    }

    static AtomClass ClassOf(MathNode body) => FormulaParser.Items(body) is [Symbol symbol] ? symbol.Class : AtomClass.Ordinary;

    static Operator OperatorName(FormulaParser parser, int column)
    {
        var limits = parser.Cursor.TrySkip('*') ? LimitPlacement.UnderInDisplay : LimitPlacement.Beside;
        return new(column, parser.ArgumentIn(Alphabet.Roman, "\\operatorname"), IsLarge: false, limits);
    }

    /// <summary>Whether a sign that joins two sides comes next. amsmath raises its dots to the axis then: a + ⋯ + b, but a, …, b.</summary>
    static bool JoinsNext(FormulaParser parser)
    {
        var cursor = parser.Cursor;
        cursor.SkipSpace();
        var @class = cursor.Next == '\\'
            ? Symbols.ByName.GetValueOrDefault(cursor.PeekCommand()).Class
            : Symbols.Typed.GetValueOrDefault(cursor.Next);
        return @class is AtomClass.Binary or AtomClass.Relation;
    }

    static Words? Text(FormulaParser parser, int column, string name) =>
        parser.RawArgument(name) is { } text ? new Words(column, Composition.Compose(text)) : null;

    static NamedPart? Part(FormulaParser parser, int column)
    {
        var nameColumn = parser.Cursor.Column + 1;
        var name = parser.RawArgument("\\part")?.Trim();
        if (name is null) return null;
        if (name.Length == 0 || !name.All(letter => char.IsLetterOrDigit(letter) || letter is '_' or '-' or '.' or ':' or ' '))
            parser.Report(nameColumn, $"'{name}' is no name for a part", "use letters, digits, '_', '-', '.', ':' and spaces");
        return new(column, name, parser.Braces("\\part"));
    }

    static Tinted? Color(FormulaParser parser, int column)
    {
        var nameColumn = parser.Cursor.Column + 1;
        var name = parser.RawArgument("\\color")?.Trim();
        if (name is null) return null;
        if (!RoleColors.TryParse(name, out var color))
        {
            var near = NearestName.Of(name, RoleColors.ByName.Keys);
            var known = string.Join(", ", RoleColors.ByName.Keys.Order(StringComparer.Ordinal));
            parser.Report(nameColumn, $"unknown colour '{name}'", near is null ? $"known: {known}, #rrggbb" : $"did you mean '{near}'?");
        }
        return new Tinted(column, color, parser.Braces("\\color"));
    }
}
