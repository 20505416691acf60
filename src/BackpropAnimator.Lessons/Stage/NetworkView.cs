using System.Collections.Immutable;
using BackpropAnimator.Drawing;
using BackpropAnimator.Script;
using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>Draws the network in a pose: edges, then whatever travels along them, then units, then labels.</summary>
public sealed class NetworkView(NetworkLayout layout, Palette palette)
{
    const float ThinnestEdge = 1.6f, ThickestEdge = 6;
    const float ValueSize = 30, SmallestValueSize = 22, LeastForCount = 130;
    const float LeastGapForLabels = 30, LeastGapForNumbers = 50, LeastRoomForNumbers = 70;
    const double PlateOpacity = 0.88;
    const float LidLight = 4;
    const float LabelSize = 23, SmallestLabelSize = 22, DeltaSize = 25, NameSize = 27;

    public NetworkLayout Layout { get; } = layout;

    public Palette Palette => palette;

    /// <summary>What stands beside each input that is drawn: its name; empty for none.</summary>
    internal ImmutableArray<string> InputLabels { get; init; } = [];

    /// <summary>Whether units of hidden layers that are not shown whole have their numbers beside them.</summary>
    internal bool NumbersHidden { get; init; }

    /// <summary>The same network in another place.</summary>
    internal NetworkView In(NetworkLayout other) =>
        other == Layout ? this : new(other, palette) { InputLabels = InputLabels, NumbersHidden = NumbersHidden };

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
        for (var i = 0; i < edges.Length; i++) Label(edges[i], pose.Edges[i], labels);
        foreach (var label in labels) DrawPlate(frame, label);
        for (var i = 0; i < edges.Length; i++) DrawLight(frame, edges[i], pose.Edges[i]);
        if (travellers is not null) frame.Add(travellers);
        for (var i = 0; i < units.Length; i++) DrawUnit(frame, units[i], pose.Units[i]);
        for (var layer = 0; layer < Layout.Sizes.Length; layer++) DrawName(frame, layer, pose.Names);
        for (var i = 0; i < InputLabels.Length; i++) DrawLabel(frame, units[i], InputLabels[i], pose.Names * pose.Units[i].Opacity);
        // Of a hidden layer that is not shown whole one wants to know which units these are.
        foreach (var unit in units)
            if (NumbersHidden && unit.Layer > 0 && unit.Layer < Layout.Sizes.Length - 1 && Layout.IsCut(unit.Layer)
                && Layout.RowGapOf(unit.Layer) >= LeastGapForNumbers && HasRoomBefore(unit.Layer))
                DrawLabel(frame, unit, FormattableString.Invariant($"{unit.Index + 1}"), pose.Names * pose[unit].Opacity);
        foreach (var label in labels) DrawLabel(frame, label);
        for (var i = 0; i < units.Length; i++) DrawDead(frame, units[i], pose.Units[i], pose.Names, labels);
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

