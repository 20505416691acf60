using System.Collections.Immutable;
using BackpropAnimator.Drawing;
using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>Which way bars grow.</summary>
internal enum BarDirection { Up, Right }

/// <summary>What one bar shows.</summary>
/// <param name="Label">What it measures; empty for none.</param>
/// <param name="Value">Its length is the size of this, whatever the sign.</param>
/// <param name="Write">How its number is written; with three decimals when left out.</param>
internal readonly record struct Bar(string Label, double Value, SKColor Color, Func<double, string>? Write = null);

/// <summary>How a bar looks at one moment.</summary>
/// <param name="Grown">
/// How much of its length it has: 0 to 1. Its number, which is only ever the whole one, comes with the last of it.
/// </param>
/// <param name="Light">The strength of the light at its end, 0 to 1.</param>
/// <param name="Opacity">1 as usual; less steps back behind what matters now.</param>
internal readonly record struct BarLook(double Grown, double Light = 0, double Opacity = 1);

/// <summary>
/// Bars along a scale, each with its label at its foot and its number at its end: upwards side by side, or to the right below each other.
/// </summary>
internal sealed class Bars
{
    const float LabelSize = 26, LargestNumber = 27, SmallestNumber = 24, TickSize = 26, LeastTickGap = 34, Widest = 64, Thickness = 0.58f;

    // So much of a bar has grown when its number begins to show.
    const double NumberFrom = 0.7;

    readonly SKRect inner;
    readonly BarDirection direction;
    readonly Scale scale;
    readonly Palette palette;
    readonly ImmutableArray<float> middles;
    readonly float width, apart, numberSize;

    /// <param name="area">The bars with their labels, ticks and numbers.</param>
    /// <param name="scale">What their lengths stand for.</param>
    /// <param name="labelRoom">How much of the area is kept for labels at the bars' feet.</param>
    /// <param name="middles">Where bars stand on the axis across them; as evenly spread as they can be when left out.</param>
    /// <param name="count">How many bars there are, where they are spread evenly.</param>
    public Bars(
        SKRect area, BarDirection direction, Scale scale, Palette palette, float labelRoom, int count,
        ImmutableArray<float>? middles = null)
    {
        (this.direction, this.scale, this.palette) = (direction, scale, palette);
        const float numberRoom = 110, numberHeight = 40, tickRoom = 78;
        inner = direction == BarDirection.Up
            ? new(area.Left + tickRoom, area.Top + numberHeight, area.Right, area.Bottom - labelRoom)
            : new(area.Left + labelRoom, area.Top, area.Right - numberRoom, area.Bottom);
        var (from, to) = direction == BarDirection.Up ? (inner.Left, inner.Right) : (inner.Top, inner.Bottom);
        var slot = (to - from) / count;
        this.middles = middles ?? [.. Enumerable.Range(0, count).Select(i => from + (i + 0.5f) * slot)];
        apart = this.middles.Length < 2 ? slot : this.middles.Zip(this.middles.Skip(1), (a, b) => b - a).Min();
        width = Math.Min(Widest, Thickness * apart);
        // Of upright bars that stand close, numbers keep clear of each other.
        numberSize = direction == BarDirection.Up ? Math.Clamp(apart * 0.25f, SmallestNumber, LargestNumber) : LargestNumber;
    }

    /// <summary>Whether a number at an upright bar's end keeps clear of those beside it.</summary>
    public bool HasRoomFor(string number, FontShelf fonts)
    {
        const float clearance = 8;
        return direction == BarDirection.Right || fonts.Shape(number, Face.SemiBold, numberSize).Width + clearance <= apart;
    }

    /// <summary>Where a bar of this value ends.</summary>
    public SKPoint EndOf(int bar, double value) => direction == BarDirection.Up
        ? new(middles[bar], inner.Bottom - inner.Height * Share(value))
        : new(inner.Left + inner.Width * Share(value), middles[bar]);

    float Share(double value) => (float)Math.Clamp(scale.ShareOf(Math.Abs(value)), 0, 1);

