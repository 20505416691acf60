using System.Collections.Immutable;
using BackpropAnimator.Drawing;
using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>How one quantity of the board looks at one moment.</summary>
/// <param name="Opacity">Its box and name.</param>
/// <param name="Worked">How far its numbers have appeared, and then its value: 0 to 1.</param>
/// <param name="Light">How much it is the one spoken of, 0 to 1.</param>
internal readonly record struct QuantityLook(double Opacity, double Worked, double Light);

/// <summary>
/// The arithmetic of one weight's gradient as boxes that multiply: error × slope makes δ below them, δ × input makes the gradient.
/// </summary>
internal sealed class ArithmeticBoard
{
    const float Between = 64, LargestGap = 54;

    readonly LessonStage stage;
    readonly ConnectionArithmetic numbers;
    readonly ImmutableArray<SKRect> boxes;
    readonly ImmutableArray<SKColor> colors;
    readonly float gap;

    public ArithmeticBoard(LessonStage stage, SKRect area, ConnectionArithmetic numbers)
    {
        (this.stage, this.numbers) = (stage, numbers);
        var palette = stage.Palette;
        gap = Math.Min(LargestGap, area.Height * 0.075f);
        var height = (area.Height - 2 * gap) / 3;
        var half = (area.Width - Between) / 2;
        SKRect Box(int row, bool right) =>
            SKRect.Create(right ? area.Right - half : area.Left, area.Top + row * (height + gap), half, height);
        var last = Box(2, false);
        boxes = [Box(0, false), Box(0, true), Box(1, false), Box(1, true), SKRect.Create(area.MidX - half / 2, last.Top, half, height)];
        colors =
        [
            palette.FactorError, palette.FactorSlope, palette.DeltaColor(numbers.Delta.Value), palette.FactorInput,
            palette.SignOf(numbers.Gradient.Value),
        ];
    }

    /// <param name="looks">Of error, slope, δ, input and gradient.</param>
    public void Draw(FrameBuilder frame, IReadOnlyList<QuantityLook> looks)
    {
        Quantity[] quantities = [numbers.Error, numbers.Slope, numbers.Delta, numbers.Input, numbers.Gradient];
        DrawProduct(frame, 0, 1, 2, looks[1].Opacity, looks[2].Opacity);
        DrawProduct(frame, 2, 3, 4, looks[3].Opacity, looks[4].Opacity);
        for (var i = 0; i < quantities.Length; i++) DrawQuantity(frame, quantities[i], boxes[i], colors[i], looks[i]);
    }

    void DrawQuantity(FrameBuilder frame, Quantity quantity, SKRect box, SKColor color, in QuantityLook look)
    {
        if (look.Opacity <= 0.01) return;
        var palette = stage.Palette;
        frame.Add(new Panel(
            box, 16, palette.Panel.Mixed(color, 0.07 * look.Light).Faded(look.Opacity),
            color.Faded((0.45 + 0.55 * look.Light) * look.Opacity), 2.5f + 1.5f * (float)look.Light));
        // A low box has its working and its result side by side.
        var isLow = box.Height < 150;
        var nameSize = Fit(quantity.Name, box.Width - 36, isLow ? 26 : 30);
        frame.Add(new TextLine(
            quantity.Name, new(box.MidX, box.Top + (isLow ? 0.38f : 0.23f) * box.Height), nameSize, palette.Text.Faded(look.Opacity),
            Face.SemiBold, SKTextAlign.Center));

        var (shown, valued) = (look.Opacity * Math.Min(1, 2 * look.Worked), look.Opacity * Math.Clamp(2 * look.Worked - 1, 0, 1));
        if (quantity.Result.Length == 0)
        {
            // Several numbers, which stand for themselves.
            var (row, rowSize) = Working(quantity, box.Width - 36, isLow ? 30 : 38);
            Set(frame, row, rowSize, new(box.MidX, box.Bottom - box.Height * (isLow ? 0.22f : 0.32f)), color, shown);
            return;
        }
        var resultSize = isLow ? 34f : 46f;
        var resultWidth = stage.Fonts.Lay(quantity.Result, resultSize).Width;
        var (source, size) = Working(quantity, box.Width - 36 - (isLow ? resultWidth + 12 : 0), isLow ? 30 : 34);
        var hasWorking = source.Length > 0;
        var baseline = box.Bottom - box.Height * (isLow ? 0.22f : hasWorking ? 0.15f : 0.25f);
        var shift = isLow && hasWorking ? (stage.Fonts.Lay(source, size).Width + 12) / 2 : 0;
        if (hasWorking)
            Set(
                frame, source, size, isLow ? new(box.MidX - (resultWidth + 12) / 2, baseline) : new(box.MidX, box.Top + box.Height * 0.53f),
                palette.Secondary, shown);
        Set(frame, quantity.Result, resultSize, new(box.MidX + shift, baseline), color, valued);
    }

    // The numbers where they can be read in one line, else the symbols.
    (string Source, float Size) Working(Quantity quantity, float width, float largest)
    {
        foreach (var source in new[] { quantity.Numbers, quantity.Symbols })
        {
            if (source.Length == 0) continue;
            var size = Math.Min(largest, MathF.Floor(largest * width / stage.Fonts.Lay(source, largest).Width));
            if (size >= 24) return (source, size);
        }
        return ("", largest);
    }

    void Set(FrameBuilder frame, string source, float size, SKPoint middle, SKColor color, double opacity)
    {
        if (opacity <= 0.01) return;
        var laid = stage.Fonts.Lay(source, size);
        frame.Add(new FormulaText(
            source, new(middle.X - laid.Width / 2, middle.Y), size, FormulaStyles.Plain(stage.Palette, opacity) with { Color = color }));
    }

    // The sign between two factors, and the way from it down to their product.
    void DrawProduct(FrameBuilder frame, int left, int right, int product, double sign, double arrow)
    {
        var palette = stage.Palette;
        var middle = new SKPoint((boxes[left].Right + boxes[right].Left) / 2, boxes[left].MidY);
        if (sign > 0.01)
        {
            const float reach = 11;
            var color = palette.Text.Faded(sign);
            frame.Add(new Line(new(middle.X - reach, middle.Y - reach), new(middle.X + reach, middle.Y + reach), 4, color));
            frame.Add(new Line(new(middle.X - reach, middle.Y + reach), new(middle.X + reach, middle.Y - reach), 4, color));
        }
        if (arrow <= 0.01) return;
        var (turn, end) = (boxes[left].Bottom + gap * 0.42f, new SKPoint(boxes[product].MidX, boxes[product].Top - 8));
        var ink = palette.Rest.Mixed(palette.Text, 0.35).Faded(arrow);
        frame.Add(new Polyline(
            [new SKPoint(middle.X, middle.Y + 26), new SKPoint(middle.X, turn), new SKPoint(end.X, turn), new SKPoint(end.X, end.Y - 8)], 3,
            ink));
        frame.Add(new Polygon(
            [new SKPoint(end.X, end.Y + 2), new SKPoint(end.X - 9, end.Y - 13), new SKPoint(end.X + 9, end.Y - 13)], ink));
    }

    float Fit(string text, float width, float largest) =>
        Math.Clamp(largest * width / stage.Fonts.Shape(text, Face.SemiBold, largest).Width, 22, largest);
}
