using System.Collections.Immutable;
using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>A column of a table of numbers.</summary>
/// <param name="Heading">A formula, such as <c>\hat{y}</c>; words in <c>\text{…}</c>.</param>
/// <param name="Widest">A number as wide as any that will stand in it: columns are as wide as they have to be, and their numbers right-aligned below the heading.</param>
internal sealed record TableColumn(string Heading, string Widest)
{
    /// <summary>Whether a fine line sets it apart from the column before.</summary>
    public bool StartsGroup { get; init; }

    /// <summary>The heading's colour; the table's own where none is given.</summary>
    public SKColor? Color { get; init; }
}

/// <summary>What a cell shows besides its text: that an answer is right, or wrong.</summary>
internal enum CellSign { None, Right, Wrong }

/// <summary>A cell as it looks at one moment.</summary>
/// <param name="Text">A number; may be empty.</param>
internal readonly record struct TableCell(string Text)
{
    /// <summary>The text's colour; the table's own where none is given.</summary>
    public SKColor? Color { get; init; }

    /// <summary>How strongly it is lit, 0 to 1: a number lights up as it changes.</summary>
    public double Tint { get; init; }

    public CellSign Sign { get; init; }

    public static implicit operator TableCell(string text) => new(text);
}

/// <summary>A row as it looks at one moment.</summary>
/// <param name="Name">What its numbers belong to; may be empty.</param>
internal sealed record TableRow(string Name, ImmutableArray<TableCell> Cells)
{
    public double Opacity { get; init; } = 1;

    /// <summary>How much it stands out from the others, 0 to 1.</summary>
    public double Mark { get; init; }
}
