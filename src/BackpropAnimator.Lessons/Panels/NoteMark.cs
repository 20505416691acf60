using System.Collections.Immutable;
using BackpropAnimator.Drawing;
using BackpropAnimator.Script;
using BackpropAnimator.Timeline;
using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>A note of a phase: an arrow, a highlight or words, on what the phase's frames show of its target.</summary>
internal sealed class NoteMark
{
    const double Fade = 0.3;
    const float TextSize = 30, LineHeight = 1.3f, WidestLine = 420, Padding = 14, Stroke = 4, Head = 17, ArrowLength = 84, Gap = 8;

    readonly LessonStage stage;
    readonly NoteScript script;
    readonly Interval shown;
    readonly double duration;
    readonly ImmutableArray<RichLine> lines;

    // Where its words stand to its target, read off the frame in its middle: they keep that place, whatever moves by.
    readonly Lazy<SKPoint?> offset;

    /// <param name="pace">That of its phase.</param>
    /// <param name="frameAt">The phase without notes at a time in seconds from its start.</param>
    public NoteMark(LessonStage stage, NoteScript script, PhasePace pace, Func<double, IReadOnlyList<DrawItem>> frameAt)
    {
        (this.stage, this.script, duration) = (stage, script, pace.Duration);
        var (start, end) = pace.TimeOf(script);
        shown = new(start, end);
        lines = script.Text is { } text ? stage.Fonts.Wrap(RichText.Parse(text), Face.Medium, TextSize, WidestLine) : [];
        offset = new(() =>
        {
            // What comes later, while it is there, wants its room too.
            IReadOnlyList<DrawItem> items = [.. frameAt(start + (end - start) * 0.95), .. frameAt((start + end) / 2)];
            return NoteTarget.In(items, script, stage.Numbers.Scene.Network, stage.Fonts) is { } target
                ? NotePlacing.Offset(target, Plate, items, stage.Layout.Safe, stage.Fonts)
                : null;
        });
    }

    SKSize Plate => lines.IsEmpty
        ? new(ArrowLength, ArrowLength)
        : new(lines.Max(line => line.Width) + 2 * Padding, lines.Length * TextSize * LineHeight + Padding);

    /// <param name="isLast">Whether the lesson ends with the phase: what is there at its end stays.</param>
    public void Draw(FrameBuilder frame, double t, bool isLast)
    {
        var staysAtEnd = isLast && shown.End >= duration;
        var fade = Math.Min(Fade, shown.Duration / 4);
        var opacity = shown.Contains(t) || (staysAtEnd && t >= shown.End) ? shown.Presence(t + 1e-6, fade, staysAtEnd ? null : fade) : 0;
        if (opacity <= 0.01 || NoteTarget.In(frame.Items, script, stage.Numbers.Scene.Network, stage.Fonts) is not { } target) return;
        if (script.Look == NoteLook.Highlight) Highlight(frame, target, opacity);
        if (offset.Value is not { } from || (lines.IsEmpty && script.Look != NoteLook.Arrow)) return;
        var plate = SKRect.Create(
            target.Centre.X + from.X - Plate.Width / 2, target.Centre.Y + from.Y - Plate.Height / 2, Plate.Width, Plate.Height);
        if (script.Look == NoteLook.Arrow) Arrow(frame, target, plate, opacity);
        if (!lines.IsEmpty) Words(frame, plate, opacity);
    }

    void Highlight(FrameBuilder frame, NoteTarget target, double opacity)
    {
        var color = stage.Palette.Text.Faded(opacity);
        var area = target.Area;
        area.Inflate(Gap, Gap);
        frame.Add(target switch
        {
            { Edge: var (from, to) } => new Line(from, to, 2 * Stroke, color) { Role = RoleOf.Note },
            { IsRound: true } => new Ring(target.Centre, area.Width / 2, Stroke, color) { Role = RoleOf.Note },
            _ => new Panel(area, Gap, SKColors.Transparent, color, Stroke) { Role = RoleOf.Note },
        });
    }

    // From the plate's side, or from as far away where there are no words, to the target's rim.
    void Arrow(FrameBuilder frame, NoteTarget target, SKRect plate, double opacity)
    {
        var middle = new SKPoint(plate.MidX, plate.MidY);
        var toward = NoteTarget.Way(middle, target.Centre);
        var start = lines.IsEmpty ? middle : new NoteTarget(plate, IsRound: false).Rim(toward, 0);
        var tip = target.Rim(new(-toward.X, -toward.Y), Gap);
        var neck = new SKPoint(tip.X - toward.X * Head, tip.Y - toward.Y * Head);
        var across = new SKPoint(-toward.Y * Head / 2, toward.X * Head / 2);
        var color = stage.Palette.Text.Faded(opacity);
        frame.Add(new Line(start, neck, Stroke, color) { Role = RoleOf.Note });
        frame.Add(new Polygon([tip, neck + across, neck - across], color) { Role = RoleOf.Note });
    }

    void Words(FrameBuilder frame, SKRect plate, double opacity)
    {
        var palette = stage.Palette;
        frame.Add(new Panel(plate, 12, palette.Panel.Faded(opacity), palette.Text.Faded(0.55 * opacity), 2) { Role = RoleOf.Note });
        var baseline = plate.Top + Padding / 2 + TextSize * 1.0f;
        foreach (var line in lines)
        {
            frame.Write(line, new(plate.MidX, baseline), SKTextAlign.Center, palette.Text.Faded(opacity), stage, RoleOf.Note);
            baseline += TextSize * LineHeight;
        }
    }
}
