namespace BackpropAnimator.Typesetting;

/// <summary>What <c>\begin{…}</c> knows.</summary>
internal static class Environments
{
    // amsmath's letter before "matrix" for the fences around it.
    static readonly (string Letter, int? Left, int? Right)[] Fences =
        [("", null, null), ("p", '(', ')'), ("b", '[', ']'), ("B", '{', '}'), ("v", '|', '|'), ("V", '‖', '‖')];

    public static IReadOnlyDictionary<string, GridEnvironment> ByName { get; } = All().ToDictionary(it => it.Name);

    static IEnumerable<GridEnvironment> All()
    {
        foreach (var (letter, left, right) in Fences)
        {
            var matrix = new GridEnvironment($"{letter}matrix", GridForm.Matrix) { Left = left, Right = right };
            yield return matrix;
            yield return matrix with { Name = $"{letter}matrix*", TakesAlignment = true };
            yield return matrix with { Name = $"{letter}smallmatrix", Form = GridForm.Small };
        }
        yield return new("cases", GridForm.Cases) { Left = '{' };
        yield return new("dcases", GridForm.Cases with { Level = StyleLevel.Display }) { Left = '{' };
        yield return new("rcases", GridForm.Cases) { Right = '}' };
        yield return new("array", GridForm.Array) { TakesAnchor = true, TakesColumns = true };
        yield return new("aligned", GridForm.Aligned) { TakesAnchor = true };
        yield return new("gathered", GridForm.Gathered) { TakesAnchor = true };
        yield return new("split", GridForm.Aligned);
        yield return new("alignedat", GridForm.Aligned with { ColumnGap = 0 }) { TakesAnchor = true, TakesCount = true };
        foreach (var star in (string[])["", "*"])
        {
            yield return new($"align{star}", GridForm.Aligned) { HasTags = true };
            yield return new($"alignat{star}", GridForm.Aligned with { ColumnGap = 0 }) { TakesCount = true, HasTags = true };
            yield return new($"gather{star}", GridForm.Gathered) { HasTags = true };
            yield return new($"equation{star}", GridForm.Gathered) { Anchor = GridAnchor.FirstRow, HasTags = true };
            yield return new($"eqnarray{star}", GridForm.EquationArray) { HasTags = true };
        }
    }
}

/// <summary>A kind of grid with its fences and arguments.</summary>
internal sealed record GridEnvironment(string Name, GridForm Form)
{
    public int? Left { get; init; }

    public int? Right { get; init; }

    public GridAnchor Anchor { get; init; } = GridAnchor.Middle;

    /// <summary>Whether <c>[t]</c>, <c>[c]</c> or <c>[b]</c> may follow: the row on the baseline.</summary>
    public bool TakesAnchor { get; init; }

    /// <summary>Whether <c>[l]</c>, <c>[c]</c> or <c>[r]</c> may follow: how all columns are aligned.</summary>
    public bool TakesAlignment { get; init; }

    /// <summary>Whether the columns follow in braces.</summary>
    public bool TakesColumns { get; init; }

    /// <summary>Whether a number of pairs follows in braces.</summary>
    public bool TakesCount { get; init; }

    /// <summary>Whether each of its rows may have a number by <c>\tag</c>.</summary>
    public bool HasTags { get; init; }
}