    void DrawUnit(FrameBuilder frame, Unit unit, in UnitLook look)
    {
        if (look.Presence <= 0) return;
        var centre = Layout.Centre(unit);
        var radius = Layout.RadiusOf(unit) * (float)look.Presence;
        var opacity = Math.Min(1, look.Presence) * look.Opacity;
        var death = new Death(look.Dead);
        // A mark in a colour of its own takes the ring over: one ring says one thing at a time.
        var marked = look.MarkColor == palette.Text ? 0 : Math.Max(look.Mark, look.SecondMark);
        // Light that comes to a closed lid does not get in: it runs round the rim.
        var (light, kept) = (look.Light * (1 - death.LidClosed), look.Light * death.LidClosed);
        DrawUnitsAfterglow(frame, centre, radius, look);
        if (light > 0.01)
            frame.Add(new Glow(centre, radius * 2.5f, look.LightColor.Faded(0.95 * light), look.LightColor, palette.GlowBlend));
        if (kept > 0.01)
            frame.Add(new Ring(centre, radius + LidLight, 5, look.LightColor.Faded(kept)) { Role = RoleOf.LidLight });

        if (look.Mark > 0.01)
            frame.Add(new Glow(
                centre, radius * 2.2f, look.MarkColor.Faded((look.MarkColor == palette.Text ? 0.3 : 0.7) * look.Mark), look.MarkColor,
                palette.GlowBlend));

        var fill = palette.NeuronFill.Mixed(palette.LightOf(palette.Forward), 0.34 * look.Level * look.LevelLight)
            .Mixed(palette.LightOf(palette.Backward), 0.2 * look.Blame)
            .Mixed(Death.Ash(palette), death.Ashen);
        frame.Add(new Disc(centre, radius, palette.Background.Faded(opacity)));
        frame.Add(new Disc(centre, radius, fill.Faded(opacity)));
        frame.Add(new Ring(centre, radius, 3, palette.Rest.Faded(opacity)));
        var level = Math.Min(1, look.Level) * (1 - death.Drained);
        if (level > 0.002)
            frame.Add(new Ring(
                centre, radius, 5, palette.Forward.Faded(opacity * look.LevelLight * (1 - marked)), 0, (float)(360 * level)));
        // On the same ring, from the top the other way round.
        var blamed = (float)(360 * Math.Min(1, look.Blame));
        if (look.Blame > 0.002)
            frame.Add(new Ring(
                centre, radius, 6.5f,
                palette.Backward.Mixed(palette.CoreOf(palette.Backward), 0.25 * look.Blame).Faded(opacity * (1 - marked)),
                360 - blamed, blamed)
                {
                    Role = RoleOf.Blame,
                });
        if (light > 0.01)
            frame.Add(new Ring(centre, radius, 4, look.LightColor.Mixed(palette.CoreOf(look.LightColor), 0.35).Faded(light * opacity)));
        if (look.Mark > 0.01 || look.SecondMark > 0.01) DrawMark(frame, centre, radius, look);
        if (Layout.ShowsValues(unit.Layer) && look.ValueOpacity > 0.01)
            frame.Add(new TextLine(
                look.Value, centre, FitValue(unit, look.Value),
                palette.Text.Faded(look.ValueOpacity * look.Opacity * death.NumberLeft), Face.SemiBold, SKTextAlign.Center,
                TextAnchor.Middle));
        death.DrawLid(frame, centre, radius, palette, opacity);
        // Within its own row: no flake falls across the next unit's number.
        death.DrawAsh(
            frame, centre, radius, Math.Min(1.7f * radius, Math.Max(0, Layout.RowGapOf(unit.Layer) - 2 * radius)), palette, opacity);
        if (Layout.ShowsDeltas(unit.Layer) && look.DeltaOpacity > 0.01) DrawDelta(frame, unit, look);
        if (look.Lock > 0.01)
            frame.Add(new Padlock(
                new(centre.X + Layout.RadiusOf(unit) * 0.86f, centre.Y + Layout.RadiusOf(unit) * 0.8f),
                Math.Max(24, Layout.RadiusOf(unit) * 0.8f) * (float)look.Lock, palette.FactorSlope, palette.Background,
                (float)look.Opened));
    }

    // Two marks share the ring: the second takes the lower half from the first.
    void DrawMark(FrameBuilder frame, SKPoint centre, float radius, in UnitLook look)
    {
        if (look.MarkColor == palette.Text)
        {
            frame.Add(new Ring(centre, radius + 3 + 4 * (float)look.Mark, 3, look.MarkColor.Faded(look.Mark)));
            return;
        }
        const float width = 7;
        var shared = (float)(180 * Math.Min(1, look.SecondMark / 0.5));
        frame.Add(new Disc(centre, radius, palette.NeuronFill.Mixed(look.MarkColor, 0.22).Faded(look.Mark)));
        frame.Add(new Ring(centre, radius, width, look.MarkColor.Faded(look.Mark), 90 + shared / 2, 359.9f - shared)
        {
            Role = RoleOf.Mark,
        });
        if (look.SecondMark > 0.01)
            frame.Add(new Ring(centre, radius, width, look.SecondMarkColor.Faded(look.SecondMark), 90 - shared / 2, shared)
            {
                Role = RoleOf.Mark,
            });
    }

    // Light round what has a number: as much of it as the number is large.
    void DrawUnitsAfterglow(FrameBuilder frame, SKPoint centre, float radius, in UnitLook look)
    {
        var opacity = Math.Min(1, look.Presence) * look.Opacity * (1 - look.Dead);
        var (forward, backward) = (0.5 * look.Level * look.LevelLight * opacity, 0.9 * Math.Sqrt(look.Blame) * opacity);
        if (forward > 0.02)
            frame.Add(new Glow(centre, radius * 2.1f, palette.Forward.Faded(forward), palette.Forward, palette.GlowBlend)
            {
                Role = RoleOf.Afterglow,
            });
        if (backward > 0.02)
            frame.Add(new Glow(centre, radius * 2.6f, palette.Backward.Faded(backward), palette.Backward, palette.GlowBlend)
            {
                Role = RoleOf.Afterglow,
            });
    }

