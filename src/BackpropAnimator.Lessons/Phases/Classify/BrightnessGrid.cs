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
internal sealed class BrightnessGrid
{
    // Of a field's width; and the least that can be read.
    const float NumberShare = 0.26f, LargestNumber = 44, SmallestNumber = 22, NameSize = 27, SmallestName = 22;

    // A field that numbers fit into.
    const float LeastWidth = 84, LeastHeight = 44;

    readonly Picture picture;
    readonly LessonStage stage;
    readonly SKRect large, place;
    readonly int columns, rows;

    // When each field leaves, counted from the first.
    readonly ImmutableArray<int> turns;

    /// <param name="large">Where the picture stands at first.</param>
    /// <param name="place">Where it stands beside the network; of the same shape.</param>
    /// <param name="network">What the numbers go to; the grid has a field for each of its inputs.</param>
    /// <param name="columns">How many of them stand beside each other; null for as many as make them squarest.</param>
    public BrightnessGrid(Picture picture, SKRect large, SKRect place, NetworkLayout network, int? columns, LessonStage stage)
    {
        (this.picture, this.stage, this.large, this.place) = (picture, stage, large, place);
        var inputs = network.Sizes[0];
        this.columns = columns ?? Squarest(inputs, picture.Aspect);
        rows = inputs / this.columns;
        turns = TurnsTowards(new(network.LayerX(0), network.MiddleY));
        Brightness = picture.Brightness(this.columns, rows, stage.Fonts);
    }

    /// <summary>Row by row: the network's input.</summary>
    public Vector<double> Brightness { get; }

    bool ShowsNumbers => place.Width / columns >= LeastWidth && place.Height / rows >= LeastHeight;

    /// <param name="opacity">0 to 1.</param>
    /// <param name="measured">How much of the grid has been measured, field by field: 0 to 1.</param>
    /// <param name="settled">How far the picture has come from its first place to the one beside the network, 0 to 1.</param>
    /// <param name="handed">How far the numbers have left for the network, 0 to 1.</param>
    /// <param name="named">How visible the line is that says what this is, 0 to 1: numbers on their way may pass over it.</param>
    public void Draw(FrameBuilder frame, double opacity, double measured, double settled, double handed, double named)
    {
        if (opacity <= 0.01) return;
        var here = PlaceAt(settled);
        frame.Add(picture.Items(here, opacity));
        for (var i = 0; i < columns * rows; i++)
        {
            var shown = opacity * new Interval(0, 1).Staggered(i, columns * rows, 0.75).At(measured, Easing.InOutSine);
            if (shown <= 0.01) continue;
            // The picture shows through again once its numbers have gone.
            frame.Add(new Panel(FieldAt(i, here), 0, GreyOf(i).Faded(shown * (1 - 0.75 * handed))));
            if (handed <= 0 && ShowsNumbers)
                frame.Add(NumberAt(i, Middle(FieldAt(i, here)), SizeIn(here), InkOn(GreyOf(i)), Math.Max(0, shown - 0.85) / 0.15));
        }
        DrawLines(frame, here, opacity * measured);
        DrawName(frame, here, opacity * named * new Interval(0.1, 0.5).At(measured, Easing.InOutSine));
    }

    void DrawLines(FrameBuilder frame, SKRect here, double opacity)
    {
        var color = stage.Palette.Background.Faded(opacity);
        for (var c = 1; c < columns; c++)
            frame.Add(new Line(
                new(here.Left + here.Width * c / columns, here.Top), new(here.Left + here.Width * c / columns, here.Bottom), 2, color));
        for (var r = 1; r < rows; r++)
            frame.Add(new Line(
                new(here.Left, here.Top + here.Height * r / rows), new(here.Right, here.Top + here.Height * r / rows), 2, color));
    }

    void DrawName(FrameBuilder frame, SKRect here, double opacity)
    {
        if (opacity <= 0.01) return;
        var name = $"what the network sees: {columns} × {rows} brightness values";
        var width = Math.Max(here.Width, 300);
        var size = stage.Fonts.Shape(name, Face.Regular, NameSize).Width > width ? (NameSize + SmallestName) / 2 : NameSize;
        var lines = stage.Fonts.Wrap(name, Face.Regular, size, width);
        // On the side that no number leaves by.
        var baseline = stage.Layout.IsWide ? here.Bottom + 44 : here.Top - 18 - (lines.Count - 1) * size * 1.3f;
        foreach (var line in lines)
        {
            frame.Add(new TextLine(
                line, new(here.MidX, baseline), size, stage.Palette.Secondary.Faded(opacity), Face.Regular, SKTextAlign.Center));
            baseline += size * 1.3f;
        }
    }

