using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using BackpropAnimator.Lessons;
using BackpropAnimator.Script;

namespace BackpropAnimator.Cli.Commands;

/// <summary>Times on the command line: "12.5s,1:30" or "1500ms", and the frames that show them.</summary>
internal static class Moments
{
    // A frame's own time, written with some decimals, shall be that frame and not the one before.
    const double Rounding = 1e-3;

    /// <summary>An option with one time; null when it is left out.</summary>
    /// <param name="aboveZero">Whether 0 is refused.</param>
    public static Option<double?> One(string name, string description, bool aboveZero = false) => new(name)
    {
        Description = description,
        HelpName = "TIME",
        CustomParser = result =>
        {
            var times = Parse(result);
            if (times.Length > 1) result.AddError($"{name} takes one time, not {times.Length}");
            if (aboveZero && times is [0]) result.AddError($"{name} takes a time above zero");
            return times is [] ? null : times[0];
        },
    };

    /// <summary>--at with one time or several; empty when it is left out.</summary>
    public static Option<double[]> Several(string description) => Several("--at", description);

    /// <summary>An option with one time or several; empty when it is left out.</summary>
    public static Option<double[]> Several(string name, string description) =>
        new(name) { Description = description, HelpName = "TIME,…", CustomParser = Parse };

    /// <summary>The frame on screen at a time: the last one that starts at or before it; null, which is then told, after the end.</summary>
    public static int? FrameAt(Lesson lesson, CommandEnvironment environment, double seconds)
    {
        if (seconds <= lesson.Duration)
            return Math.Min(lesson.FrameCount - 1, (int)Math.Floor(seconds * lesson.Rate.FramesPerSecond + Rounding));
        environment.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"error: there is no picture at {seconds} s"));
        environment.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  hint: the lesson lasts {lesson.Duration:0.###} s"));
        return null;
    }

    static double[] Parse(ArgumentResult result)
    {
        List<double> times = [];
        foreach (var word in result.Tokens.SelectMany(t =>
            t.Value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)))
        {
            if (DurationText.Seconds(word) is { } seconds) times.Add(seconds);
            else result.AddError($"'{word}' is not a time; write 12.5s, 1500ms, 1:30 or a number of seconds");
        }
        return [.. times];
    }
}
