using System.Collections.Immutable;

namespace BackpropAnimator.Video.Subtitles;

/// <summary>
/// Breaks a text into screens of two lines, where it breaks best: of all ways the one of the lowest cost, as paragraphs are set (Knuth and
/// Plass, 1981).
/// </summary>
internal static class SubtitleBreaking
{
    /// <summary>Columns of a line.</summary>
    public const int LineWidth = 42;

    const double CostOfScreen = 12, CostOfShortScreen = 8, CostOfSlope = 6, CostOfSecondLine = 2;

    // Columns: shorter than this, a screen flashes by.
    const int ShortScreen = 14;

    /// <returns>The lines of each screen, and how wide its text is in columns.</returns>
    public static ImmutableArray<(ImmutableArray<string> Lines, int Width)> Screens(string text)
    {
        var pieces = TextPiece.Of(text, LineWidth);
        var ends = new (double Cost, int Start, int Middle)[pieces.Count + 1];
        for (var end = 1; end <= pieces.Count; end++)
        {
            ends[end] = (double.PositiveInfinity, 0, 0);
            for (var start = end - 1; start >= 0 && WidthOf(pieces, start, end) <= 2 * LineWidth; start--)
            {
                var (cost, middle) = BestScreen(pieces, start, end);
                cost += ends[start].Cost + (end < pieces.Count ? pieces[end - 1].CostOfBreak : 0);
                if (cost < ends[end].Cost) ends[end] = (cost, start, middle);
            }
        }
        var screens = ImmutableArray.CreateBuilder<(ImmutableArray<string>, int)>();
        for (var end = pieces.Count; end > 0; end = ends[end].Start)
        {
            var (_, start, middle) = ends[end];
            ImmutableArray<string> lines = middle == start
                ? [Line(pieces, start, end)]
                : [Line(pieces, start, middle), Line(pieces, middle, end)];
            screens.Add((lines, WidthOf(pieces, start, end)));
        }
        screens.Reverse();
        return screens.ToImmutable();
    }

    /// <summary>What it costs to show some pieces at a time, and where the second line begins: at the start where there is none.</summary>
    static (double Cost, int Middle) BestScreen(List<TextPiece> pieces, int start, int end)
    {
        var width = WidthOf(pieces, start, end);
        var best = (Cost: double.PositiveInfinity, Middle: start);
        var isWhole = start == 0 && end == pieces.Count;
        var screen = CostOfScreen + (width < ShortScreen && !isWhole ? CostOfShortScreen : 0);
        if (width <= LineWidth && !BreaksWithin(pieces, start, end)) best.Cost = screen;
        for (var middle = start + 1; middle < end; middle++)
        {
            var (first, second) = (WidthOf(pieces, start, middle), WidthOf(pieces, middle, end));
            if (first > LineWidth || second > LineWidth) continue;
            if (BreaksWithin(pieces, start, middle) || BreaksWithin(pieces, middle, end)) continue;
            var slope = CostOfSlope * Math.Abs(first - second) / LineWidth;
            var cost = screen + CostOfSecondLine + slope + (pieces[middle].BeginsLine ? 0 : pieces[middle - 1].CostOfBreak / 2);
            if (cost < best.Cost) best = (cost, middle);
        }
        return best;
    }

    static bool BreaksWithin(List<TextPiece> pieces, int start, int end)
    {
        for (var i = start + 1; i < end; i++)
            if (pieces[i].BeginsLine) return true;
        return false;
    }

    static int WidthOf(List<TextPiece> pieces, int start, int end)
    {
        var width = 0;
        for (var i = start; i < end; i++) width += pieces[i].Width + (i > start && pieces[i].HasSpace ? 1 : 0);
        return width;
    }

    static string Line(List<TextPiece> pieces, int start, int end) => string.Concat(
        pieces.Skip(start).Take(end - start).Select((piece, i) => i > 0 && piece.HasSpace ? " " + piece.Text : piece.Text));
}
