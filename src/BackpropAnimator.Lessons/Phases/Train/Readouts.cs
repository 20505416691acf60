using System.Globalization;
using BackpropAnimator.Drawing;
using BackpropAnimator.Network;
using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>The large numbers that count along with a training: epoch, loss, and how much is right.</summary>
internal sealed class Readouts
{
    /// <summary>The height of one row, in stage units.</summary>
    public const float RowHeight = 84;

    // Narrower than this, numbers would have to be small.
    const float LeastWidth = 150, NameSize = 24, NumberSize = 48, Apart = 34;

    readonly LessonStage stage;
    readonly SKRect area;
    readonly TrainingFilm film;

    public Readouts(SKRect area, TrainingFilm film, LessonStage stage) => (this.area, this.film, this.stage) = (area, film, stage);

    /// <summary>How many rows a lesson's readouts take in a room of some width.</summary>
    public static int RowsIn(float width, LessonNumbers numbers) => CountOf(numbers) * LeastWidth <= width ? 1 : 2;

    static int CountOf(LessonNumbers numbers) => !numbers.Answers.AreAnswers ? 2 : numbers.TestSamples.IsEmpty ? 3 : 4;

    public void Draw(FrameBuilder frame, TrainingInstant now, double opacity)
    {
        if (opacity <= 0.01) return;
        var (palette, numbers, words) = (stage.Palette, stage.Numbers, stage.Words.Train);
        // What is on its way between two epochs belongs to neither.
        var epoch = now.Share is > 0 and < 1
            ? FormattableString.Invariant($"{now.From.Epoch} → {now.To.Epoch}")
            : now.Nearest.Epoch.ToString(CultureInfo.InvariantCulture);
        Draw(frame, 0, [words.Epoch], epoch, palette.Text, opacity);
        string[] loss = film.Samples.Length == 1 ? [words.Loss] : [words.MeanLossOf(film.Samples.Length), words.MeanLoss];
        Draw(frame, 1, loss, Numbers.Rounded(now.Of(m => m.Loss), 4), palette.Error, opacity);
        if (!numbers.Answers.AreAnswers) return;
        string[] names = numbers.TestSamples.IsEmpty ? [words.Accuracy] : [words.TrainingAccuracy, words.Accuracy];
        Draw(frame, 2, names, ProbabilityBars.Percent(now.Nearest.Accuracy.Share), palette.Text, opacity);
        if (!numbers.TestSamples.IsEmpty)
            Draw(
                frame, 3, [words.TestAccuracy, words.Test], ProbabilityBars.Percent(now.Nearest.TestAccuracy.Share), palette.Text, opacity);
    }

    // The longest of its names that fits above it.
    void Draw(FrameBuilder frame, int index, string[] names, string number, SKColor color, double opacity)
    {
        var count = CountOf(stage.Numbers);
        var columns = RowsIn(area.Width, stage.Numbers) == 1 ? count : 2;
        var width = area.Width / columns;
        var (left, top) = (area.Left + index % columns * width, area.Top + index / columns * RowHeight);
        var room = width - Apart;
        var name = names.FirstOrDefault(each => stage.Fonts.Shape(each, Face.Medium, NameSize).Width <= room, names[^1]);
        frame.Add(new TextLine(name, new(left, top + 22), NameSize, stage.Palette.Secondary.Faded(opacity), Face.Medium));
        // All are as large as a loss can be there, and a longer one is smaller.
        var widest = new[] { Numbers.Plain(0, 4), number }.Max(n => stage.Fonts.Shape(n, Face.Bold, NumberSize).Width);
        var size = NumberSize * Math.Min(1, room / widest);
        frame.Add(new TextLine(number, new(left, top + 70), size, color.Faded(opacity), Face.Bold) { Role = RoleOf.Readout });
    }
}
