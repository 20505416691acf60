using BackpropAnimator.Drawing;
using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>What the loss box shows at one moment.</summary>
internal struct LossBoxLook()
{
    public double Opacity = 1;
    /// <summary>How far the card has unfolded, 0 to 1: words come when it nearly has.</summary>
    public double Unfolded = 1;
    public double FormulaOpacity;
    /// <summary>The loss; null leaves the box empty.</summary>
    public double? Value;
    public double ValueOpacity = 1;
    /// <summary>The loss before the update, smaller and before "→"; null for none.</summary>
    public double? Before;
    /// <summary>How far that has stepped aside for the new one, 0 to 1.</summary>
    public double Aside;
    /// <summary>How far the old one has gone and the new one has its place, 0 to 1.</summary>
    public double Settled;
    /// <summary>How many decimals tell the two apart.</summary>
    public int Decimals = 3;
    public double Light;
    /// <summary>How far the box is flooded with its light, and its number swollen: 0 to 1.</summary>
    public double Flood;
    public SKColor LightColor;
}

/// <summary>The box at the network's end that the loss comes out of.</summary>
internal sealed class LossBox(LessonStage stage)
{
    // What is smaller than this on one line goes on two, where there are two to it.
    const float SmallestLine = 27, SmallestFormula = 22;

    // How high a digit is, in ems, and how far a formula keeps from the number below it.
    const float CapHeight = 0.73f, Swollen = 0.22f, AboveNumber = 12;

    public SKRect Area => stage.Layout.LossBox;

    public void Draw(FrameBuilder frame, LossBoxLook look)
    {
        if (look.Opacity <= 0.01 || look.Unfolded <= 0.01) return;
        var (area, palette) = (Area, stage.Palette);
        // From its middle.
        area.Inflate(0, -area.Height / 2 * (1 - (float)look.Unfolded));
        if (look.Light > 0.01)
        {
            var centre = new SKPoint(area.MidX, area.MidY);
            frame.Add(new Glow(
                centre, Math.Max(area.Width, area.Height) * 0.82f, look.LightColor.Faded(0.5 * look.Light), look.LightColor,
                palette.GlowBlend));
        }
        var border = palette.PanelBorder.Mixed(palette.Error, look.Value is null ? 0 : 0.55 * look.ValueOpacity);
        var ground = palette.Panel.Mixed(look.LightColor, 0.6 * look.Flood);
        frame.Add(new Panel(
            area, 18, ground.Faded(look.Opacity), border.Mixed(look.LightColor, look.Light).Faded(look.Opacity), 2.5f));

        if (look.Unfolded < 1) return;
        var small = area.Height < 220;
        frame.Add(new TextLine(
            "Loss L", new(area.Left + 24, area.Top + (small ? 38 : 46)), 29,
            palette.Secondary.Mixed(palette.Text, look.Flood).Faded(look.Opacity), Face.SemiBold));
        if (look.FormulaOpacity > 0.01) DrawFormula(frame, look.FormulaOpacity, small);
        if (look.Value is { } value) DrawValue(frame, value, look, small);
    }

    void DrawFormula(FrameBuilder frame, double opacity, bool small)
    {
        var loss = stage.Numbers.Network.Loss;
        var (formula, size) = Fitting(Formulas.LossOf(loss), small ? 30 : 38);
        // Between the heading and the number; a low box has less room for two.
        if (size < SmallestLine && !small) (formula, size) = Fitting(Formulas.LossInLines(loss), Math.Min(34, 0.112f * Area.Height));
        // A long one in a small box could not be read; the panel below the network writes it out.
        if (size < SmallestFormula) return;
        var usual = Area.Top + Area.Height * 0.47f - 0.25f * size;
        var laid = stage.Fonts.Lay(formula, size);
        // A high one rises from its place until it keeps clear of the number.
        var middle = Math.Min(usual, Baseline(small) - CapHeight * NumberSize(small) - AboveNumber - laid.Height / 2);
        frame.Add(new FormulaText(
            formula, new(Area.MidX - laid.Width / 2, middle + (laid.Height - laid.Depth) / 2), size,
            FormulaStyles.Plain(stage.Palette, opacity)));
    }

    // The largest size up to a wanted one at which a formula fits across the box.
    (string Formula, float Size) Fitting(string formula, float wanted) =>
        (formula, wanted * Math.Min(1, (Area.Width - 36) / stage.Fonts.Lay(formula, wanted).Width));

    float Baseline(bool small) => Area.Bottom - (small ? 22 : 40);

    static float NumberSize(bool small) => small ? 44 : 58;

    void DrawValue(FrameBuilder frame, double value, in LossBoxLook look, bool small)
    {
        var (area, palette) = (Area, stage.Palette);
        var (baseline, size) = (Baseline(small), NumberSize(small) * (1 + Swollen * (float)look.Flood));
        if (look.Before is { } before && look.Aside > 0.01)
        {
            DrawBeside(frame, before, value, look, baseline, size);
            return;
        }
        frame.Add(new TextLine(
            Numbers.Fine(value), new(area.MidX, baseline), size, palette.Error.Mixed(palette.Text, look.Flood).Faded(look.ValueOpacity),
            Face.Bold, SKTextAlign.Center));
    }

    // "before → after": the old value makes room for the new one, which is as large as it was.
    void DrawBeside(FrameBuilder frame, double before, double after, in LossBoxLook look, float baseline, float size)
    {
        const float smaller = 0.56f, gap = 0.3f, margin = 20;
        // One after another: the old one moves, the new one comes; the old one goes, the new one moves.
        const double moves = 0.8, goes = 0.4;
        var (area, palette, shown) = (Area, stage.Palette, Math.Max(0, look.Aside - moves) / (1 - moves));
        var left = 1 - Math.Min(1, look.Settled / goes);
        var (was, now) = (Numbers.Rounded(before, look.Decimals), Numbers.Rounded(after, look.Decimals));
        float WidthOf(string text, float em) => stage.Fonts.Shape(text, Face.Bold, em).Width;
        float Whole(float em) => WidthOf(was, smaller * em) + WidthOf("→", smaller * em) + WidthOf(now, em) + gap * em;
        size *= Math.Min(1, (area.Width - 2 * margin) / Whole(size));
        var (aside, settled) = ((float)Math.Min(1, look.Aside / moves), (float)(Math.Max(0, look.Settled - goes) / (1 - goes)));
        var (old, start) = (size * (1 - (1 - smaller) * aside), area.MidX - Whole(size) / 2);
        var (oldAt, newAt) = (start + WidthOf(was, smaller * size) / 2, start + Whole(size) - WidthOf(now, size) / 2);
        var arrowAt = (oldAt + WidthOf(was, smaller * size) / 2 + newAt - WidthOf(now, size) / 2) / 2;
        Write(was, area.MidX + (oldAt - area.MidX) * aside, old, palette.Error.Mixed(palette.Secondary, 0.75 * aside), left);
        Write("→", arrowAt, smaller * size, palette.Secondary, shown * left);
        Write(now, newAt + (area.MidX - newAt) * settled, size, palette.Error, shown);

        void Write(string text, float x, float em, SKColor color, double opacity)
        {
            if (opacity > 0.01)
                frame.Add(new TextLine(text, new(x, baseline), em, color.Faded(opacity), Face.Bold, SKTextAlign.Center));
        }
    }
}
