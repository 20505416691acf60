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
    /// <summary>How far the card glows with the error that stands on it, 0 to 1; it does so only while it shows one.</summary>
    public double Glow = LossBox.Glowing;
    /// <summary>How far the box is flooded with its light, and its number swollen: 0 to 1.</summary>
    public double Flood;
    public SKColor LightColor;
}

/// <summary>The box at the network's end that the loss comes out of.</summary>
internal sealed class LossBox(LessonStage stage)
{
    // What is smaller than this on one line goes on two, where there are two to it.
    const float SmallestLine = 27, SmallestFormula = 22;

    /// <summary>How far the card glows while other things are spoken of.</summary>
    public const double Glowing = 0.4;

    // How much of its colour the glowing card's ground has: the number on it stays clear.
    const double EmberGround = 0.1;

    // How far light at the rim keeps from its corners, and how wide it is.
    const float CornerKept = 14, RimWidth = 9;

    // How high a digit is, in ems, and how far a formula keeps from the number below it.
    const float CapHeight = 0.73f, Swollen = 0.22f, AboveNumber = 12;

    const float HeadingSize = 29, Margin = 24;

    /// <param name="place">Where it stands.</param>
    /// <param name="look">What it shows.</param>
    public void Draw(FrameBuilder frame, LossPlace place, LossBoxLook look)
    {
        if (look.Opacity <= 0.01 || look.Unfolded <= 0.01) return;
        var (area, palette) = (place.Area, stage.Palette);
        // From its middle.
        area.Inflate(0, -area.Height / 2 * (1 - (float)look.Unfolded));
        if (look.Light > 0.01)
        {
            var centre = new SKPoint(area.MidX, area.MidY);
            frame.Add(new Glow(
                centre, Math.Max(area.Width, area.Height) * 0.82f, look.LightColor.Faded(0.5 * look.Light), look.LightColor,
                palette.GlowBlend));
        }
        var glow = look.Value is null ? 0 : look.Glow * look.ValueOpacity;
        var border = palette.PanelBorder.Mixed(palette.Error, Math.Min(1, 1.4 * glow)).Mixed(look.LightColor, look.Light);
        var ember = palette.Background.Mixed(palette.Error, EmberGround);
        var ground = palette.Panel.Mixed(ember, glow * (1 - look.Flood)).Mixed(look.LightColor, 0.6 * look.Flood);
        frame.Add(new Panel(area, 18, ground.Faded(look.Opacity), border.Faded(look.Opacity), 2.5f + 1.5f * (float)glow)
        {
            Role = RoleOf.LossCard,
        });
        DrawRim(frame, area, glow * look.Opacity);

        if (look.Unfolded < 1 || place.Words <= 0.01) return;
        (look.Opacity, look.FormulaOpacity, look.ValueOpacity) =
            (place.Words * look.Opacity, place.Words * look.FormulaOpacity, place.Words * look.ValueOpacity);
        var form = CardForm.For(new(area.MidX, area.MidY), place.Form);
        // Where the number stands beside it, a long word is smaller.
        var beside = form.Numbers.Left - form.Area.Left - Margin;
        var headingRoom = beside > 0 ? beside : form.Area.Width - 2 * Margin;
        var headingWidth = stage.Fonts.Shape(stage.Words.Loss.Box, Face.SemiBold, HeadingSize).Width;
        frame.Add(new TextLine(
            stage.Words.Loss.Box, new(area.Left + Margin, form.Heading), HeadingSize * Math.Min(1, headingRoom / headingWidth),
            palette.Secondary.Mixed(palette.Text, Math.Max(glow, look.Flood)).Faded(look.Opacity), Face.SemiBold));
        if (look.FormulaOpacity > 0.01 && form.FormulaSize > 0) DrawFormula(frame, form, look.FormulaOpacity);
        if (look.Value is { } value) DrawValue(frame, form, value, look);
    }

    /// <summary>Whether words move as one from a card of one size to that of another: none of them comes, goes or breaks.</summary>
    public static bool AreArrangedAlike(SKSize a, SKSize b) =>
        CardForm.KindOf(a) == CardForm.KindOf(b) && (CardForm.KindOf(a) != CardKind.WithFormula || Math.Abs(a.Width - b.Width) < 1);

    enum CardKind
    {
        /// <summary>Heading and number on one line.</summary>
        Flat,

        /// <summary>The number below the heading.</summary>
        Number,

        /// <summary>And the formula between them.</summary>
        WithFormula,
    }

