using System.Collections.Immutable;

namespace BackpropAnimator.Typesetting;

/// <summary>How a kind of grid is set. The measures are those of LaTeX's <c>array</c> and of amsmath at 10 pt, in ems.</summary>
internal sealed record GridForm
{
    // \jot (3 pt) opens the lines of aligned: baselines 15 pt apart, and 4 pt between lines that come closer than 3 pt.
    static readonly LineSpacing Opened = new(1.5f, Limit: 0.3f, Skip: 0.4f);

    // The \strut of \normalbaselineskip (12 pt) keeps the rows of an array apart.
    static readonly LineSpacing Strutted = new(0, Limit: 0, Skip: 0);

    public static GridForm Matrix { get; } = new();

    public static GridForm Cases { get; } = new() { Columns = [Alignment.Left], Strut = 1.2f };

    public static GridForm Array { get; } = new();

    public static GridForm Aligned { get; } = new()
    {
        Level = StyleLevel.Display, Columns = [Alignment.Right, Alignment.Left], IsPaired = true, Spacing = Opened,
    };

    public static GridForm Gathered { get; } = new() { Level = StyleLevel.Display, Spacing = Opened };

    // The sign in its own column keeps the distance of a relation.
    public static GridForm EquationArray { get; } = new()
    {
        Level = StyleLevel.Display, Columns = [Alignment.Right, Alignment.Center, Alignment.Left], ColumnGap = 5 / 18f, Spacing = Opened,
    };

    /// <summary>A matrix for running text.</summary>
    public static GridForm Small { get; } = new()
    {
        Level = StyleLevel.Script, ColumnGap = 5 / 18f, Strut = 0, Spacing = new(0.6f, Limit: 0.15f, Skip: 0.15f),
    };

    /// <summary>The lines of a limit.</summary>
    public static GridForm Stack { get; } = new()
    {
        Level = StyleLevel.Script, Strut = 0, Spacing = new(0.55f, Limit: 0.12f, Skip: 0.12f),
    };

    /// <summary>The style of its cells.</summary>
    public StyleLevel Level { get; init; } = StyleLevel.Text;

    /// <summary>How its columns are aligned, by turns.</summary>
    public ImmutableArray<Alignment> Columns { get; init; } = [Alignment.Center];

    /// <summary>The edges of its columns, one more than there are columns, where the author has written them out; else empty.</summary>
    public ImmutableArray<ColumnEdge> Edges { get; init; } = [];

    /// <summary>Between columns: \arraycolsep on both sides of an edge, or a \quad.</summary>
    public float ColumnGap { get; init; } = 1;

    /// <summary>Whether every second column goes on in the row of the one before, as "= b" in "a &amp;= b".</summary>
    public bool IsPaired { get; init; }

    /// <summary>How many usual struts a row is tall at least.</summary>
    public float Strut { get; init; } = 1;

    public LineSpacing Spacing { get; init; } = Strutted;

    public bool ContinuesRow(int column) => IsPaired && column % 2 == 1;
}

/// <summary>How far baselines are apart (TeX's \baselineskip), and the gap where that leaves less than a limit between two rows.</summary>
internal readonly record struct LineSpacing(float Baselines, float Limit, float Skip);

/// <summary>What is between two columns of an array, or beside an outermost one.</summary>
/// <param name="Rules">How many upright lines.</param>
/// <param name="IsTight">Whether the columns have no space of their own here.</param>
internal readonly record struct ColumnEdge(int Rules, bool IsTight);
