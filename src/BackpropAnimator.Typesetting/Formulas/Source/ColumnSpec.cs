using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace BackpropAnimator.Typesetting;

/// <summary>
/// Reads the columns of an array: <c>{r|cc}</c>, with <c>*{3}{c}</c> for three alike and <c>@{}</c> for no space at an edge.
/// </summary>
internal static partial class ColumnSpec
{
    const int MostColumns = 40;

    /// <summary>The form that a specification describes; what is none is reported at <paramref name="column"/>.</summary>
    /// <param name="spec">As it is written, without the braces around it.</param>
    public static GridForm Read(FormulaParser parser, int column, string spec)
    {
        var alignments = ImmutableArray.CreateBuilder<Alignment>();
        List<ColumnEdge> edges = [default];
        foreach (Match token in Tokens().Matches(Repeated(spec)))
        {
            if (AlignmentOf(token.Value) is { } alignment)
            {
                alignments.Add(alignment);
                edges.Add(default);
            }
            else if (token.Value == "|") edges[^1] = edges[^1] with { Rules = edges[^1].Rules + 1 };
            else if (token.Value == "@{}") edges[^1] = edges[^1] with { IsTight = true };
            else if (token.Value != " ")
            {
                parser.Report(column, $"'{token.Value}' is no column of an array", "write l, c or r for each column, and | for a line");
                break;
            }
        }
        if (alignments.Count is 0 or > MostColumns)
            parser.Report(
                column, $"an array has 1 to {MostColumns} columns, and this one {alignments.Count}", "write l, c or r for each");
        return GridForm.Array with { Columns = alignments.Count == 0 ? [Alignment.Center] : alignments.ToImmutable(), Edges = [.. edges] };
    }

    /// <summary>The alignment that a letter stands for, or null.</summary>
    public static Alignment? AlignmentOf(string letter) => letter switch
    {
        "l" => Alignment.Left,
        "c" => Alignment.Center,
        "r" => Alignment.Right,
        _ => null,
    };

    // A count of at most two digits: nobody can blow it up.
    static string Repeated(string spec) => Repetition().Replace(spec, match =>
    {
        var times = int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);
        return string.Concat(Enumerable.Repeat(match.Groups[2].Value, times));
    });

    [GeneratedRegex(@"\*\s*\{\s*([0-9]{1,2})\s*\}\s*\{([^{}]*)\}")]
    private static partial Regex Repetition();

    [GeneratedRegex(@"@\{\}|[@!*pmb]\{[^}]*\}?|.", RegexOptions.Singleline)]
    private static partial Regex Tokens();
}
