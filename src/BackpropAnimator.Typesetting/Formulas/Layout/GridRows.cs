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

    /// <param name="cells">Row by row.</param>
    /// <param name="scale">The size of the cells' style.</param>
    public GridRows(Grid grid, Box[][] cells, float scale)
    {
        var strut = grid.Form.Strut;
        var heights = cells.Select(row => row.Aggregate(StrutHeight * strut, (most, cell) => Math.Max(most, cell.Height))).ToArray();
        var depths = cells.Select(row => row.Aggregate(StrutDepth * strut, (most, cell) => Math.Max(most, cell.Depth))).ToArray();
        var lines = grid.Rules.ToLookup(rule => rule.Row);
        var rules = ImmutableArray.CreateBuilder<(GridRule, float)>();
        Baselines = new float[cells.Length];
        for (var i = 1; i < cells.Length; i++)
        {
            var touching = depths[i - 1] + heights[i];
            var foot = Baselines[i - 1] + Apart(grid.Form.Spacing, touching) - heights[i] + grid.Rows[i - 1].Gap.At(scale);
            Baselines[i] = Place(lines[i], foot) + heights[i];
        }
        var isEmpty = cells.Length == 0;
        Height = isEmpty ? 0 : heights[0] + Extent(Lines(lines[0]));
        Place(lines[0], -Height);
        var end = isEmpty ? 0 : Baselines[^1] + depths[^1] + grid.Rows[^1].Gap.At(scale);
        Depth = isEmpty ? Extent(Lines(lines[0])) : Place(lines[cells.Length], end);
        Rules = rules.ToImmutable();

        // The lines between two rows one below the other; where they end.
        float Place(IEnumerable<GridRule> between, float top)
        {
            var all = between.ToArray();
            var whole = 0;
            foreach (var rule in all)
            {
                // Lines across some columns stand side by side.
                rules.Add((rule, top + whole * (Rule + RuleGap)));
                if (rule.Last is null && whole < Lines(all) - 1) whole++;
            }
            return top + Extent(Lines(all));
        }
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

    static int Lines(IEnumerable<GridRule> between)
    {
        var rules = between.ToArray();
        return Math.Max(Math.Min(1, rules.Length), rules.Count(rule => rule.Last is null));
    }

    static float Extent(int lines) => lines == 0 ? 0 : lines * Rule + (lines - 1) * RuleGap;
}
