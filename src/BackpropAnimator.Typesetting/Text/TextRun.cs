using HarfBuzzSharp;

namespace BackpropAnimator.Typesetting;

/// <summary>A stretch of a line that is of one face and one writing system and runs one way, so that it can be shaped as a whole.</summary>
/// <param name="Start">In UTF-16 units, as is <paramref name="Length"/>.</param>
/// <param name="Level">Its embedding level: odd from right to left.</param>
internal readonly record struct TextRun(string Text, int Start, int Length, FontFile File, int Level)
{
    public Direction Direction => Level % 2 == 0 ? Direction.LeftToRight : Direction.RightToLeft;

    /// <summary>What the run is shaped by.</summary>
    public Script Script => WritingSystem.OfRun(Text.AsSpan(Start, Length));

    /// <summary>A line's runs from left to right.</summary>
    /// <param name="files">The face of each UTF-16 unit.</param>
    public static List<TextRun> Of(string text, FontFile[] files)
    {
        var levels = BidiLevels.Of(text);
        var runs = new List<TextRun>();
        for (var start = 0; start < text.Length;)
        {
            var end = start + 1;
            while (end < text.Length && files[end] == files[start] && levels[end] == levels[start]) end++;
            foreach (var length in WritingSystem.Stretches(text.AsSpan(start, end - start)))
            {
                runs.Add(new(text, start, length, files[start], levels[start]));
                start += length;
            }
        }
        BidiLevels.Reorder(runs, run => run.Level);
        return runs;
    }
}
