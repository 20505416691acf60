using System.Collections.Immutable;

namespace BackpropAnimator.Typesetting;

/// <summary>Breaks running text into lines, and puts the words and formulas of each in the order in which they are seen.</summary>
/// <param name="face">Of words that do not stand out.</param>
/// <param name="size">Stage units per em.</param>
internal sealed class RichSetter(FontShelf fonts, RichText text, Face face, float size)
{
    // Nothing, or a mark that runs to the right or to the left.
    static readonly string[] ways = ["", "L", "R"];

    // Latin Modern's letters are drawn smaller than Inter's.
    const float FormulaSize = 1.14f;

    // Which way a space between two formulas goes, and what is written about it: that of the whole text, not of its line.
    readonly byte[] _levels = BidiLevels.Of(text.Letters);
    readonly bool _isRightToLeft = BidiLevels.IsRightToLeft(text.Letters);
    readonly Dictionary<(int, int), float> _widths = [];

    /// <summary>
    /// As few lines as fit, and these as equal as they can be: no last word alone. A word wider than the room stands on a line of its own.
    /// </summary>
    /// <param name="width">The room, in stage units.</param>
    public ImmutableArray<RichLine> Wrap(float width)
    {
        var lines = ImmutableArray.CreateBuilder<RichLine>();
        for (var start = 0; start < text.Letters.Length;)
        {
            var end = text.Letters.IndexOf('\n', start) is >= 0 and var found ? found : text.Letters.Length;
            lines.AddRange(Balanced(Words(start, end, width), width).Select(LineOf));
            start = end + 1;
        }
        return lines.ToImmutable();
    }

    // Each word's place; one that is too wide for a line is parted where its script allows that.
    List<Range> Words(int start, int end, float width)
    {
        var words = new List<Range>();
        foreach (var (from, to) in Stretches(start, end, LineBreaks.In(text.Letters[start..end])))
            if (WidthOf(from, to) <= width) words.Add(from..to);
            else words.AddRange(Stretches(from, to, LineBreaks.WithinWords(text.Letters[from..to])).Select(it => it.From..it.To));
        return words;
    }

    static IEnumerable<(int From, int To)> Stretches(int start, int end, IEnumerable<int> breaks)
    {
        var from = start;
        foreach (var at in breaks)
        {
            yield return (from, start + at);
            from = start + at;
        }
        if (end > from) yield return (from, end);
    }

    List<Range> Balanced(List<Range> words, float width)
    {
        var fewest = Fill(words, width);
        if (fewest.Count <= 1) return fewest;
        for (var narrower = width * 0.5f; narrower < width; narrower += width / 40)
        {
            var balanced = Fill(words, narrower);
            if (balanced.Count == fewest.Count && balanced.All(line => WidthOf(line.Start.Value, line.End.Value) <= width)) return balanced;
        }
        return fewest;
    }

    List<Range> Fill(List<Range> words, float width)
    {
        List<Range> lines = [];
        foreach (var word in words)
            if (lines.Count > 0 && WidthOf(lines[^1].Start.Value, word.End.Value) <= width) lines[^1] = lines[^1].Start..word.End;
            else lines.Add(word);
        return lines;
    }

    float WidthOf(int start, int end)
    {
        if (!_widths.TryGetValue((start, end), out var width)) _widths[(start, end)] = width = LineOf(start..end).Width;
        return width;
    }

    RichLine LineOf(Range range)
    {
        var (start, end) = (range.Start.Value, range.End.Value);
        while (end > start && text.Letters[end - 1] is ' ' or '\u3000') end--;
        var pieces = PiecesOf(start, end);
        var placed = ImmutableArray.CreateBuilder<RichPiece>(pieces.Count);
        var (x, ascent, descent) = (0f, 0f, 0f);
        foreach (var (words, span) in pieces)
        {
            if (span.Formula is { } formula)
            {
                var laid = fonts.Lay(InText(formula), size * FormulaSize);
                placed.Add(new(laid.Source, Face.Math, IsFormula: true, laid.Size, x));
                (ascent, descent) = (Math.Max(ascent, laid.Height), Math.Max(descent, laid.Depth));
                x += laid.Width;
                continue;
            }
            var shown = FaceOf(span.Stress);
            placed.Add(new(words, shown, IsFormula: false, size, x));
            var shaped = fonts.Shape(words, shown, size);
            (ascent, descent) = (Math.Max(ascent, -shaped.InkBounds.Top), Math.Max(descent, shaped.InkBounds.Bottom));
            x += shaped.Width;
        }
        return new(placed.MoveToImmutable(), x, ascent, descent, _isRightToLeft);
    }

    /// <summary>What is on a line, from left to right: words of one stress that run one way, and formulas.</summary>
    List<(string Words, RichSpan Span)> PiecesOf(int start, int end)
    {
        var spans = text.Spans.Where(span => span.Start < end && span.Start + span.Length > start).ToArray();
        // Words of one kind are a line like any other, whichever ways they run.
        if (spans is [{ Formula: null } only]) return [(DirectedLine(start, end), only)];

        var runs = new List<(int Start, int End, int Level, RichSpan Span)>();
        foreach (var span in spans)
            for (var i = Math.Max(start, span.Start); i < Math.Min(end, span.Start + span.Length);)
            {
                var to = i + 1;
                while (to < Math.Min(end, span.Start + span.Length) && _levels[to] == _levels[i]) to++;
                runs.Add((i, to, _levels[i], span));
                i = to;
            }
        BidiLevels.Reorder(runs, run => run.Level);
        return [.. runs.Select(run => (Directed(text.Letters[run.Start..run.End], run.Level), run.Span))];
    }

    /// <summary>The letters of a run with marks that make them run its way, where they would not by themselves.</summary>
    static string Directed(string letters, int level)
    {
        var mark = level % 2 == 0 ? BidiClasses.LeftToRightMark : BidiClasses.RightToLeftMark;
        return BidiLevels.Of(letters).All(it => it == level % 2) ? letters : $"{mark}{letters}{mark}";
    }

    /// <summary>A line's letters, with marks about them where its text runs another way than the line alone.</summary>
    string DirectedLine(int start, int end)
    {
        var line = text.Letters[start..end];
        if (LevelsAgree(BidiLevels.Of(line), start)) return line;
        // First what makes the line run as its text does, then the letter that the text has before and after it.
        var own = _isRightToLeft ? "R" : "L";
        foreach (var (before, after) in from last in ways from next in ways select (own + last, next))
        {
            var marked = Marks(before) + line + Marks(after);
            if (LevelsAgree(BidiLevels.Of(marked)[before.Length..(before.Length + line.Length)], start)) return marked;
        }
        return Marks(own) + line;
    }

    static string Marks(string ways) =>
        ways.Replace('R', BidiClasses.RightToLeftMark).Replace('L', BidiClasses.LeftToRightMark);

    bool LevelsAgree(byte[] levels, int start)
    {
        for (var i = 0; i < levels.Length; i++)
            if (levels[i] != _levels[start + i]) return false;
        return true;
    }

    Face FaceOf(Stress stress) => stress switch
    {
        Stress.None => face,
        Stress.Emphasis => Face.Italic,
        Stress.Strong => Face.Bold,
        _ => throw new ArgumentOutOfRangeException(nameof(stress), stress, null),
    };

    // As low as it can be: a fraction in a line of words is small.
    internal static string InText(string formula) => $@"\textstyle {formula}";
}
