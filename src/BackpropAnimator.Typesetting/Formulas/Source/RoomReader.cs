using System.Collections.Immutable;

namespace BackpropAnimator.Typesetting;

/// <summary>Reads what takes room without showing anything, or shows something that takes none.</summary>
internal static class RoomReader
{
    public static ImmutableArray<Construct> All { get; } =
    [
        Phantom(@"\phantom{a}", Extents.All),
        Phantom(@"\hphantom{a}", Extents.Width),
        Phantom(@"\vphantom{a}", Extents.Vertical),
        new(@"\smash[b]{a}", Smash),
        Construct.Of(@"\mathclap{a}", (column, body) => new Lapped(column, Alignment.Center, body)),
        Construct.Of(@"\mathrlap{a}", (column, body) => new Lapped(column, Alignment.Left, body)),
        Construct.Of(@"\mathllap{a}", (column, body) => new Lapped(column, Alignment.Right, body)),
        Kern(@"\kern 3pt"),
        Kern(@"\mkern 3mu"),
        Kern(@"\hskip 3pt"),
        Kern(@"\mskip 3mu"),
        Kern(@"\hspace{3pt}"),
        Kern(@"\mspace{3mu}"),
        new(@"\mathstrut", Strut),
    ];

    static Construct Phantom(string form, Extents takes) =>
        Construct.Of(form, (column, body) => new Measured(column, body, IsShown: false, takes));

    static Construct Kern(string form)
    {
        var command = Construct.CommandOf(form);
        return new(form, (parser, column) =>
        {
            // \hspace* keeps its space at a line's end, which a formula has none of.
            parser.Cursor.TrySkip('*');
            return Length.Read(parser, command) is { } width ? new Gap(column, width) : null;
        });
    }

    /// <summary>As tall as a parenthesis.</summary>
    static Measured Strut(FormulaParser parser, int column) =>
        new(column, new Symbol(column, "(", AtomClass.Ordinary), IsShown: false, Extents.Vertical);

    static Measured Smash(FormulaParser parser, int column)
    {
        parser.Cursor.SkipSpace();
        var bracket = parser.Cursor.Column;
        var side = parser.Cursor.TakeBrackets()?.Trim();
        var smashed = side switch
        {
            null or "tb" or "bt" => Extents.Vertical,
            "t" => Extents.Height,
            "b" => Extents.Depth,
            _ => Extents.None,
        };
        if (smashed == Extents.None)
            parser.Report(bracket, $"'[{side}]' after \\smash", "write [t] for the top, [b] for the bottom, or neither");
        return new(column, parser.Argument("\\smash"), IsShown: true, Extents.All & ~smashed);
    }
}
