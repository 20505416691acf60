using BackpropAnimator.Drawing;
using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>The texts of one frame, and what is wrong with them.</summary>
internal sealed class FrameText
{
    // Texts on their way in or out are not read yet, or no longer.
    const double LeastVisibility = 0.25;

    // Stage units. Smoothed outlines may touch; what is closer than this is seen as touching.
    const float Hair = 1.5f;

    // At 1080 units on the shorter side, what can still be read on a phone.
    const float SmallestSize = 22;

    // WCAG 2.1, success criterion 1.4.3.
    const double LeastContrast = 4.5;

    readonly SKColor ground;
    readonly List<TextOnScreen> texts = [];
    readonly List<FilledShape> shapes = [];

    public FrameText(Frame frame, FontShelf fonts)
    {
        ground = frame.Backdrop.Centre;
        for (var order = 0; order < frame.Items.Length; order++)
        {
            // It is faint and outside on purpose.
            if (frame.Items[order].Role == RoleOf.Watermark) continue;
            if (TextOnScreen.Of(frame.Items[order], order, fonts) is { } text) texts.Add(text);
            else if (FilledShape.Of(frame.Items[order], order) is { Opacity: > 0 } shape) shapes.Add(shape);
        }
        for (var i = 0; i < texts.Count; i++) texts[i] = Dimmed(texts[i]);
        texts.RemoveAll(t => t.Visibility < LeastVisibility);
    }

    /// <summary>The texts that can be read, from back to front.</summary>
    public IReadOnlyList<TextOnScreen> Texts => texts;

    public IEnumerable<Finding> Problems(SKRect safe)
    {
        foreach (var text in texts)
        {
            if (Outside(text.Ink, safe) is > Hair and var beyond)
                yield return new(
                    LayoutProblemKind.OutsideSafeArea, text, null, $"'{Short(text)}' reaches {beyond:0} units out of the safe area");
            if (text.Size < SmallestSize - 0.01f)
                yield return new(
                    LayoutProblemKind.TooSmall, text, null,
                    $"'{Short(text)}' is set in {text.Size:0.#} units, and {SmallestSize:0} is the least that can be read on a phone");
            if (shapes.Exists(shape => Cuts(shape, text) && !IsPlated(shape.Order, text.Order, text.Ink)))
                yield return new(LayoutProblemKind.Cut, text, null, $"'{Short(text)}' is cut by the edge of what it lies across");
            foreach (var (color, behind, contrast) in Faint(text))
            {
                var pair = $"{Hex(color)} on {Hex(behind)}";
                yield return new(
                    LayoutProblemKind.LowContrast, text, null,
                    $"'{Short(text)}' in {pair} has a contrast of {contrast:0.0}:1, and {LeastContrast:0.0}:1 is the least");
            }
        }
        for (var i = 0; i < texts.Count; i++)
            for (var j = i + 1; j < texts.Count; j++)
                if (Overlap(texts[i], texts[j]) is { } shared)
                    yield return new(
                        LayoutProblemKind.Overlap, texts[i], texts[j],
                        $"'{Short(texts[i])}' and '{Short(texts[j])}' overlap by {shared.Width:0} × {shared.Height:0} units");
    }

    // What lies over all of a text hides it as far as it is opaque: a label under another label's plate is not there.
    TextOnScreen Dimmed(TextOnScreen text)
    {
        var visibility = text.Visibility;
        foreach (var shape in shapes)
            if (shape.Order > text.Order && shape.Covers(text.Ink, Hair)) visibility *= 1 - shape.Opacity;
        return text with { Visibility = visibility };
    }

    SKRect? Overlap(TextOnScreen below, TextOnScreen above)
    {
        var (a, b) = (below.Ink, above.Ink);
        var shared = new SKRect(Math.Max(a.Left, b.Left), Math.Max(a.Top, b.Top), Math.Min(a.Right, b.Right), Math.Min(a.Bottom, b.Bottom));
        if (shared.Right - shared.Left <= Hair || shared.Bottom - shared.Top <= Hair) return null;
        // A plate between the two keeps them apart; that it cuts the lower one is another problem.
        return IsPlated(below.Order, above.Order, shared) ? null : shared;
    }

    // Whether something opaque lies under all of a place, between two items that meet there.
    bool IsPlated(int below, int above, SKRect place) => shapes.Exists(shape =>
        shape.Order > below && shape.Order < above && 1 - shape.Opacity < LeastVisibility && shape.Covers(place, Hair));

