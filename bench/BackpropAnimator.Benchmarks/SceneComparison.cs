using System.Diagnostics;
using System.Globalization;
using BackpropAnimator.Drawing;
using BackpropAnimator.Lessons;
using BackpropAnimator.Script;
using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace BackpropAnimator.Benchmarks;

/// <summary>
/// How long two scenes take to compose and paint, on one thread, without conversion: in turns, since a machine's speed changes from minute
/// to minute.
/// </summary>
internal static class SceneComparison
{
    const int Rounds = 9;

    public static void Run(string scene, string other)
    {
        using var fonts = FontShelf.Open();
        var lessons = (Of(scene, fonts), Of(other, fonts));
        // Once each without looking at the clock, so that no round pays for the compiler.
        Paint(lessons.Item1, fonts);
        Paint(lessons.Item2, fonts);
        var rounds =
            Enumerable.Range(0, Rounds).Select(_ => (First: Paint(lessons.Item1, fonts), Second: Paint(lessons.Item2, fonts))).ToArray();
        var ratio = Median(rounds.Select(r => r.Second / r.First));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
            compose and paint, 1920×1080, one thread, medians of {Rounds} pairs
            {scene}: {Median(rounds.Select(r => r.First.TotalSeconds)):0.00} s
            {other}: {Median(rounds.Select(r => r.Second.TotalSeconds)):0.00} s, {ratio:0.00} × as long
            """));
    }

    static Lesson Of(string file, FontShelf fonts)
    {
        var read = SceneReader.Read(file, []);
        return new(read.Scene ?? throw new ArgumentException(string.Join('\n', read.Diagnostics)), fonts);
    }

    static TimeSpan Paint(Lesson lesson, FontShelf fonts)
    {
        using var painter = new Painter(new SKSizeI(1920, 1080), fonts);
        var clock = Stopwatch.StartNew();
        for (var n = 0; n < lesson.FrameCount; n++) painter.Paint(lesson.FrameAt(n));
        return clock.Elapsed;
    }

    static double Median(IEnumerable<double> values) => values.Order().ElementAt(Rounds / 2);
}
