using System.Collections.Immutable;

namespace BackpropAnimator.Typesetting;

/// <summary>Where the rows of a grid are, and the lines across between them; in ems downward from the first row's baseline.</summary>
internal sealed class GridRows
{
    /// <summary>LaTeX's \arrayrulewidth, 0.4 pt.</summary>
    public const float Rule = 0.04f;

    /// <summary>LaTeX's \doublerulesep, 2 pt.</summary>
    public const float RuleGap = 0.2f;

    // LaTeX's \strut: 0.7 and 0.3 of \normalbaselineskip, which is 12 pt.
    const float StrutHeight = 0.84f;
    const float StrutDepth = 0.36f;

    readonly ImmutableArray<(GridRule Rule, float Y)>.Builder _rules = ImmutableArray.CreateBuilder<(GridRule, float)>();

    /// <param name="cells">Row by row.</param>
    /// <param name="scale">The size of the cells' style.</param>
    public GridRows(Grid grid, Box[][] cells, float scale)
    {
        var strut = grid.Form.Strut;
        var heights = cells.Select(row => row.Aggregate(StrutHeight * strut, (most, cell) => Math.Max(most, cell.Height))).ToArray();
        var depths = cells.Select(row => row.Aggregate(StrutDepth * strut, (most, cell) => Math.Max(most, cell.Depth))).ToArray();
        var lines = grid.Rules.ToLookup(rule => rule.Row);
        Baselines = new float[cells.Length];
        // Where the next row's top would be if no lines came before it.
        var top = Place([.. lines[0]], 0);
        Height = top + heights.FirstOrDefault();
        top -= Height;
        for (var i = 0; i < cells.Length; i++)
        {
            Baselines[i] = top + heights[i];
            var isLast = i == cells.Length - 1;
            var next = isLast ? depths[i] : Apart(grid.Form.Spacing, depths[i] + heights[i + 1]) - heights[i + 1];
            top = Place([.. lines[i + 1]], Baselines[i] + next + grid.Rows[i].Gap.At(scale));
        }
        Depth = top;
        // The first lines were placed before the first baseline was known.
        Rules = [.. _rules.Select(it => it.Rule.Row == 0 ? it with { Y = it.Y - Height } : it)];
    }

    public float[] Baselines { get; }

    public float Height { get; }

    public float Depth { get; }

    /// <summary>The lines across, with their upper edges.</summary>
    public ImmutableArray<(GridRule Rule, float Y)> Rules { get; }

    static float Apart(LineSpacing spacing, float touching)
    {
        // A hundredth of a unit for what adding up leaves over.
        const float Rounding = 1e-4f;
        return touching <= spacing.Baselines - spacing.Limit + Rounding ? spacing.Baselines : touching + spacing.Skip;
    }

    /// <summary>Places the lines between two rows one below the other; those across some columns side by side. Where they end.</summary>
    float Place(GridRule[] between, float top)
    {
        if (between.Length == 0) return top;
        var lines = Math.Max(1, between.Count(rule => rule.Last is null));
        var line = 0;
        foreach (var rule in between)
        {
            _rules.Add((rule, top + line * (Rule + RuleGap)));
            if (rule.Last is null && line < lines - 1) line++;
        }
        return top + lines * Rule + (lines - 1) * RuleGap;
    }
}