    /// <summary>When the number of an input arrives there.</summary>
    public double ArrivalOf(int input, Interval handing) => TurnOf(input, handing).End;

    /// <summary>The fields on their way to the units that they are the input of.</summary>
    public void DrawTravelling(FrameBuilder frame, NetworkView view, Interval handing, double t, double opacity)
    {
        if (t < handing.Start) return;
        var network = view.Layout;
        // Those that wait lie below those that are on their way.
        foreach (var unit in network.UnitsOf(0).OrderByDescending(u => TurnOf(u.Index, handing).Start))
        {
            var turn = TurnOf(unit.Index, handing);
            if (t >= turn.End) continue;
            var (field, centre, moved) = (FieldAt(unit.Index, place), network.Centre(unit), (float)turn.At(t, Easing.InOutCubic));
            var middle = WayTo(centre, Middle(field), network.RadiusOf(0)).At(moved);
            float width = field.Width + (2 * network.RadiusOf(0) - field.Width) * moved,
                height = field.Height + (2 * network.RadiusOf(0) - field.Height) * moved;
            var plate = SKRect.Create(middle.X - width / 2, middle.Y - height / 2, width, height);
            var fill = GreyOf(unit.Index).Mixed(stage.Palette.NeuronFill, moved);
            frame.Add(new Panel(
                plate, Math.Min(width, height) / 2 * moved, fill.Faded(opacity), stage.Palette.Background.Faded(opacity), 2));
            var size = SizeIn(place) + (view.FitValue(unit, Numbers.Value(Brightness[unit.Index])) - SizeIn(place)) * moved;
            if (ShowsNumbers && network.ShowsValues(0) && network.ValueDecimals(0) == 2)
                frame.Add(NumberAt(unit.Index, middle, size, InkOn(fill), opacity));
        }
    }

    // Where the picture stands above the network, numbers come to their units from the side, so that they pass over no other.
    Route WayTo(SKPoint unit, SKPoint field, float radius)
    {
        if (place.Right < unit.X - radius) return new(field, unit);
        var beside = new SKPoint(unit.X + 5 * radius, unit.Y);
        return new([.. Route.Bend(field, NetworkLayout.Along(field, beside, 0.5f), beside, unit)]);
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

    Interval TurnOf(int input, Interval handing) => handing.Share(0.15, 1).Staggered(turns[input], turns.Length, 0.1);

    // Those on the network's side go first, so that no number travels over one that still waits.
    ImmutableArray<int> TurnsTowards(SKPoint network)
    {
        var towards = network - Middle(place);
        var inOrder = Enumerable.Range(0, columns * rows).OrderByDescending(Along).ToList();
        return [.. inOrder.Select((_, i) => inOrder.IndexOf(i))];

        float Along(int field)
        {
            var at = Middle(FieldAt(field, place));
            return at.X * towards.X + at.Y * towards.Y;
        }
    }

    TextLine NumberAt(int input, SKPoint at, float size, SKColor color, double opacity) =>
        new(Numbers.Value(Brightness[input]), at, size, color.Faded(opacity), Face.SemiBold, SKTextAlign.Center, TextAnchor.Middle);

    SKRect FieldAt(int i, SKRect here)
    {
        var (width, height) = (here.Width / columns, here.Height / rows);
        return SKRect.Create(here.Left + i % columns * width, here.Top + i / columns * height, width, height);
    }

    SKColor GreyOf(int i)
    {
        var grey = (byte)Math.Round(255 * Brightness[i]);
        return new(grey, grey, grey);
    }

    static SKColor InkOn(SKColor ground) => new[] { SKColors.Black, SKColors.White }.MaxBy(ink => Colors.Contrast(ink, ground));

    static SKPoint Middle(SKRect rect) => new(rect.MidX, rect.MidY);

    static int Squarest(int fields, float aspect) =>
        Enumerable.Range(1, fields).Where(columns => fields % columns == 0)
            .MinBy(columns => Math.Abs(Math.Log((double)columns * columns / fields / aspect)));
}