    // An outline cuts whatever lies across it; a fill without one cuts only what it lies over.
    static bool Cuts(FilledShape shape, TextOnScreen text)
    {
        var edge = shape.Order > text.Order ? Math.Max(shape.Border, shape.Opacity) : shape.Border;
        return edge >= LeastVisibility && shape.Touches(text.Ink, Hair) && !shape.Covers(text.Ink, Hair);
    }

    IEnumerable<(SKColor Color, SKColor Behind, double Contrast)> Faint(TextOnScreen text)
    {
        var middle = new SKPoint(text.Ink.MidX, text.Ink.MidY);
        var behind = ground;
        foreach (var shape in shapes)
            if (shape.Order < text.Order && shape.Contains(middle)) behind = behind.Mixed(shape.Fill.WithAlpha(255), shape.Opacity);
        foreach (var color in text.Colors)
            if (Colors.Contrast(color, behind) is < LeastContrast and var contrast) yield return (color, behind, contrast);
    }

    static float Outside(SKRect ink, SKRect safe) => Math.Max(
        Math.Max(safe.Left - ink.Left, ink.Right - safe.Right), Math.Max(safe.Top - ink.Top, ink.Bottom - safe.Bottom));

    static string Hex(SKColor color) => $"#{color.Red:X2}{color.Green:X2}{color.Blue:X2}";

    static string Short(TextOnScreen text) => text.Words.Length <= 48 ? text.Words : text.Words[..47] + "…";
}

/// <summary>
/// A panel or a disc of a frame: something that texts stand on, that hides what lies below it, and whose edge may cut a text.
/// </summary>
/// <param name="Order">Its place among the frame's items, from the back.</param>
/// <param name="IsRound">Whether it is the circle inside its box.</param>
/// <param name="Border">How visible its outline is, 0 to 1.</param>
internal readonly record struct FilledShape(int Order, SKRect Box, bool IsRound, SKColor Fill, double Border)
{
    /// <summary>The shape that an item fills; null for every other item.</summary>
    public static FilledShape? Of(DrawItem item, int order) => item switch
    {
        Panel panel => new(order, panel.Rect, false, panel.Fill, panel.BorderWidth > 0 ? panel.Border.Alpha / 255.0 : 0),
        // A unit's ring is an item of its own; the disc stands for both.
        Disc disc =>
            new(
                order, SKRect.Create(disc.Centre.X - disc.Radius, disc.Centre.Y - disc.Radius, 2 * disc.Radius, 2 * disc.Radius), true,
                disc.Color, disc.Color.Alpha / 255.0),
        _ => null,
    };

    public double Opacity => Fill.Alpha / 255.0;

    public bool Contains(SKPoint point) => IsRound ? Distance(point) <= Box.Width / 2 : Box.Contains(point.X, point.Y);

    /// <summary>Whether a text's ink lies within, give or take a hair.</summary>
    public bool Covers(SKRect ink, float hair) => IsRound
        // Letters do not fill the corners of their box: the middles of its sides decide.
        ? Distance(new(ink.Left, ink.MidY)) <= Box.Width / 2 + hair && Distance(new(ink.Right, ink.MidY)) <= Box.Width / 2 + hair
            && Distance(new(ink.MidX, ink.Top)) <= Box.Width / 2 + hair && Distance(new(ink.MidX, ink.Bottom)) <= Box.Width / 2 + hair
        : ink.Left >= Box.Left - hair && ink.Right <= Box.Right + hair && ink.Top >= Box.Top - hair && ink.Bottom <= Box.Bottom + hair;

    /// <summary>Whether some of a text's ink lies within, by more than a hair.</summary>
    public bool Touches(SKRect ink, float hair) => IsRound
        ? Distance(new(Math.Clamp(Box.MidX, ink.Left, ink.Right), Math.Clamp(Box.MidY, ink.Top, ink.Bottom))) < Box.Width / 2 - hair
        : Math.Min(ink.Right, Box.Right) - Math.Max(ink.Left, Box.Left) > hair
            && Math.Min(ink.Bottom, Box.Bottom) - Math.Max(ink.Top, Box.Top) > hair;

    float Distance(SKPoint point) => (point - new SKPoint(Box.MidX, Box.MidY)).Length;
}
