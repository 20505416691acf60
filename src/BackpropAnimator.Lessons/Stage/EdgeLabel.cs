using BackpropAnimator.Drawing;
using BackpropAnimator.Script;
using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>A number beside an edge, with its plate.</summary>
/// <param name="Opacity">Of the plate, and of the number where its edge does not step back.</param>
/// <param name="EdgeOpacity">What is left of the edge's own.</param>
internal readonly record struct EdgeLabel(string Text, SKRect Place, SKColor Color, double Opacity, double EdgeOpacity, Face Face)
{
    /// <summary>The em of its digits where they have the least room.</summary>
    public const float SmallestSize = 22;

    const float LargestSize = 23;
    const double PlateOpacity = 0.88;

    // Half the width of a beam, in stage units.
    const float HalfLight = 5;

    public ItemRole Role { get; init; }

    /// <summary>That of a gradient: it has an arrow besides its colour.</summary>
    public int Sign { get; init; }

    /// <summary>Adds the labels of an edge: of its weight, its gradient and its change, as far as they show.</summary>
    public static void AddTo(List<EdgeLabel> labels, NetworkLayout layout, Palette palette, Edge edge, in EdgeLook look)
    {
        if (look.Opacity <= 0.01 || (look.LabelOpacity <= 0.01 && look.GradientOpacity <= 0.01 && look.ChangeOpacity <= 0.01)) return;
        // One number an edge: the weight goes before its gradient or its change comes.
        var weightOpacity = look.LabelOpacity * Math.Clamp(1 - 2 * Math.Max(look.GradientOpacity, look.ChangeOpacity), 0, 1);
        var gradientOpacity = look.LabelOpacity <= 0.01 ? look.GradientOpacity : Math.Clamp(2 * look.GradientOpacity - 1, 0, 1);
        if (weightOpacity > 0.01)
            labels.Add(new(
                Numbers.Value(look.Weight), Around(layout.LabelPoint(edge), EdgeLabels.WeightWidth), look.LabelColor ?? palette.Secondary,
                weightOpacity, look.Opacity, Face.Medium));
        if (gradientOpacity > 0.01)
            labels.Add(new(
                look.GradientText ?? Numbers.Signed(look.Gradient),
                Around(layout.LabelPoint(edge) - new SKPoint(0, (float)look.GradientClear * Clearance()), EdgeLabels.GradientWidth),
                look.GradientColor, gradientOpacity, look.Opacity, Face.SemiBold) { Sign = SignOf(look, palette) });
        var changeOpacity = Math.Clamp(2 * look.ChangeOpacity - 1, 0, 1);
        if (changeOpacity > 0.01)
            labels.Add(new(
                look.ChangeText, Around(layout.LabelPoint(edge) - new SKPoint(0, look.ChangeRise), EdgeLabels.GradientWidth),
                palette.Learned, changeOpacity, look.Opacity, Face.SemiBold) { Role = RoleOf.Change });

        // From the edge's line to the middle of a label that neither it nor its light runs through.
        float Clearance()
        {
            var (from, to) = layout.Ends(edge);
            var slope = Math.Abs(to.Y - from.Y) / Math.Max(1, to.X - from.X);
            return layout.LabelHeight(edge.Layer) / 2 + HalfLight + slope * EdgeLabels.GradientWidth / 2;
        }

        SKRect Around(SKPoint centre, float width)
        {
            var height = layout.LabelHeight(edge.Layer);
            return SKRect.Create(centre.X - width / 2, centre.Y - height / 2, width, height);
        }
    }

    // A label in another colour than that of its gradient's sign is no gradient.
    static int SignOf(in EdgeLook look, Palette palette) =>
        look.GradientColor == palette.SignOf(look.Gradient) ? Math.Sign(look.Gradient) : 0;

    /// <summary>Draws its plate, which stays whole when its edge steps back: it is what keeps lines out of the number.</summary>
    public void DrawPlate(FrameBuilder frame, Palette palette) => frame.Add(new Panel(
        Place, 7, palette.Background.Faded(PlateOpacity * Opacity * Math.Min(1, EdgeOpacity * 3)), IsGround: true));

    /// <summary>Writes the number.</summary>
    public void Draw(FrameBuilder frame)
    {
        const float digit = 0.6f, gap = 4;
        const int longestBesideArrow = 6;
        var em = Math.Clamp(Place.Height * 0.8f, SmallestSize, LargestSize);
        // The arrow stands before the number, and both together in the middle; the longest numbers leave it no room.
        var sign = Text.Length > longestBesideArrow ? 0 : Sign;
        var (color, shift) = (Color.Faded(Opacity * EdgeOpacity), sign == 0 ? 0 : (SignArrow.Width + gap) / 2);
        var left = Place.MidX + shift - Text.Length * digit * em / 2;
        if (SignArrow.At(new(left - gap / 2 - SignArrow.Width / 2, Place.MidY), sign, color) is { } arrow) frame.Add(arrow);
        frame.Add(new TextLine(
            Text, new(Place.MidX + shift, Place.MidY), em, color, Face, SKTextAlign.Center, TextAnchor.Middle) { Role = Role });
    }
}
