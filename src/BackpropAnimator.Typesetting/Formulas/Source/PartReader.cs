using System.Collections.Immutable;
using SkiaSharp;

namespace BackpropAnimator.Typesetting;

/// <summary>Reads what names, colours or numbers a piece of a formula without changing how it is set.</summary>
internal static class PartReader
{
    public static ImmutableArray<Construct> All { get; } =
    [
        new(@"\part{p}{x}", Part),
        new(@"\color{error}{x}", (parser, column) => Color(parser, column, "\\color")),
        new(@"\textcolor{red}{x}", (parser, column) => Color(parser, column, "\\textcolor")),
        new(@"\tag{1}", Tag),
        new(@"\notag", (_, _) => null),
        new(@"\nonumber", (_, _) => null),
    ];

    /// <summary>Whether a command colours its argument.</summary>
    public static bool IsColor(string name) => name is "color" or "textcolor";

    /// <summary>Reads the name of a colour in braces; reports what is none.</summary>
    public static SKColor ColorArgument(FormulaParser parser, string of)
    {
        var column = parser.Cursor.Column + 1;
        if (parser.RawArgument(of)?.Trim() is not { } name) return default;
        if (FormulaColors.TryParse(name, out var color)) return color;
        var known = string.Join(", ", FormulaColors.ByRole.Keys.Order(StringComparer.Ordinal));
        var hint = NearestName.Of(name, FormulaColors.Names) is { } near
            ? $"did you mean '{near}'?"
            : $"known: {known}, #rrggbb, and the names that the web has for colours";
        parser.Report(column, $"unknown colour '{name}'", hint);
        return color;
    }

    static NamedPart? Part(FormulaParser parser, int column)
    {
        var nameColumn = parser.Cursor.Column + 1;
        var name = parser.RawArgument("\\part")?.Trim();
        if (name is null) return null;
        if (name.Length == 0 || !name.All(letter => char.IsLetterOrDigit(letter) || letter is '_' or '-' or '.' or ':' or ' '))
            parser.Report(nameColumn, $"'{name}' is no name for a part", "use letters, digits, '_', '-', '.', ':' and spaces");
        return new(column, name, FormulaParser.Items(parser.Argument("\\part")));
    }

    static Tinted Color(FormulaParser parser, int column, string of) =>
        new(column, ColorArgument(parser, of), FormulaParser.Items(parser.Argument(of)));

    /// <summary>The number of an equation is no part of its row: it stands at the right of the whole.</summary>
    static MathNode? Tag(FormulaParser parser, int column)
    {
        var isBare = parser.Cursor.TrySkip('*');
        var number = TextReader.Read(parser, column, "\\tag");
        parser.Tag(isBare ? number : new Group(column, [new Words(column, "(", "("), number, new Words(column, ")", ")")]));
        return null;
    }
}