    /// <summary>The lines across the bars at the scale's round values; only upright bars have them.</summary>
    public void DrawScale(FrameBuilder frame, double opacity)
    {
        if (opacity <= 0.01 || direction != BarDirection.Up) return;
        var last = float.MaxValue;
        foreach (var (i, tick) in scale.Ticks.Index())
        {
            var y = inner.Bottom - inner.Height * (float)scale.ShareOf(tick.Value);
            // On a short axis some go without.
            if (last - y < LeastTickGap) continue;
            last = y;
            frame.Add(new Line(
                new(inner.Left, y), new(inner.Right, y), i == 0 ? 2.5f : 1.5f, palette.Rest.Faded((i == 0 ? 1 : 0.35) * opacity)));
            frame.Add(new TextLine(
                tick.Label, new(inner.Left - 14, y), TickSize, palette.Secondary.Faded(opacity), Face.Regular, SKTextAlign.Right,
                TextAnchor.Middle) { Role = RoleOf.Tick });
        }
    }

    public void Draw(FrameBuilder frame, IReadOnlyList<Bar> bars, Func<int, BarLook> lookOf, double opacity)
    {
        if (opacity <= 0.01) return;
        for (var i = 0; i < bars.Count; i++) Draw(frame, i, bars[i], lookOf(i), opacity);
    }

    void Draw(FrameBuilder frame, int i, Bar bar, BarLook look, double opacity)
    {
        var visible = opacity * look.Opacity;
        DrawLabel(frame, i, bar.Label, visible);
        if (look.Grown <= 0.001) return;
        // Along the axis, so that on a logarithmic one every power of ten takes the same time.
        var grown = look.Grown >= 1 ? bar.Value : bar.Value == 0 ? 0 : Math.Sign(bar.Value) * scale.ValueAt(Share(bar.Value) * look.Grown);
        var end = EndOf(i, grown);
        var rect = direction == BarDirection.Up
            ? new SKRect(end.X - width / 2, end.Y, end.X + width / 2, inner.Bottom)
            : new SKRect(inner.Left, end.Y - width / 2, end.X, end.Y + width / 2);
        if (rect.Width >= 1 && rect.Height >= 1)
            frame.Add(new Panel(
                rect, Math.Min(7, Math.Min(rect.Width, rect.Height) / 2), bar.Color.Faded(0.85 * visible)) { Role = RoleOf.Bar });
        if (look.Light > 0.01 && bar.Value != 0)
            frame.Add(new Glow(
                end, width * 1.1f, bar.Color.Faded(0.9 * look.Light * visible), palette.CoreOf(bar.Color), palette.GlowBlend));
        // A number on its way would be taken for the truth by whoever pauses.
        var shown = Math.Clamp((look.Grown - NumberFrom) / (1 - NumberFrom), 0, 1) * visible;
        if (shown <= 0.01) return;
        var number = (bar.Write ?? Numbers.Fine)(bar.Value);
        frame.Add(direction == BarDirection.Up
            ? new TextLine(
                number, new(end.X, end.Y - 13), numberSize, palette.Text.Faded(shown), Face.SemiBold,
                SKTextAlign.Center) { Role = RoleOf.BarValue }
            : new TextLine(
                number, new(end.X + 16, end.Y), numberSize, palette.Text.Faded(shown), Face.SemiBold, SKTextAlign.Left,
                TextAnchor.Middle) { Role = RoleOf.BarValue });
    }

    void DrawLabel(FrameBuilder frame, int i, string label, double opacity)
    {
        if (label.Length == 0 || opacity <= 0.01) return;
        var color = palette.Secondary.Faded(opacity);
        frame.Add(direction == BarDirection.Up
            ? new TextLine(label, new(middles[i], inner.Bottom + 36), LabelSize, color, Face.Medium, SKTextAlign.Center)
            : new TextLine(label, new(inner.Left - 18, middles[i]), LabelSize, color, Face.Medium, SKTextAlign.Right, TextAnchor.Middle));
    }
}
