using System.Collections.Immutable;

namespace BackpropAnimator.Typesetting;

/// <summary>Everything that formulas can be written with, out of the tables that the reader reads by: what a page about it lists.</summary>
public static class FormulaNotation
{
    /// <summary>By kinds, in the order of a page.</summary>
    public static ImmutableArray<NotationKind> Kinds { get; } =
    [
        .. CommandReader.Kinds.Select(kind => new NotationKind(kind.Kind, [.. kind.Constructs.Select(it => Whole(it.Form))])),
        new("Fractions between their halves", [.. Infix.Names.Select(name => Whole($@"{{a \{name} b}}"))]),
        new("Formulas among words", [.. Shift.Marks.Select(marks => Whole($"{marks.Opens}x{marks.Closes}"))]),
        new("Environments, after `\\begin`", [.. Environments.ByName.Values.Select(OfEnvironment)]),
        new("Accents and arrows over and under", Named(Accents.ByCommand.Keys, name => $@"\{name}{{AB}}")),
        new("Alphabets", Named(Alphabet.ByCommand.Keys, name => $@"\{name}{{A}}")),
        new("Functions", Named(Functions.ByName.Keys, name => $@"\{name} x")),
        new("Greek letters and ∂", Named(Symbols.Letters.Keys, name => $@"\{name}")),
        .. Symbols.ByName.GroupBy(sign => sign.Value.Class).Select(
            signs => new NotationKind(TitleOf(signs.Key), Named(signs.Select(sign => sign.Key), name => $@"\{name}"))),
        new("Large operators", Named(Symbols.LargeByName.Keys, name => $@"\{name}_a^b x")),
        new(
            "Fences after `\\left`, `\\middle`, `\\right`",
            [.. FenceReader.Delimiters.Select(fence => new Notation(fence, $@"\left{fence} x \right."))]),
        new("Sizes of fences", Named(FenceReader.BigNames, name => $@"\{name}(")),
        new("Spaces", Named(Spaces.ByName.Keys, name => $@"a\{name} b")),
        new("Styles", Named(CommandReader.StyleNames, name => $@"\{name} x")),
        new("Colours of roles", [.. FormulaColors.ByRole.Keys.Select(name => new Notation(name, $@"\color{{{name}}}{{x}}"))]),
        new("Units of lengths", [.. Length.KnownUnits.Split(", ").Select(unit => new Notation(unit, $@"\kern 2{unit} x"))]),
    ];

    static Notation Whole(string form) => new(form, form);

    static ImmutableArray<Notation> Named(IEnumerable<string> names, Func<string, string> use) =>
        [.. names.Select(name => new Notation($"\\{name}", use(name)))];

    static Notation OfEnvironment(GridEnvironment environment)
    {
        var argument = environment.TakesColumns ? "{c|c}" : environment.TakesCount ? "{1}" : "";
        return new(environment.Name, $@"\begin{{{environment.Name}}}{argument} a & b \\ c & d \end{{{environment.Name}}}");
    }

    static string TitleOf(AtomClass @class) => @class switch
    {
        AtomClass.Ordinary => "Signs",
        AtomClass.Operator => "Operators",
        AtomClass.Binary => "Signs between two sides",
        AtomClass.Relation => "Relations and arrows",
        AtomClass.Opening => "Opening fences",
        AtomClass.Closing => "Closing fences",
        AtomClass.Punctuation => "Punctuation",
        AtomClass.Inner => "Dots",
        _ => throw new NotSupportedException(@class.ToString()),
    };
}

/// <summary>Notations that are for the same.</summary>
public sealed record NotationKind(string Title, ImmutableArray<Notation> Notations);

/// <param name="Written">What an author writes.</param>
/// <param name="Example">A formula that uses it.</param>
public sealed record Notation(string Written, string Example);
