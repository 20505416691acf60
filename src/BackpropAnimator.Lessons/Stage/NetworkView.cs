using System.Collections.Immutable;
using BackpropAnimator.Drawing;
using BackpropAnimator.Script;
using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>Draws the network in a pose: edges, then whatever travels along them, then units, then labels.</summary>
public sealed class NetworkView(NetworkLayout layout, LessonStage stage)
{
    readonly Palette palette = stage.Palette;

    const float ThinnestEdge = 1.6f, ThickestEdge = 6;
    const float NameSize = 27, LeastForCount = 130;
    const float LeastGapForLabels = 30, LeastGapForNumbers = 50, LeastRoomForNumbers = 70;

    readonly UnitPainter painter = new(layout, stage);

    public NetworkLayout Layout { get; } = layout;

    public Palette Palette => palette;

    /// <summary>What stands beside each input that is drawn: its name; empty for none.</summary>
    internal ImmutableArray<string> InputLabels { get; init; } = [];

    /// <summary>Whether units of hidden layers that are not shown whole have their numbers beside them.</summary>
    internal bool NumbersHidden { get; init; }

    /// <summary>The same network in another place.</summary>
    internal NetworkView In(NetworkLayout other) =>
        other == Layout ? this : new(other, stage) { InputLabels = InputLabels, NumbersHidden = NumbersHidden };

    /// <summary>Where the layers' names stand.</summary>
    public float NamesBaseline => Layout.Area.Top + 24;

    /// <summary>
    /// A weight's line width: it grows with |w| and levels off, so that one large weight does not flatten the rest. In steps that are too
    /// small to be seen, so that a weight that hardly changes keeps its line, which then need not be drawn anew.
    /// </summary>
    static float WidthOf(double weight, bool inCrowd)
    {
        var steps = inCrowd ? 4 : 16;
        return MathF.Round((ThinnestEdge + (ThickestEdge - ThinnestEdge) * (float)Math.Tanh(Math.Abs(weight) / 1.1)) * steps) / steps;
    }

    // A crowd that steps back, or comes, does so in steps too small to be seen: all of it has to be drawn anew for each.
    static double OpacityOf(in EdgeLook look, bool inCrowd) => inCrowd ? Math.Round(look.Opacity * 16) / 16 : look.Opacity;

    /// <summary>Draws everything.</summary>
    /// <param name="travellers">Drawn over the edges and under the units: packets, flows.</param>
    public void Draw(FrameBuilder frame, NetworkPose pose, IEnumerable<DrawItem>? travellers = null)
    {
        var (units, edges) = (Layout.Units, Layout.Edges);
        // What stays is at the bottom of the picture: edges, the light that was left along them, and the plates that keep both out of the
        // numbers. Light that moves lies over all of these, and is cut by none.
        for (var i = 0; i < edges.Length; i++) DrawEdge(frame, edges[i], pose.Edges[i]);
        // First where it rests: the painter keeps a picture of what lies lowest and stays the same.
        for (var i = 0; i < edges.Length; i++) if (!IsCatchingFire(pose.Edges[i])) DrawAfterglow(frame, edges[i], pose.Edges[i]);
        for (var i = 0; i < edges.Length; i++) if (IsCatchingFire(pose.Edges[i])) DrawAfterglow(frame, edges[i], pose.Edges[i]);
        var labels = new List<EdgeLabel>();
        for (var i = 0; i < edges.Length; i++) EdgeLabel.AddTo(labels, Layout, palette, edges[i], pose.Edges[i]);
        foreach (var label in labels) label.DrawPlate(frame, palette);
        for (var i = 0; i < edges.Length; i++) DrawLight(frame, edges[i], pose.Edges[i]);
        if (travellers is not null) frame.Add(travellers);
        for (var i = 0; i < units.Length; i++) painter.Draw(frame, units[i], pose.Units[i]);
        for (var layer = 0; layer < Layout.Sizes.Length; layer++) DrawName(frame, layer, pose.Names);
        for (var i = 0; i < InputLabels.Length; i++) DrawLabel(frame, units[i], InputLabels[i], pose.Names * pose.Units[i].Opacity);
        // Of a hidden layer that is not shown whole one wants to know which units these are.
        foreach (var unit in units)
            if (NumbersHidden && unit.Layer > 0 && unit.Layer < Layout.Sizes.Length - 1 && Layout.IsCut(unit.Layer)
                && Layout.RowGapOf(unit.Layer) >= LeastGapForNumbers && HasRoomBefore(unit.Layer))
                DrawLabel(frame, unit, FormattableString.Invariant($"{unit.Index + 1}"), pose.Names * pose[unit].Opacity);
        foreach (var label in labels) label.Draw(frame);
        for (var i = 0; i < units.Length; i++) painter.DrawDead(frame, units[i], pose.Units[i], pose.Names, labels);
    }

    void DrawEdge(FrameBuilder frame, Edge edge, in EdgeLook look)
    {
        if (look.Growth <= 0 || look.Opacity <= 0) return;
        var (from, to) = DrawnEnds(edge, look);
        var inCrowd = Layout.IsCrowd(edge.Layer);
        var (width, opacity) = (WidthOf(look.Weight, inCrowd), OpacityOf(look, inCrowd));
        var dashed = look.Weight < 0 ? look.SignShown : 0;
        if (dashed < 1) frame.Add(new Line(from, to, width, palette.Rest.Faded(0.62 * opacity * (1 - dashed))));
        if (dashed > 0) frame.Add(new Line(from, to, width, palette.Rest.Faded(0.75 * opacity * dashed), Dash: 6 + 2 * width));
    }

