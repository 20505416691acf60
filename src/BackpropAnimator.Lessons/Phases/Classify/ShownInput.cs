using System.Collections.Immutable;
using BackpropAnimator.Drawing;
using BackpropAnimator.Timeline;
using BackpropAnimator.Typesetting;
using MathNet.Numerics.LinearAlgebra;
using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>
/// What a network is shown, with a field for each of its inputs: the fields' numbers leave for the units, where their plates become discs.
/// </summary>
internal abstract class ShownInput(LessonStage stage)
{
    const float NameSize = 27, SmallestName = 22;

    /// <summary>The network's input.</summary>
    public abstract Vector<double> Values { get; }

    /// <summary>Where it stands beside the network.</summary>
    protected abstract SKRect Place { get; }

    /// <summary>When each field leaves, counted from the first.</summary>
    protected abstract ImmutableArray<int> Turns { get; }

    /// <summary>The em of a number in its field, in the place beside the network; null where fields are too small for numbers.</summary>
    protected abstract float? NumberSize { get; }

    protected LessonStage Stage => stage;

    /// <param name="opacity">0 to 1.</param>
    /// <param name="measured">How much of it has been looked at, field by field: 0 to 1.</param>
    /// <param name="settled">How far it has come from its first place to the one beside the network, 0 to 1.</param>
    /// <param name="handed">How far the numbers have left for the network, 0 to 1.</param>
    /// <param name="named">How visible the line is that says what this is, 0 to 1: numbers on their way may pass over it.</param>
    public abstract void Draw(FrameBuilder frame, double opacity, double measured, double settled, double handed, double named);

    /// <summary>An input's field beside the network; null where it is not shown.</summary>
    protected abstract SKRect? FieldOf(int input);

    /// <summary>The colour of an input's field.</summary>
    protected abstract SKColor FillOf(int input);

    protected abstract string TextOf(int input);

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
            if (t >= turn.End || FieldOf(unit.Index) is not { } field) continue;
            var (centre, moved) = (network.Centre(unit), (float)turn.At(t, Easing.InOutCubic));
            var middle = WayTo(centre, Middle(field), network.RadiusOf(unit)).At(moved);
            float width = field.Width + (2 * network.RadiusOf(unit) - field.Width) * moved,
                height = field.Height + (2 * network.RadiusOf(unit) - field.Height) * moved;
            var plate = SKRect.Create(middle.X - width / 2, middle.Y - height / 2, width, height);
            var fill = FillOf(unit.Index).Mixed(stage.Palette.NeuronFill, moved);
            frame.Add(new Panel(
                plate, Math.Min(width, height) / 2 * moved, fill.Faded(opacity), stage.Palette.Background.Faded(opacity), 2));
            if (NumberSize is not { } size || !network.ShowsValues(0) || network.ValueDecimals(0) < 2) continue;
            var text = TextOf(unit.Index);
            frame.Add(NumberAt(text, middle, size + (view.FitValue(unit, text) - size) * moved, InkOn(fill), opacity));
        }
    }

    protected static TextLine NumberAt(string text, SKPoint at, float size, SKColor color, double opacity) =>
        new(text, at, size, color.Faded(opacity), Face.SemiBold, SKTextAlign.Center, TextAnchor.Middle);

    protected static SKColor InkOn(SKColor ground) =>
        new[] { SKColors.Black, SKColors.White }.MaxBy(ink => Colors.Contrast(ink, ground));

    protected static SKPoint Middle(SKRect rect) => new(rect.MidX, rect.MidY);

    /// <summary>
    /// The order in which fields leave: those on the network's side go first, so that no number travels over one that still waits.
    /// </summary>
    protected static ImmutableArray<int> TurnsTowards(NetworkLayout network, SKRect place, ImmutableArray<SKPoint> fields)
    {
        var towards = new SKPoint(network.LayerX(0), network.MiddleY) - Middle(place);
        var inOrder = Enumerable.Range(0, fields.Length).OrderByDescending(i => fields[i].X * towards.X + fields[i].Y * towards.Y).ToList();
        return [.. inOrder.Select((_, i) => inOrder.IndexOf(i))];
    }

    /// <summary>The line that says what this is, on the side that no number leaves by.</summary>
    protected void DrawName(FrameBuilder frame, string name, SKRect here, double opacity)
    {
        if (opacity <= 0.01) return;
        var width = Math.Max(here.Width, 300);
        var size = stage.Fonts.Shape(name, Face.Regular, NameSize).Width > width ? (NameSize + SmallestName) / 2 : NameSize;
        var lines = stage.Fonts.Wrap(name, Face.Regular, size, width);
        var baseline = stage.Layout.IsWide ? here.Bottom + 44 : here.Top - 18 - (lines.Count - 1) * size * 1.3f;
        foreach (var line in lines)
        {
            frame.Add(new TextLine(
                line, new(here.MidX, baseline), size, stage.Palette.Secondary.Faded(opacity), Face.Regular, SKTextAlign.Center));
            baseline += size * 1.3f;
        }
    }

    // Where it stands above the network, numbers come to their units from the side, so that they pass over no other.
    Route WayTo(SKPoint unit, SKPoint field, float radius)
    {
        if (Place.Right < unit.X - radius) return new(field, unit);
        var beside = new SKPoint(unit.X + 5 * radius, unit.Y);
        return new([.. Route.Bend(field, NetworkLayout.Along(field, beside, 0.5f), beside, unit)]);
    }

    Interval TurnOf(int input, Interval handing) => handing.Share(0.15, 1).Staggered(Turns[input], Turns.Length, 0.1);
}
