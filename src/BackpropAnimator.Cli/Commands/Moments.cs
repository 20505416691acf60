using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using BackpropAnimator.Lessons;

namespace BackpropAnimator.Cli.Commands;

/// <summary>Times on the command line: "12.5s,20s" or "1500ms", and the frames that show them.</summary>
internal static class Moments
{
    public static Option<double[]> Option(string description, bool required) => new("--at")
    {
        Description = description,
        HelpName = "TIME,…",
        Required = required,
        CustomParser = Parse,
    };

    /// <summary>The frame on screen at a time: the last one that starts at or before it.</summary>
    public static int? FrameAt(Lesson lesson, double seconds)
    {
        var frame = (int)Math.Floor(seconds * lesson.Rate.FramesPerSecond + 1e-6);
        if (frame == lesson.FrameCount) frame--;
        if (frame >= 0 && frame < lesson.FrameCount) return frame;
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"error: there is no picture at {seconds} s"));
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  hint: the lesson lasts {lesson.Duration:0.###} s"));
        return null;
    }

    static double[] Parse(ArgumentResult result)
    {
        List<double> times = [];
        foreach (var word in result.Tokens.SelectMany(t => t.Value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)))
        {
            var (digits, unit) = word.EndsWith("ms", StringComparison.Ordinal) ? (word[..^2], 0.001) : word.EndsWith('s') ? (word[..^1], 1.0) : (word, 1.0);
            if (double.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)) times.Add(number * unit);
            else result.AddError($"'{word}' is not a time; write 12.5s, 1500ms or a number of seconds");
        }
        return [.. times];
    }
}