    void DrawLight(FrameBuilder frame, Edge edge, in EdgeLook look)
    {
        if (look.Growth <= 0 || look.Opacity <= 0) return;
        var (from, to) = DrawnEnds(edge, look);
        var inCrowd = Layout.IsCrowd(edge.Layer);
        if (!inCrowd) StepGhost.Draw(frame, from, to, WidthOf(look.Weight, inCrowd), look.Step, look.Ghost * look.Opacity, palette);
        if (look.Light <= 0.01) return;
        frame.Add(new Beam(
            from, to, Math.Max(2, WidthOf(look.Weight, inCrowd) * 0.8f), look.LightColor.Faded(0.75 * look.Light), palette.GlowBlend,
            Haze: !inCrowd));
    }

    // For a unit's number, between its disc and those of the layer before.
    bool HasRoomBefore(int layer) =>
        Layout.GapAfter(layer - 1) - Layout.RadiusOf(layer - 1) - Layout.RadiusOf(layer) >= LeastRoomForNumbers;

    static bool IsCatchingFire(in EdgeLook look) => look.FireReached is > 0 and < 1;

    // Cyan where only numbers going forward have been; from where the backward wave has come to, fire.
    void DrawAfterglow(FrameBuilder frame, Edge edge, in EdgeLook look)
    {
        if (look.Growth <= 0 || look.Opacity <= 0) return;
        var (from, to) = DrawnEnds(edge, look);
        var front = NetworkLayout.Along(to, from, (float)look.FireReached);
        if (look.FireReached < 1) DrawEmbers(frame, edge, from, front, look.Afterglow, look.Afterglow * look.Opacity, palette.Forward);
        // What steps back keeps most of its fire: numbers give way, light does not.
        if (look.FireReached > 0) DrawEmbers(frame, edge, front, to, look.Fire, look.Fire * Math.Sqrt(look.Opacity), palette.Backward);
    }

    // Wider and hotter where there is more light, up to a white thread in the strongest.
    void DrawEmbers(FrameBuilder frame, Edge edge, SKPoint from, SKPoint to, double strength, double light, SKColor color)
    {
        const float thread = 1.6f;
        var inCrowd = Layout.IsCrowd(edge.Layer);
        if (inCrowd) light = Math.Round(light * 16) / 16;
        if (light <= 0.02) return;
        var width = inCrowd ? 2 : 2 + 4 * (float)strength;
        frame.Add(new Beam(from, to, width, color.Faded(0.85 * light), palette.GlowBlend, Haze: !inCrowd) { Role = RoleOf.Afterglow });
        if (!inCrowd && light > 0.3)
            frame.Add(new Beam(
                from, to, thread, color.Mixed(palette.CoreOf(color), 0.6).Faded(0.7 * (light - 0.3)), palette.GlowBlend, Haze: false)
                {
                    Role = RoleOf.Afterglow,
                });
    }

    (SKPoint From, SKPoint To) DrawnEnds(Edge edge, in EdgeLook look)
    {
        var (from, to) = Layout.Ends(edge);
        return look.Growth == 1 ? (from, to) : (from, NetworkLayout.Along(from, to, (float)look.Growth));
    }

    /// <inheritdoc cref="UnitPainter.FitValue"/>
    public float FitValue(Unit unit, string value) => painter.FitValue(unit, value);

    // What a unit is called, at its disc's left, where rows are far enough apart for words.
    void DrawLabel(FrameBuilder frame, Unit unit, string label, double opacity)
    {
        if (opacity <= 0.01 || Layout.RowGapOf(unit.Layer) < LeastGapForLabels) return;
        var centre = Layout.Centre(unit);
        frame.Add(new TextLine(
            label, new(centre.X - Layout.RadiusOf(unit) - InputLabel.Gap, centre.Y), InputLabel.Size, palette.Secondary.Faded(opacity),
            Face.Medium, SKTextAlign.Right, TextAnchor.Middle) { Role = RoleOf.UnitName });
    }

    void DrawName(FrameBuilder frame, int layer, double opacity)
    {
        if (opacity <= 0.01) return;
        var last = Layout.Sizes.Length - 1;
        var name = Focus.NameOf(stage.Words, layer, last);
        // Many narrow layers keep the first and last name and the hidden ones' numbers.
        if (layer > 0 && layer < last)
        {
            var room = Math.Min(Layout.GapAfter(layer - 1), Layout.GapAfter(layer));
            if (room < 140) name = room < 66 ? "" : stage.Words.Network.HiddenShort(layer);
        }
        var at = new SKPoint(Layout.LayerX(layer), NamesBaseline);
        if (name.Length > 0) frame.Add(new TextLine(name, at, NameSize, palette.Secondary.Faded(opacity), Face.Medium, SKTextAlign.Center));
        if (!Layout.IsCut(layer)) return;
        // How many there are, where that does not reach into the next layer.
        bool IsNarrow(int gap) => gap >= 0 && gap < last && Layout.GapAfter(gap) < LeastForCount;
        var isNarrow = IsNarrow(layer - 1) || IsNarrow(layer);
        frame.Add(new TextLine(
            "⋮", Layout.CutPoint(layer), Math.Clamp(Layout.RowGapOf(layer) * 0.8f, 22, 40), palette.Secondary.Faded(opacity), Face.Bold,
            SKTextAlign.Center, TextAnchor.Middle));
        frame.Add(new TextLine(
            isNarrow ? $"{Layout.Sizes[layer]}" : stage.Words.Network.Of(Layout.UnitsOf(layer).Length, Layout.Sizes[layer]),
            new(at.X, Layout.CutPoint(layer).Y + Layout.RowGapOf(layer)), 22,
            palette.Secondary.Faded(opacity), Face.Regular, SKTextAlign.Center, TextAnchor.Middle));
    }
}
