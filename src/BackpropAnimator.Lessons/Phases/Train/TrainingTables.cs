using System.Collections.Immutable;
using BackpropAnimator.Network;
using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>A table of a training's numbers: what it shows of an instant, lit where it has just changed.</summary>
internal abstract class TrainingTable
{
    /// <summary>The table's rows.</summary>
    /// <param name="now">What is shown.</param>
    /// <param name="before">A little earlier: what differs is lit.</param>
    public abstract ImmutableArray<TableRow> Rows(TrainingInstant now, TrainingInstant before);

    public abstract NumberTable Table { get; }

    /// <summary>The title as it is now.</summary>
    public abstract string Title(TrainingInstant now);

    /// <summary>A number that lights up as it changes.</summary>
    protected static TableCell Cell(
        TrainingInstant now, TrainingInstant before, Func<TrainingMoment, double> number, Func<double, string> written,
        SKColor? color = null)
    {
        var value = now.Of(number);
        var change = Math.Abs(value - before.Of(number));
        return new(written(value)) { Tint = Math.Min(1, change / (0.02 + 0.05 * Math.Abs(value))), Color = color };
    }

    /// <summary>Whether what comes out of it is never negative, and needs no room for a sign.</summary>
    protected static bool HasNoSign(Activation activation) => activation.Range.Low >= 0;

    /// <summary>A title that says where not every sample is shown.</summary>
    protected static string Of(string title, int shown, int all, Words.TrainWords words) =>
        shown < all ? words.ShownOf(title, shown, all) : title;

    /// <summary>The first of these titles, from the longest on, that a table has room for.</summary>
    protected static string Fitting(LessonStage stage, SKRect area, params string[] titles) => titles.FirstOrDefault(
        title => stage.Fonts.Shape(title, Face.SemiBold, NumberTable.TitleSize).Width <= area.Width, titles[^1]);

    /// <summary>A title that says where not every unit has a row.</summary>
    protected static string OfUnits(string title, int shown, int all, Words.TrainWords words) =>
        shown < all ? words.ShownUnits(title, shown, all) : title;
}
