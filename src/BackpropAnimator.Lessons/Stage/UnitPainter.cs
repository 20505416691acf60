using BackpropAnimator.Drawing;
using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>Draws the units of a network: light, disc, rings, value, lid, lock and δ.</summary>
internal sealed class UnitPainter(NetworkLayout layout, LessonStage stage)
{
    readonly Palette palette = stage.Palette;

    const float ValueSize = 30, SmallestValueSize = 22, DeltaSize = 25;
    const float LidLight = 4;

    /// <summary>Draws one unit with all that is on it.</summary>
    public void Draw(FrameBuilder frame, Unit unit, in UnitLook look)
    {
        if (look.Presence <= 0) return;
        var centre = layout.Centre(unit);
        var radius = layout.RadiusOf(unit) * (float)look.Presence;
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
        frame.Add(new Disc(centre, radius, fill.Faded(opacity)) { Role = RoleOf.Unit(unit) });
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
        if (layout.ShowsValues(unit.Layer) && look.ValueOpacity > 0.01)
            frame.Add(new TextLine(
                look.Value, centre, FitValue(unit, look.Value),
                palette.Text.Faded(look.ValueOpacity * look.Opacity * death.NumberLeft), Face.SemiBold, SKTextAlign.Center,
                TextAnchor.Middle));
        death.DrawLid(frame, centre, radius, palette, opacity);
        // Within its own row: no flake falls across the next unit's number.
        death.DrawAsh(
            frame, centre, radius, Math.Min(1.7f * radius, Math.Max(0, layout.RowGapOf(unit.Layer) - 2 * radius)), palette, opacity);
        if (layout.ShowsDeltas(unit.Layer) && look.DeltaOpacity > 0.01) DrawDelta(frame, unit, look);
        if (look.Lock > 0.01)
            frame.Add(new Padlock(
                new(centre.X + layout.RadiusOf(unit) * 0.86f, centre.Y + layout.RadiusOf(unit) * 0.8f),
                Math.Max(24, layout.RadiusOf(unit) * 0.8f) * (float)look.Lock, palette.FactorSlope, palette.Background,
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
        var tag = layout.DeltaTag(unit, delta);
        var (place, edge) = (layout.DeltaPlaceOf(unit.Layer), palette.Background.Mixed(color, 0.6).Faded(opacity));
        // Beside a disc the number in it is near: an outline keeps the two apart.
        frame.Add(place == DeltaPlace.Above
            ? new Panel(tag, 9, palette.Background.Faded(opacity), IsGround: true)
            : new Panel(tag, tag.Height / 2, palette.Background.Faded(opacity), edge, 1.5f, IsGround: true));
        if (place != DeltaPlace.Above) frame.Add(new Polygon(Pointer(tag, layout.Centre(unit), place), edge));
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
        Math.Clamp(layout.RadiusOf(unit) * 2.6f / Math.Max(4, value.Length), SmallestValueSize, ValueSize);

    /// <summary>
    /// Writes that a unit is off for good: below its disc where there is room, and else beside it, on a plate that no line runs through.
    /// </summary>
    /// <param name="names">How much of the layers' names shows.</param>
    /// <param name="labels">The numbers along the edges: the word gives way to them.</param>
    public void DrawDead(FrameBuilder frame, Unit unit, in UnitLook look, double names, IReadOnlyList<EdgeLabel> labels)
    {
        // The word goes before the layers' names do: what comes next may be written where it stood.
        var named = new Death(look.Dead).Named * Math.Max(0, 2 * names - 1);
        if (named <= 0.01) return;
        var word = stage.Words.Network.Dead;
        const float below = 32, width = 66, height = 29, beside = 6;
        var (centre, radius) = (layout.Centre(unit), layout.RadiusOf(unit));
        var color = palette.Secondary.Faded(named);
        if (layout.RowGapOf(unit.Layer) >= 2 * radius + below + 6)
        {
            frame.Add(new TextLine(word, new(centre.X, centre.Y + radius + below), DeltaSize, color, Face.SemiBold, SKTextAlign.Center));
            return;
        }
        // Between layers that stand too close for the word, it is crossed out.
        if (layout.GapAfter(unit.Layer) < radius + layout.RadiusOf(unit.Layer + 1) + width + 2 * beside)
        {
            var reach = radius * 0.7f;
            foreach (var down in new[] { -reach, reach })
                frame.Add(new Line(new(centre.X - reach, centre.Y - down), new(centre.X + reach, centre.Y + down), 4, color));
            return;
        }
        // On the side where no weight's label may be.
        var isLeft = layout.LabelsFit(unit.Layer) && !layout.LabelsFit(unit.Layer - 1);
        var plate = SKRect.Create(
            isLeft ? centre.X - radius - beside - width : centre.X + radius + beside, centre.Y - height / 2, width, height);
        // Only where no number stands.
        var taken = labels.Where(label => label.Place.IntersectsWith(plate)).Select(label => label.Opacity).DefaultIfEmpty().Max();
        (named, color) = (named * Math.Max(0, 1 - 4 * taken), color.Faded(Math.Max(0, 1 - 4 * taken)));
        if (named <= 0.01) return;
        frame.Add(new Panel(plate, 9, palette.Background.Faded(0.9 * named), IsGround: true));
        frame.Add(new TextLine(
            word, new(plate.MidX, plate.MidY), EdgeLabel.SmallestSize, color, Face.SemiBold, SKTextAlign.Center, TextAnchor.Middle));
    }
}