    // δ stands close above its unit; beside it, where it might belong to another, on a tag that points at it.
    void DrawDelta(FrameBuilder frame, Unit unit, in UnitLook look)
    {
        var (delta, color, opacity) = (look.Delta, look.DeltaColor ?? palette.Backward, look.DeltaOpacity * look.Opacity);
        var tag = Layout.DeltaTag(unit, delta);
        var (place, edge) = (Layout.DeltaPlaceOf(unit.Layer), palette.Background.Mixed(color, 0.6).Faded(opacity));
        // Beside a disc the number in it is near: an outline keeps the two apart.
        frame.Add(place == DeltaPlace.Above
            ? new Panel(tag, 9, palette.Background.Faded(opacity), IsGround: true)
            : new Panel(tag, tag.Height / 2, palette.Background.Faded(opacity), edge, 1.5f, IsGround: true));
        if (place != DeltaPlace.Above) frame.Add(new Polygon(Pointer(tag, Layout.Centre(unit), place), edge));
        frame.Add(new TextLine(
            delta, new(tag.MidX, tag.MidY), DeltaSize, color.Faded(opacity), Face.SemiBold, SKTextAlign.Center,
            TextAnchor.Middle) { Role = RoleOf.Delta });
    }

    static Points Pointer(SKRect tag, SKPoint unit, DeltaPlace place)
    {
        const float reach = 6;
        var (side, outwards) = place == DeltaPlace.Right ? (tag.Left, -reach) : (tag.Right, reach);
        return [new(side, unit.Y - reach), new(side, unit.Y + reach), new(side + outwards, unit.Y)];
    }

    /// <summary>The em at which a value is written inside a unit.</summary>
    public float FitValue(Unit unit, string value) =>
        Math.Clamp(Layout.RadiusOf(unit) * 2.6f / Math.Max(4, value.Length), SmallestValueSize, ValueSize);

