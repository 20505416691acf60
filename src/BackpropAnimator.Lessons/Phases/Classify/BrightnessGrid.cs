using System.Collections.Immutable;
using BackpropAnimator.Drawing;
using BackpropAnimator.Timeline;
using BackpropAnimator.Typesetting;
using MathNet.Numerics.LinearAlgebra;
using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>
/// A picture with the grid that its brightness is measured on, and the numbers on their way from there to the network's inputs.
/// </summary>
internal sealed class BrightnessGrid : ShownInput
{
    // Of a field's width; and the least that can be read.
    const float NumberShare = 0.26f, LargestNumber = 44, SmallestNumber = 22;

    // A field that numbers fit into.
    const float LeastWidth = 84, LeastHeight = 44;

    readonly Picture picture;
    readonly SKRect large, place;
    readonly int columns, rows;

    /// <param name="large">Where the picture stands at first.</param>
    /// <param name="place">Where it stands beside the network; of the same shape.</param>
    /// <param name="network">What the numbers go to; the grid has a field for each of its inputs.</param>
    /// <param name="columns">How many of them stand beside each other; null for as many as make them squarest.</param>
    public BrightnessGrid(Picture picture, SKRect large, SKRect place, NetworkLayout network, int? columns, LessonStage stage)
        : base(stage)
    {
        (this.picture, this.large, this.place) = (picture, large, place);
        var inputs = network.Sizes[0];
        this.columns = columns ?? Squarest(inputs, picture.Aspect);
        rows = inputs / this.columns;
        Turns = TurnsTowards(network, place, [.. Enumerable.Range(0, inputs).Select(i => Middle(FieldAt(i, place)))]);
        Values = picture.Brightness(this.columns, rows, stage.Fonts);
    }

    /// <summary>Brightness, row by row.</summary>
    public override Vector<double> Values { get; }

    protected override SKRect Place => place;

    protected override ImmutableArray<int> Turns { get; }

    protected override float? NumberSize => ShowsNumbers ? SizeIn(place) : null;

    bool ShowsNumbers => place.Width / columns >= LeastWidth && place.Height / rows >= LeastHeight;

    protected override SKRect? FieldOf(int input) => FieldAt(input, place);

    protected override string TextOf(int input) => Numbers.Value(Values[input]);

    public override void Draw(FrameBuilder frame, double opacity, double measured, double settled, double handed, double named)
    {
        if (opacity <= 0.01) return;
        var here = PlaceAt(settled);
        frame.Add(picture.Items(here, opacity));
        for (var i = 0; i < columns * rows; i++)
        {
            var shown = opacity * new Interval(0, 1).Staggered(i, columns * rows, 0.75).At(measured, Easing.InOutSine);
            if (shown <= 0.01) continue;
            // The picture shows through again once its numbers have gone.
            frame.Add(new Panel(FieldAt(i, here), 0, FillOf(i).Faded(shown * (1 - 0.75 * handed))));
            if (handed <= 0 && ShowsNumbers)
                frame.Add(NumberAt(TextOf(i), Middle(FieldAt(i, here)), SizeIn(here), InkOn(FillOf(i)), Math.Max(0, shown - 0.85) / 0.15));
        }
        DrawLines(frame, here, opacity * measured);
        DrawName(
            frame, Stage.Words.Classify.SeesBrightness(columns, rows), here,
            opacity * named * new Interval(0.1, 0.5).At(measured, Easing.InOutSine));
    }

    void DrawLines(FrameBuilder frame, SKRect here, double opacity)
    {
        var color = Stage.Palette.Background.Faded(opacity);
        for (var c = 1; c < columns; c++)
            frame.Add(new Line(
                new(here.Left + here.Width * c / columns, here.Top), new(here.Left + here.Width * c / columns, here.Bottom), 2, color));
        for (var r = 1; r < rows; r++)
            frame.Add(new Line(
                new(here.Left, here.Top + here.Height * r / rows), new(here.Right, here.Top + here.Height * r / rows), 2, color));
    }

    SKRect PlaceAt(double settled)
    {
        var share = (float)settled;
        return new(
            Between(large.Left, place.Left), Between(large.Top, place.Top), Between(large.Right, place.Right),
            Between(large.Bottom, place.Bottom));

        float Between(float from, float to) => from + (to - from) * share;
    }

    float SizeIn(SKRect here) => Math.Clamp(NumberShare * here.Width / columns, SmallestNumber, LargestNumber);

    SKRect FieldAt(int i, SKRect here)
    {
        var (width, height) = (here.Width / columns, here.Height / rows);
        return SKRect.Create(here.Left + i % columns * width, here.Top + i / columns * height, width, height);
    }

    protected override SKColor FillOf(int input)
    {
        var grey = (byte)Math.Round(255 * Values[input]);
        return new(grey, grey, grey);
    }

    static int Squarest(int fields, float aspect) =>
        Enumerable.Range(1, fields).Where(columns => fields % columns == 0)
            .MinBy(columns => Math.Abs(Math.Log((double)columns * columns / fields / aspect)));
}