    /// <summary>How words are arranged on a card: on one line where it is flat, else below each other.</summary>
    /// <param name="Area">The card.</param>
    /// <param name="Numbers">What of its width numbers may take.</param>
    /// <param name="Heading">The baseline of its heading.</param>
    /// <param name="Number">The baseline of the loss.</param>
    /// <param name="NumberSize">Stage units per em.</param>
    /// <param name="FormulaSize">Stage units per em at most; 0 for none.</param>
    /// <param name="LinesSize">The same of a formula in two lines; 0 for none.</param>
    readonly record struct CardForm(
        SKRect Area, SKRect Numbers, float Heading, float Number, float NumberSize, float FormulaSize, float LinesSize)
    {
        const float Flat = 110, LeastForFormula = 260, FlatHeadingWidth = 116;

        public static CardKind KindOf(SKSize size) =>
            size.Height < Flat ? CardKind.Flat : size.Height < LeastForFormula ? CardKind.Number : CardKind.WithFormula;

        public static CardForm For(SKPoint middle, SKSize size)
        {
            var area = SKRect.Create(middle.X - size.Width / 2, middle.Y - size.Height / 2, size.Width, size.Height);
            var kind = KindOf(size);
            if (kind == CardKind.Flat)
                return new(
                    area, new(area.Left + Margin + FlatHeadingWidth, area.Top, area.Right, area.Bottom), area.MidY + 10, area.MidY + 15, 42,
                    FormulaSize: 0, LinesSize: 0);
            // The panel writes the formula out; a card that has no room for it twice is all number.
            return kind == CardKind.Number
                ? new(area, area, area.Top + 38, area.MidY + 0.2f * size.Height + 14, 0.3f * size.Height + 24, FormulaSize: 0, LinesSize: 0)
                : new(area, area, area.Top + 46, area.Bottom - 40, 69, 38, Math.Min(34, 0.112f * size.Height));
        }
    }

    // Light along the card's border.
    void DrawRim(FrameBuilder frame, SKRect area, double strength)
    {
        if (strength <= 0.01) return;
        var color = stage.Palette.Error.Faded(0.75 * strength);
        void Add(float x1, float y1, float x2, float y2) =>
            frame.Add(new Beam(new(x1, y1), new(x2, y2), RimWidth, color, stage.Palette.GlowBlend) { Role = RoleOf.Rim });
        var (left, right) = (area.Left + CornerKept, area.Right - CornerKept);
        Add(left, area.Top, right, area.Top);
        Add(left, area.Bottom, right, area.Bottom);
        var (top, bottom) = (area.Top + CornerKept, area.Bottom - CornerKept);
        if (bottom <= top) return;
        Add(area.Left, top, area.Left, bottom);
        Add(area.Right, top, area.Right, bottom);
    }

    void DrawFormula(FrameBuilder frame, CardForm form, double opacity)
    {
        var (loss, area) = (stage.Numbers.Network.Loss, form.Area);
        var (formula, size) = Fitting(Formulas.LossOf(loss), form.FormulaSize);
        // Between the heading and the number; a low box has less room for two.
        if (size < SmallestLine && form.LinesSize > 0) (formula, size) = Fitting(Formulas.LossInLines(loss), form.LinesSize);
        // A long one in a small box could not be read; the panel below the network writes it out.
        if (size < SmallestFormula) return;
        var usual = area.Top + area.Height * 0.47f - 0.25f * size;
        var laid = stage.Fonts.Lay(formula, size);
        // A high one rises from its place until it keeps clear of the number.
        var middle = Math.Min(usual, form.Number - CapHeight * form.NumberSize - AboveNumber - laid.Height / 2);
        frame.Add(new FormulaText(
            formula, new(area.MidX - laid.Width / 2, middle + (laid.Height - laid.Depth) / 2), size,
            FormulaStyles.Plain(stage.Palette, opacity)));

        // The largest size up to a wanted one at which a formula fits across the box.
        (string Formula, float Size) Fitting(string source, float wanted) =>
            (source, wanted * Math.Min(1, (area.Width - 36) / stage.Fonts.Lay(source, wanted).Width));
    }

    void DrawValue(FrameBuilder frame, CardForm form, double value, in LossBoxLook look)
    {
        var (area, palette, baseline) = (form.Numbers, stage.Palette, form.Number);
        var size = form.NumberSize * (1 + Swollen * (float)look.Flood);
        if (look.Before is { } before && look.Aside > 0.01)
        {
            DrawBeside(frame, area, before, value, look, baseline, size);
            return;
        }
        frame.Add(new TextLine(
            Numbers.Fine(value), new(area.MidX, baseline), size, palette.Error.Mixed(palette.Text, look.Flood).Faded(look.ValueOpacity),
            Face.Bold, SKTextAlign.Center));
    }

    // "before → after": the old value makes room for the new one, which is as large as it was.
    void DrawBeside(FrameBuilder frame, SKRect area, double before, double after, in LossBoxLook look, float baseline, float size)
    {
        const float gap = 0.3f, margin = 20, usual = 0.36f, smallest = 24;
        // One after another: the old one moves, the new one comes; the old one goes, the new one moves.
        const double moves = 0.8, goes = 0.4;
        var (palette, shown) = (stage.Palette, Math.Max(0, look.Aside - moves) / (1 - moves));
        var left = 1 - Math.Min(1, look.Settled / goes);
        var (was, now) = (Numbers.Rounded(before, look.Decimals), Numbers.Rounded(after, look.Decimals));
        float WidthOf(string text, float em) => stage.Fonts.Shape(text, Face.Bold, em).Width;
        // Both fit, and the old one can still be read.
        var (ofOld, ofNew, room) = (WidthOf(was, 1) + WidthOf("→", 1), WidthOf(now, 1) + gap, area.Width - 2 * margin);
        var least = smallest / usual;
        var fitting = room / (usual * ofOld + ofNew);
        size = Math.Min(size, fitting < least ? (room - smallest * ofOld) / ofNew : fitting);
        var smaller = Math.Max(usual, smallest / size);
        float Whole(float em) => WidthOf(was, smaller * em) + WidthOf("→", smaller * em) + WidthOf(now, em) + gap * em;
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
