using System.Collections.Immutable;
using BackpropAnimator.Drawing;
using BackpropAnimator.Timeline;
using BackpropAnimator.Typesetting;
using MathNet.Numerics.LinearAlgebra;
using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>A network's input as a small table: what each number is called, and the number.</summary>
internal sealed class InputTable : ShownInput
{
    const float RowHeight = 64, ColumnWidth = 400, LargestText = 30, SmallestText = 22, Padding = 22, ValueShare = 0.34f, Corner = 18;

    // More rows or columns than these leave no room to read in.
    const int MostRows = 10, MostRowsInSquare = 4, MostColumns = 3;

    readonly ImmutableArray<int> shown;
    readonly int inputs, columns, rows;
    readonly SKRect place;
    readonly float textSize;

    /// <param name="place">Of <see cref="AspectFor"/>.</param>
    /// <param name="values">One number for each input of the network.</param>
    /// <param name="network">What the numbers go to.</param>
    public InputTable(SKRect place, Vector<double> values, NetworkLayout network, LessonStage stage) : base(stage)
    {
        (this.place, Values, inputs) = (place, values, values.Count);
        (columns, rows) = ShapeFor(inputs, stage.Layout);
        // Where not all have room, a last field says how many there are.
        shown = [.. Enumerable.Range(0, inputs <= columns * rows ? inputs : columns * rows - 1)];
        Turns = TurnsTowards(network, place, [.. Enumerable.Range(0, inputs).Select(i => Middle(FieldAt(i)))]);
        var room = FieldAt(0).Width * (1 - ValueShare) - Padding;
        var widest = shown.Max(i => stage.Fonts.Shape(NameOf(i), Face.Medium, LargestText).Width);
        textSize = Math.Clamp(Math.Min(LargestText * room / widest, FieldAt(0).Height * 0.55f), SmallestText, LargestText);
    }

    public override Vector<double> Values { get; }

    protected override SKRect Place => place;

    protected override ImmutableArray<int> Turns { get; }

    protected override float? NumberSize => textSize;

    /// <summary>Width over height of the table of a network with so many inputs.</summary>
    public static float AspectFor(int inputs, StageLayout layout)
    {
        var (columns, rows) = ShapeFor(inputs, layout);
        return columns * ColumnWidth / (rows * RowHeight);
    }

    // Tall pictures have the width for several columns above the network.
    static (int Columns, int Rows) ShapeFor(int inputs, StageLayout layout)
    {
        var isTall = layout.Body.Height > layout.Body.Width;
        var columns = !isTall ? 1 : inputs <= 1 ? 1 : inputs <= 4 ? 2 : MostColumns;
        var most = layout.IsWide ? MostRows : MostRowsInSquare;
        return (columns, Math.Min(most, (inputs + columns - 1) / columns));
    }

    public override void Draw(FrameBuilder frame, double opacity, double measured, double settled, double handed, double named)
    {
        if (opacity <= 0.01) return;
        var palette = Stage.Palette;
        // Without an outline: numbers leave across its edge.
        frame.Add(new Panel(place, Corner, Ground.Faded(opacity)));
        foreach (var i in shown)
        {
            var here = opacity * new Interval(0, 1).Staggered(i, shown.Length, 0.6).At(measured, Easing.InOutSine);
            if (here <= 0.01) continue;
            var field = FieldAt(i);
            frame.Add(new TextLine(
                Fitted(NameOf(i)), new(field.Left + Padding, field.MidY), textSize, palette.Secondary.Faded(here), Face.Medium,
                SKTextAlign.Left, TextAnchor.Middle));
            // On its way the number is drawn by itself; then it is seen in the network, and stays here for comparison.
            if (handed is <= 0 or >= 1)
                frame.Add(NumberAt(TextOf(i), Middle(ValueAt(i)), textSize, palette.Text, handed >= 1 ? 0.6 * here : here));
        }
        if (shown.Length < inputs)
            frame.Add(new TextLine(
                Stage.Words.Classify.InAll(inputs), Middle(FieldAt(shown.Length)), textSize,
                palette.Secondary.Faded(opacity * measured), Face.Medium, SKTextAlign.Center, TextAnchor.Middle));
        DrawName(
            frame, Stage.Words.Classify.SeesNumbers(inputs), place,
            opacity * named * new Interval(0.1, 0.5).At(measured, Easing.InOutSine));
    }

    protected override SKRect? FieldOf(int input) => input < shown.Length ? ValueAt(input) : null;

    protected override SKColor FillOf(int input) => Ground;

    protected override string TextOf(int input) => SampleNames.Given(Values[input]);

    SKColor Ground => Stage.Palette.Panel.Mixed(Stage.Palette.PanelBorder, 0.35);

    string NameOf(int input) => Stage.NameOf(new Unit(0, input));

    // What does not fit even in small letters is cut.
    string Fitted(string name)
    {
        var room = FieldAt(0).Width * (1 - ValueShare) - Padding;
        var cut = name;
        for (var length = name.Length - 1; length > 1 && Stage.Fonts.Shape(cut, Face.Medium, textSize).Width > room; length--)
            cut = name[..length].TrimEnd() + "…";
        return cut;
    }

    SKRect FieldAt(int n)
    {
        var (width, height) = (place.Width / columns, place.Height / rows);
        return SKRect.Create(place.Left + n % columns * width, place.Top + n / columns * height, width, height);
    }

    SKRect ValueAt(int n)
    {
        var field = FieldAt(n);
        return new(field.Right - field.Width * ValueShare, field.Top + 6, field.Right - 10, field.Bottom - 6);
    }
}
