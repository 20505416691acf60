using System.Collections.Immutable;

namespace BackpropAnimator.Typesetting;

/// <summary>Reads what stands between <c>$…$</c>, <c>\(…\)</c> or <c>\[…\]</c>: TeX's ways from words into a formula.</summary>
internal static class Shift
{
    /// <summary>The marks around such a formula; a longer one comes before one that it begins with.</summary>
    public static ImmutableArray<(string Opens, string Closes, Closer Closer)> Marks { get; } =
    [
        ("$$", "$$", Closer.Dollar), ("$", "$", Closer.Dollar), (@"\(", @"\)", Closer.Parenthesis), (@"\[", @"\]", Closer.Display),
    ];

    /// <summary>The items of the formula that opens here; null where none does.</summary>
    public static ImmutableArray<MathNode>? Read(FormulaParser parser)
    {
        var cursor = parser.Cursor;
        if (cursor.Next is not ('$' or '\\')) return null;
        var column = cursor.Column;
        foreach (var (opens, closes, closer) in Marks)
        {
            if (!cursor.TrySkip(opens)) continue;
            var items = parser.Row(closer);
            if (cursor.TrySkip(closes)) return items;
            parser.Report(column, $"this '{opens}' is never closed", $"add '{closes}', or leave it out: a formula needs none around it");
            // One dollar where two opened.
            cursor.TrySkip('$');
            return items;
        }
        return null;
    }
}
