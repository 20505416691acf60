using System.Collections.Immutable;
using System.ComponentModel;
using BackpropAnimator.Drawing;
using BackpropAnimator.Script;
using BackpropAnimator.Timeline;
using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>The steps of learning below each other, and a heartbeat that goes through them again and again.</summary>
[Phase("table", Place = 270)]
[Description("The steps of learning in a table, and the loop that they make beating through it.")]
[Moment("row", "a row comes")]
[Moment("beat", "the loop begins to beat through the rows")]
internal sealed class TablePhase : SoloPhase<TableOptions>
{
    const float LargestSize = 64, SmallestSize = 26, RowGap = 22, Margin = 34, LoopRoom = 92, LineHeight = 1.28f;

    // Of the disc with a row's number, in ems.
    const float DiscRadius = 0.68f;

    // Seconds from one beat to the next: a calm heart's.
    const double BeatLength = 1.6;

    readonly ImmutableArray<Row> rows;
    readonly ImmutableArray<Interval> entries;
    readonly Interval beating;
    readonly float size, longestStep;

    sealed record Row(SKRect Place, string Step, ImmutableArray<string> Lines, SKColor Color);

    public TablePhase(TableOptions options, PhasePlace place) : base(options, place)
    {
        var steps = options.Rows.IsEmpty ? Learning(Stage.Words.Table) : options.Rows;
        var body = Stage.Layout.Body;
        var room = new SKRect(body.Left, body.Top + 20, body.Right - LoopRoom, body.Bottom - 8);
        // In ems.
        longestStep = steps.Max(row => Stage.Fonts.Shape(row.Step, Face.SemiBold, LargestSize).Width) / LargestSize;
        size = LargestSize;
        while (size > SmallestSize && !Fits(steps, room)) size--;
        rows = Lay(steps, room);
        var laid = Beat.Lay(
            Own.Duration,
            [.. steps.SelectMany(row => new[] { Beat.Move(0.5), Beat.Pause(Reading.Of(row.Step + row.Text)) }), Beat.Move(3 * BeatLength)]);
        entries = [.. steps.Select((_, i) => laid[2 * i])];
        beating = laid[^1];
    }

    static ImmutableArray<TableRowScript> Learning(Words.TableWords words) =>
    [
        new() { Step = words.Forward, Text = words.ForwardText },
        new() { Step = words.Loss, Text = words.LossText },
        new() { Step = words.Backward, Text = words.BackwardText },
        new() { Step = words.Update, Text = words.UpdateText },
    ];

    public override IEnumerable<Moment> Moments =>
        InOwn([.. entries.Select(entry => new Moment("row", entry.Start)), new("beat", beating.Start)]);

    protected override string DefaultTitle => Stage.Words.Titles.Table;

    protected override void DrawOwn(FrameBuilder frame, double t)
    {
        var here = Shown(t);
        // Each row is a fourth of a beat, so that the pulse is felt to run down and come round.
        var beats = t < beating.Start ? -1 : (t - beating.Start) / BeatLength;
        DrawLoop(frame, here * new Interval(beating.Start - 0.4, beating.Start + 0.4).At(t, Easing.InOutCubic), beats);
        for (var i = 0; i < rows.Length; i++)
        {
            var entered = entries[i].At(t, Easing.OutCubic) * here;
            if (entered <= 0.01) continue;
            var lit = Math.Max(LightOf(i, beats), new Interval(entries[i].Start, entries[i].End + 0.8).Swell(t, 0.3, 0.8));
            DrawRow(frame, i, entered, lit);
        }
    }

    void DrawRow(FrameBuilder frame, int i, double opacity, double lit)
    {
        var (row, palette) = (rows[i], Stage.Palette);
        var place = row.Place;
        place.Offset(0, 16 * (float)(1 - opacity));
        frame.Add(new Panel(
            place, 18, palette.Panel.Mixed(row.Color, 0.12 * lit).Faded(opacity), palette.PanelBorder.Mixed(row.Color, lit).Faded(opacity),
            2 + 2 * (float)lit));
        var radius = DiscRadius * size;
        var disc = new SKPoint(place.Left + Margin + radius, place.MidY);
        if (lit > 0.01) frame.Add(new Glow(disc, 2.8f * radius, row.Color.Faded(0.8 * lit * opacity), row.Color, palette.GlowBlend));
        frame.Add(new Disc(disc, radius, palette.NeuronFill.Mixed(row.Color, 0.16).Faded(opacity)));
        frame.Add(new Ring(disc, radius, 3.5f, row.Color.Faded(opacity)));
        frame.Add(new TextLine(
            FormattableString.Invariant($"{i + 1}"), disc, 0.75f * size, palette.Text.Faded(opacity), Face.SemiBold, SKTextAlign.Center,
            TextAnchor.Middle));
        var (x, baseline) = (place.Left + TextLeft, place.MidY);
        if (Stage.Layout.IsWide)
        {
            frame.Add(new TextLine(
                row.Step, new(x, place.MidY), size, palette.Text.Faded(opacity), Face.SemiBold, SKTextAlign.Left, TextAnchor.Middle));
            x += StepWidth;
            baseline += size * (0.36f - LineHeight * (row.Lines.Length - 1) / 2 * TextShare);
        }
        else
        {
            var height = HeightOf(row.Lines.Length) - 2 * Margin * 0.7f;
            baseline = place.MidY - height / 2 + size * 0.86f;
            frame.Add(new TextLine(row.Step, new(x, baseline), size, palette.Text.Faded(opacity), Face.SemiBold));
            baseline += size * LineHeight;
        }
        foreach (var line in row.Lines)
        {
            frame.Add(new TextLine(line, new(x, baseline), size * TextShare, palette.Text.Mixed(palette.Secondary, 0.35).Faded(opacity)));
            baseline += size * TextShare * LineHeight;
        }
    }

