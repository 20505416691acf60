namespace BackpropAnimator.Typesetting;

/// <summary>
/// Which way each character of a line runs: its embedding level, even from left to right and odd from right to left, by Unicode Standard
/// Annex 9. The line runs as its first letter does.
/// </summary>
/// <remarks>
/// Left out are explicit embeddings, overrides and isolates (X1–X8), for which nobody has a key; the marks of direction work.
/// </remarks>
internal static class BidiLevels
{
    const char BeforeHebrew = '\u058F';

    /// <summary>A level for each UTF-16 unit.</summary>
    public static byte[] Of(string text)
    {
        var levels = new byte[text.Length];
        if (!text.AsSpan().ContainsAnyExceptInRange('\0', BeforeHebrew)) return levels;
        var classes = BidiClasses.Of(text);
        if (!classes.Any(IsRight)) return levels;

        var line = DirectionOf(classes);
        SettleMarks(classes, line);
        SettleNumbers(classes, line);
        SettleBrackets(text, classes, line);
        SettleNeutrals(classes, line);
        for (var i = 0; i < levels.Length; i++)
            levels[i] = (line, classes[i]) switch
            {
                (_, BidiClass.Right) => 1,
                (BidiClass.Left, BidiClass.Left) => 0,
                _ => 2,
            };
        return levels;
    }

    /// <summary>Whether a text runs from right to left: its first letter does.</summary>
    public static bool IsRightToLeft(string text) =>
        text.Any(letter => letter > BeforeHebrew) && DirectionOf(BidiClasses.Of(text)) == BidiClass.Right;

    /// <summary>
    /// Brings runs into the order in which they stand from left to right (rule L2): from the highest level down to 1, what stands at that
    /// level or above is turned round.
    /// </summary>
    public static void Reorder<T>(List<T> runs, Func<T, int> level)
    {
        for (var least = runs.Select(level).DefaultIfEmpty().Max(); least > 0; least--)
            for (var start = 0; start < runs.Count; start++)
            {
                var end = start;
                while (end < runs.Count && level(runs[end]) >= least) end++;
                runs.Reverse(start, end - start);
                start = end;
            }
    }

    static BidiClass DirectionOf(BidiClass[] classes) =>
        classes.FirstOrDefault(it => it == BidiClass.Left || IsRight(it)) is BidiClass.Right or BidiClass.ArabicLetter
            ? BidiClass.Right
            : BidiClass.Left;

    static bool IsRight(BidiClass it) => it is BidiClass.Right or BidiClass.ArabicLetter;

    /// <summary>Rule W1.</summary>
    static void SettleMarks(BidiClass[] classes, BidiClass line)
    {
        for (var i = 0; i < classes.Length; i++)
            if (classes[i] == BidiClass.Mark) classes[i] = i > 0 ? classes[i - 1] : line;
    }

    /// <summary>Rules W2 to W7: numbers take on what belongs to them, and are as the letters before them.</summary>
    static void SettleNumbers(BidiClass[] classes, BidiClass line)
    {
        var last = line;
        for (var i = 0; i < classes.Length; i++)
        {
            if (classes[i] == BidiClass.Left || IsRight(classes[i])) last = classes[i];
            if (classes[i] == BidiClass.Number && last == BidiClass.ArabicLetter) classes[i] = BidiClass.ArabicNumber;
        }
        for (var i = 0; i < classes.Length; i++)
            if (classes[i] == BidiClass.ArabicLetter) classes[i] = BidiClass.Right;
        for (var i = 1; i < classes.Length - 1; i++)
            if (classes[i - 1] == classes[i + 1]
                && ((classes[i] is BidiClass.Sign or BidiClass.InNumber && classes[i - 1] == BidiClass.Number)
                    || (classes[i] == BidiClass.InNumber && classes[i - 1] == BidiClass.ArabicNumber)))
                classes[i] = classes[i - 1];
        for (var start = 0; start < classes.Length; start++)
        {
            var end = start;
            while (end < classes.Length && classes[end] == BidiClass.AtNumber) end++;
            if (end > start && (ClassAt(classes, start - 1) == BidiClass.Number || ClassAt(classes, end) == BidiClass.Number))
                classes.AsSpan(start, end - start).Fill(BidiClass.Number);
            start = Math.Max(start, end - 1);
        }
        last = line;
        for (var i = 0; i < classes.Length; i++)
        {
            if (classes[i] is BidiClass.Sign or BidiClass.AtNumber or BidiClass.InNumber) classes[i] = BidiClass.Neutral;
            if (classes[i] is BidiClass.Left or BidiClass.Right) last = classes[i];
            if (classes[i] == BidiClass.Number && last == BidiClass.Left) classes[i] = BidiClass.Left;
        }
    }

    static BidiClass ClassAt(BidiClass[] classes, int i) => i >= 0 && i < classes.Length ? classes[i] : BidiClass.Neutral;

    /// <summary>Rule N0: both brackets of a pair go one way.</summary>
    static void SettleBrackets(string text, BidiClass[] classes, BidiClass line)
    {
        foreach (var (open, close) in PairsIn(text, classes))
        {
            var inside = classes[(open + 1)..close].Select(Strong).ToHashSet();
            BidiClass? way = inside.Contains(line) ? line
                : inside.Any(it => it is not null) ? Before(open) : null;
            if (way is { } settled) classes[open] = classes[close] = settled;
        }

        // Against the line only where what is before the pair runs so too.
        BidiClass Before(int open)
        {
            for (var i = open - 1; i >= 0; i--)
                if (Strong(classes[i]) is { } strong) return strong;
            return line;
        }
    }

    static List<(int Open, int Close)> PairsIn(string text, BidiClass[] classes)
    {
        var (open, pairs) = (new List<(int At, char Closes)>(), new List<(int Open, int Close)>());
        for (var i = 0; i < text.Length; i++)
        {
            if (classes[i] != BidiClass.Neutral || BidiClasses.Bracket(text[i]) is not var (partner, opens)) continue;
            if (opens) open.Add((i, partner));
            else if (open.FindLastIndex(it => it.Closes == text[i]) is >= 0 and var at)
            {
                pairs.Add((open[at].At, i));
                open.RemoveRange(at, open.Count - at);
            }
        }
        pairs.Sort();
        return pairs;
    }

    /// <summary>Numbers count as running from right to left (rules N0 to N2).</summary>
    static BidiClass? Strong(BidiClass it) => it switch
    {
        BidiClass.Left => BidiClass.Left,
        BidiClass.Right or BidiClass.Number or BidiClass.ArabicNumber => BidiClass.Right,
        _ => null,
    };

    /// <summary>
    /// Rules N1 and N2: what is neither letter nor number goes with its neighbours where they agree, and else with the line.
    /// </summary>
    static void SettleNeutrals(BidiClass[] classes, BidiClass line)
    {
        BidiClass Side(int i) => i < 0 || i >= classes.Length ? line : Strong(classes[i]) ?? line;

        for (var start = 0; start < classes.Length; start++)
        {
            var end = start;
            while (end < classes.Length && classes[end] == BidiClass.Neutral) end++;
            classes.AsSpan(start, end - start).Fill(Side(start - 1) == Side(end) ? Side(end) : line);
            start = end;
        }
    }
}