    // Of a unit that is off for good: below its disc where there is room, and else beside it, on a plate that no line runs through.
    void DrawDead(FrameBuilder frame, Unit unit, in UnitLook look, double names, List<EdgeLabel> labels)
    {
        // The word goes before the layers' names do: what comes next may be written where it stood.
        var named = new Death(look.Dead).Named * Math.Max(0, 2 * names - 1);
        if (named <= 0.01) return;
        const string word = "dead";
        const float below = 32, width = 66, height = 29, beside = 6;
        var (centre, radius) = (Layout.Centre(unit), Layout.RadiusOf(unit));
        var color = palette.Secondary.Faded(named);
        if (Layout.RowGapOf(unit.Layer) >= 2 * radius + below + 6)
        {
            frame.Add(new TextLine(word, new(centre.X, centre.Y + radius + below), DeltaSize, color, Face.SemiBold, SKTextAlign.Center));
            return;
        }
        // Between layers that stand too close for the word, it is crossed out.
        if (Layout.GapAfter(unit.Layer) < radius + Layout.RadiusOf(unit.Layer + 1) + width + 2 * beside)
        {
            var reach = radius * 0.7f;
            foreach (var down in new[] { -reach, reach })
                frame.Add(new Line(new(centre.X - reach, centre.Y - down), new(centre.X + reach, centre.Y + down), 4, color));
            return;
        }
        // On the side where no weight's label may be.
        var isLeft = Layout.LabelsFit(unit.Layer) && !Layout.LabelsFit(unit.Layer - 1);
        var plate = SKRect.Create(
            isLeft ? centre.X - radius - beside - width : centre.X + radius + beside, centre.Y - height / 2, width, height);
        // Only where no number stands.
        var taken = labels.Where(label => label.Place.IntersectsWith(plate)).Select(label => label.Opacity).DefaultIfEmpty().Max();
        (named, color) = (named * Math.Max(0, 1 - 4 * taken), color.Faded(Math.Max(0, 1 - 4 * taken)));
        if (named <= 0.01) return;
        frame.Add(new Panel(plate, 9, palette.Background.Faded(0.9 * named), IsGround: true));
        frame.Add(new TextLine(
            word, new(plate.MidX, plate.MidY), SmallestLabelSize, color, Face.SemiBold, SKTextAlign.Center, TextAnchor.Middle));
    }

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
        var name = layer == 0 ? "Input" : layer == last ? "Output" : last == 2 ? "Hidden" : $"Hidden {layer}";
        // Many narrow layers keep the first and last name and the hidden ones' numbers.
        if (layer > 0 && layer < last)
        {
            var room = Math.Min(Layout.GapAfter(layer - 1), Layout.GapAfter(layer));
            if (room < 140) name = room < 66 ? "" : $"H{layer}";
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
            isNarrow ? $"{Layout.Sizes[layer]}" : $"{Layout.UnitsOf(layer).Length} of {Layout.Sizes[layer]}",
            new(at.X, Layout.CutPoint(layer).Y + Layout.RowGapOf(layer)), 22,
            palette.Secondary.Faded(opacity), Face.Regular, SKTextAlign.Center, TextAnchor.Middle));
    }

    /// <summary>A number beside an edge, with its plate.</summary>
    /// <param name="Opacity">Of the plate, and of the number where its edge does not step back.</param>
    /// <param name="EdgeOpacity">What is left of the edge's own.</param>
    readonly record struct EdgeLabel(string Text, SKRect Place, SKColor Color, double Opacity, double EdgeOpacity, Face Face)
    {
        public ItemRole Role { get; init; }

        /// <summary>That of a gradient: it has an arrow besides its colour.</summary>
        public int Sign { get; init; }
    }

    // A label in another colour than that of its gradient's sign is no gradient.
    int SignOf(in EdgeLook look) => look.GradientColor == palette.SignOf(look.Gradient) ? Math.Sign(look.Gradient) : 0;

    static void DrawLabel(FrameBuilder frame, in EdgeLabel label)
    {
        const float digit = 0.6f, gap = 4;
        const int longestBesideArrow = 6;
        var em = Math.Clamp(label.Place.Height * 0.8f, SmallestLabelSize, LabelSize);
        // The arrow stands before the number, and both together in the middle; the longest numbers leave it no room.
        var sign = label.Text.Length > longestBesideArrow ? 0 : label.Sign;
        var (color, shift) = (label.Color.Faded(label.Opacity * label.EdgeOpacity), sign == 0 ? 0 : (SignArrow.Width + gap) / 2);
        var left = label.Place.MidX + shift - label.Text.Length * digit * em / 2;
        if (SignArrow.At(new(left - gap / 2 - SignArrow.Width / 2, label.Place.MidY), sign, color) is { } arrow) frame.Add(arrow);
        frame.Add(new TextLine(
            label.Text, new(label.Place.MidX + shift, label.Place.MidY), em, color, label.Face, SKTextAlign.Center,
            TextAnchor.Middle) { Role = label.Role });
    }

    // A plate stays whole when its edge steps back: it is what keeps lines out of the number.
    void DrawPlate(FrameBuilder frame, in EdgeLabel label) => frame.Add(new Panel(
        label.Place, 7, palette.Background.Faded(PlateOpacity * label.Opacity * Math.Min(1, label.EdgeOpacity * 3)), IsGround: true));

    void Label(Edge edge, in EdgeLook look, List<EdgeLabel> labels)
    {
        if (look.Opacity <= 0.01 || (look.LabelOpacity <= 0.01 && look.GradientOpacity <= 0.01 && look.ChangeOpacity <= 0.01)) return;
        // Where only one label fits, the gradient takes the weight's place: the one goes before the other comes.
        var pairs = Layout.LabelPairsFit(edge.Layer);
        var taken = Math.Max(look.GradientOpacity, look.ChangeOpacity);
        var weightOpacity = pairs ? look.LabelOpacity : look.LabelOpacity * Math.Clamp(1 - 2 * taken, 0, 1);
        var gradientOpacity = pairs || look.LabelOpacity <= 0.01 ? look.GradientOpacity : Math.Clamp(2 * look.GradientOpacity - 1, 0, 1);
        if (weightOpacity > 0.01)
            labels.Add(new(
                Numbers.Value(look.Weight), Around(Layout.LabelPoint(edge), EdgeLabels.WeightWidth), look.LabelColor ?? palette.Secondary,
                weightOpacity, look.Opacity, Face.Medium));
        if (gradientOpacity > 0.01)
            labels.Add(new(
                look.GradientText ?? Numbers.Signed(look.Gradient), Around(Layout.GradientPoint(edge), EdgeLabels.GradientWidth),
                look.GradientColor, gradientOpacity, look.Opacity, Face.SemiBold) { Sign = SignOf(look) });
        var changeOpacity = pairs ? look.ChangeOpacity : Math.Clamp(2 * look.ChangeOpacity - 1, 0, 1);
        if (changeOpacity > 0.01)
            labels.Add(new(
                look.ChangeText, Around(Layout.GradientPoint(edge) - new SKPoint(0, look.ChangeRise), EdgeLabels.GradientWidth),
                palette.Learned, changeOpacity, look.Opacity, Face.SemiBold) { Role = RoleOf.Change });

        SKRect Around(SKPoint centre, float width)
        {
            var height = Layout.LabelHeight(edge.Layer);
            return SKRect.Create(centre.X - width / 2, centre.Y - height / 2, width, height);
        }
    }
}
