using BackpropAnimator.Drawing;
using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>How one cell of a matrix looks at one moment. The same cell keeps its look wherever it goes.</summary>
internal readonly record struct MatrixCell(string Text, SKColor Fill)
{
    // What is usually the longest number in a cell.
    const string Widest = "−0.000";

    const float LargestText = 30, SmallestText = 22, Gap = 6;

    public SKColor? TextColor { get; init; }
    /// <summary>1 as usual; 0 is an empty place.</summary>
    public double Opacity { get; init; } = 1;
    /// <summary>How much of the number shows.</summary>
    public double TextOpacity { get; init; } = 1;
    /// <summary>The strength of its light, 0 to 1.</summary>
    public double Light { get; init; }
    public SKColor LightColor { get; init; }

    /// <summary>Whether numbers such as "−0.83" can be read in cells of this size.</summary>
    public static bool HasRoom(SKSize pitch) => pitch.Width >= 70 && pitch.Height >= 34;

    public void Draw(FrameBuilder frame, LessonStage stage, SKPoint centre, SKSize pitch)
    {
        DrawPlate(frame, stage.Palette, centre, pitch);
        DrawText(frame, stage, centre, pitch);
    }

    /// <summary>The cell without its number: where cells pass close by each other, all plates go below all numbers.</summary>
    public void DrawPlate(FrameBuilder frame, Palette palette, SKPoint centre, SKSize pitch)
    {
        if (Opacity <= 0.01) return;
        var (width, height) = (Math.Max(2, pitch.Width - Gap), Math.Max(2, pitch.Height - Gap));
        var plate = SKRect.Create(centre.X - width / 2, centre.Y - height / 2, width, height);
        if (Light > 0.01) frame.Add(new Glow(centre, pitch.Width * 0.95f, LightColor.Faded(0.55 * Light * Opacity), LightColor, palette.GlowBlend));
        frame.Add(new Panel(plate, Math.Min(9, height / 4), Fill.Faded(Opacity), LightColor.Faded(Light * Opacity), Light > 0.01 ? 2.5f : 0));
    }

    public void DrawText(FrameBuilder frame, LessonStage stage, SKPoint centre, SKSize pitch)
    {
        var shown = Opacity * TextOpacity;
        if (shown <= 0.01 || Text.Length == 0 || !HasRoom(pitch)) return;
        // All cells of a size have numbers of a size, whatever these are.
        var size = Math.Min(LargestText, (pitch.Height - Gap) * 0.62f);
        size = Math.Max(SmallestText, MathF.Floor(Math.Min(size, size * (pitch.Width - Gap - 6) / stage.Fonts.Shape(Widest, Face.SemiBold, size).Width)));
        // A number that is wider than its cell is left to the colours.
        if (stage.Fonts.Shape(Text, Face.SemiBold, size).Width > pitch.Width - Gap) return;
        frame.Add(new TextLine(Text, centre, size, (TextColor ?? stage.Palette.Text).Faded(shown), Face.SemiBold, SKTextAlign.Center, TextAnchor.Middle));
    }
}
