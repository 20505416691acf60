using System.Collections.Immutable;

namespace BackpropAnimator.Typesetting;

/// <summary>Reads a command: a backslash with a name, and its arguments.</summary>
internal static class CommandReader
{
    static readonly Dictionary<string, StyleLevel> Styles = new()
    {
        ["displaystyle"] = StyleLevel.Display,
        ["textstyle"] = StyleLevel.Text,
        ["scriptstyle"] = StyleLevel.Script,
        ["scriptscriptstyle"] = StyleLevel.ScriptScript,
    };

    static readonly ImmutableArray<Construct> Signs =
    [
        new(@"\operatorname{diag}", OperatorName),
        new(@"\bmod", (_, column) => new Symbol(column, "mod", AtomClass.Binary)),
        new(@"\pmod{n}", Modulus),
        new(@"\dots", (parser, column) => new Symbol(column, JoinsNext(parser) ? "⋯" : "…", AtomClass.Inner)),
        new(@"\left( x \right)", FenceReader.Read),
    ];

    /// <summary>The commands with arguments, by what they are for.</summary>
    public static ImmutableArray<(string Kind, ImmutableArray<Construct> Constructs)> Kinds { get; } =
    [
        ("Fractions, roots, piles and grids", PileReader.All),
        ("Spans, frames and strokes", SpanReader.All),
        ("Words", TextReader.All),
        ("Names, colours and numbers of equations", PartReader.All),
        ("Room", RoomReader.All),
        ("Functions and fences", Signs),
    ];

    static readonly Dictionary<string, Construct> Constructs = Kinds.SelectMany(kind => kind.Constructs).ToDictionary(it => it.Name);

    /// <summary>The names of the styles, without the backslash.</summary>
    public static IEnumerable<string> StyleNames => Styles.Keys;

    /// <summary>Every name that a backslash can stand before.</summary>
    public static IEnumerable<string> KnownNames =>
        Symbols.ByName.Keys.Concat(Symbols.Letters.Keys).Concat(Symbols.LargeByName.Keys).Concat(Functions.ByName.Keys)
        .Concat(Accents.ByCommand.Keys).Concat(Alphabet.ByCommand.Keys).Concat(Spaces.ByName.Keys).Concat(Styles.Keys)
        .Concat(Constructs.Keys).Concat(FenceReader.BigNames).Concat(Infix.Names)
        .Concat(["right", "middle", "end", "limits", "nolimits", "cr", "hline", "cline"]);

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
        if (Spaces.ByName.TryGetValue(name, out var width)) return new Gap(column, width);
        if (Styles.TryGetValue(name, out var style)) return new StyleSwitch(column, style);
        if (Constructs.TryGetValue(name, out var construct)) return construct.Read(parser, column);
        if (FenceReader.TryReadBig(parser, column, name) is { } big) return big;

        UnknownCommand.Report(parser, column, name);
        return null;
    }

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

    /// <summary>An em of a display before its parenthesis.</summary>
    static Group Modulus(FormulaParser parser, int column)
    {
        var modulus = parser.Argument("\\pmod");
        var word = new Symbol(column, "mod", AtomClass.Ordinary);
        return new(
            column,
            [
                new Gap(column, Length.OfMu(18)), new Symbol(column, "(", AtomClass.Opening), word,
                new Gap(column, Length.OfMu(6)), modulus, new Symbol(column, ")", AtomClass.Closing),
            ]);
    }
}