    // From the last row up beside the table, back to the first; the beat runs along it.
    void DrawLoop(FrameBuilder frame, double opacity, double beats)
    {
        if (opacity <= 0.01) return;
        var palette = Stage.Palette;
        var (top, bottom) = (rows[0].Place, rows[^1].Place);
        float x = top.Right + 60, edge = top.Right + 10;
        var route = new Route(
        [
            .. Route.Bend(new(edge, bottom.MidY), new(x, bottom.MidY), new(x, bottom.MidY), new(x, bottom.MidY - 60)),
            .. Route.Bend(new(x, top.MidY + 60), new(x, top.MidY), new(x, top.MidY), new(edge + 8, top.MidY)),
        ]);
        frame.Add(new Polyline(route.Points, 3.5f, palette.Rest.Faded(opacity)));
        frame.Add(new Polygon(
            [new(edge - 4, top.MidY), new(edge + 16, top.MidY - 12), new(edge + 16, top.MidY + 12)],
            palette.Rest.Mixed(palette.Text, 0.35).Faded(opacity)));
        if (beats < 0) return;
        // The way back takes the last fourth of a beat.
        var back = (beats % 1 - 0.72) / 0.28;
        if (Packets.Along(route, back, 0.9, palette.Text, palette) is { } packet) frame.Add(packet);
    }

    double LightOf(int row, double beats)
    {
        if (beats < 0) return 0;
        var turn = 0.72 / rows.Length;
        var since = beats % 1 - row * turn;
        return since < 0 ? 0 : Math.Clamp(since / 0.03, 0, 1) * Math.Exp(-since / (1.1 * turn));
    }

    const float TextShare = 0.86f;

    float TextLeft => Margin + (2 * DiscRadius + 0.6f) * size;

    float StepWidth => longestStep * size + 60;

    float TextWidth(SKRect room) => room.Width - TextLeft - Margin - (Stage.Layout.IsWide ? StepWidth : 0);

    float HeightOf(int lines) => Math.Max(76, (lines * TextShare + (Stage.Layout.IsWide ? 0 : 1)) * size * LineHeight + 2 * Margin * 0.7f);

    IReadOnlyList<string> LinesOf(TableRowScript row, SKRect room) =>
        Stage.Fonts.Wrap(row.Text, Face.Regular, size * TextShare, TextWidth(room));

    bool Fits(ImmutableArray<TableRowScript> steps, SKRect room) =>
        steps.Sum(row => HeightOf(LinesOf(row, room).Count)) + (steps.Length - 1) * RowGap <= room.Height
        && steps.All(row => Stage.Fonts.Shape(row.Step, Face.SemiBold, size).Width <= (Stage.Layout.IsWide ? StepWidth : TextWidth(room))
            && LinesOf(row, room).All(line => Stage.Fonts.Shape(line, Face.Regular, size * TextShare).Width <= TextWidth(room)));

    ImmutableArray<Row> Lay(ImmutableArray<TableRowScript> steps, SKRect room)
    {
        SKColor[] colors = steps.Length == 4
            ? [Stage.Palette.Forward, Stage.Palette.Error, Stage.Palette.Backward, Stage.Palette.Text]
            : [.. steps.Select(_ => Stage.Palette.Text)];
        var heights = steps.Select(row => HeightOf(LinesOf(row, room).Count)).ToList();
        // What room is left goes into the rows, up to as much again nearly.
        var slack = Math.Min(0.8f, (room.Height - (steps.Length - 1) * RowGap) / heights.Sum() - 1);
        var y = room.MidY - (heights.Sum() * (1 + slack) + (steps.Length - 1) * RowGap) / 2;
        var laid = ImmutableArray.CreateBuilder<Row>(steps.Length);
        for (var i = 0; i < steps.Length; i++)
        {
            var height = heights[i] * (1 + Math.Max(0, slack));
            laid.Add(new(SKRect.Create(room.Left, y, room.Width, height), steps[i].Step, [.. LinesOf(steps[i], room)], colors[i]));
            y += height + RowGap;
        }
        return laid.MoveToImmutable();
    }
}
