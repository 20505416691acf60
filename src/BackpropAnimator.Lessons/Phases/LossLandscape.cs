using System.Collections.Immutable;
using System.Globalization;
using BackpropAnimator.Drawing;
using BackpropAnimator.Network;
using BackpropAnimator.Script;
using BackpropAnimator.Timeline;
using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>
/// The loss as a map over two weights, and the very path that gradient descent takes on it: each step against the gradient, as long as the learning rate makes it.
/// One path after the other, where several learning rates are compared.
/// </summary>
internal sealed class LossLandscape : SoloPhase
{
    const float PathWidth = 4.5f, StepDot = 6;

    readonly LossMap map;
    readonly ImmutableArray<Walk> walks;
    readonly Interval entry;
    readonly string nameX, nameY;
    readonly SKRect side;
    readonly int samples;

    /// <summary>One learning rate's path: when it is walked, and what then stands beside it.</summary>
    sealed record Walk(double LearningRate, ImmutableArray<SurfacePoint> Path, Interval Enter, Interval Steps, Interval Judge)
    {
        /// <summary>Steps after which the loss was higher than before.</summary>
        public int Uphill => Enumerable.Range(1, Path.Length - 1).Count(n => Path[n].Loss > Path[n - 1].Loss);
    }

    public LossLandscape(LandscapePhase script, LessonStage stage, StageState before, PhaseScript? next) : base(script, stage, before, next)
    {
        var step = before.Step;
        var x = script.X is { } first ? stage.EdgeOf(first) : Focus.SteepestEdge(step);
        var y = script.Y is { } second ? stage.EdgeOf(second) : SteepestBeside(step, x);
        // All of the data, where there is some: one example alone has no valley to find, only a way down.
        ImmutableArray<Example> examples = stage.Numbers.Samples.IsEmpty ? [step.Example] : stage.Numbers.Samples;
        samples = examples.Length;
        var surface = new LossSurface(step.Before, examples, AddressOf(x), AddressOf(y));
        var start = script.Start is [var startX, var startY] ? surface.At(startX, startY) : surface.Here;
        ImmutableArray<double> rates = script.LearningRates.IsEmpty ? [step.LearningRate] : script.LearningRates;

        var laid = Beat.Lay(Own.Duration, [Beat.Move(1), Beat.Pause(0.9), .. rates.SelectMany(_ => new[] { Beat.Move(0.6), Beat.Move(0.4 * script.Steps), Beat.Move(0.5), Beat.Pause(1.3) })]);
        entry = laid[0];
        walks = [.. rates.Select((rate, i) => new Walk(rate, surface.Descent(start, rate, script.Steps), laid[2 + 4 * i], laid[3 + 4 * i], laid[4 + 4 * i]))];
        (nameX, nameY) = (Focus.NameOf(stage, x), Focus.NameOf(stage, y));

        var body = stage.Layout.Body;
        var (room, panel) = stage.Layout.IsWide
            ? (new SKRect(body.Left, body.Top + 46, body.Left + body.Width * 0.66f, body.Bottom - 56), new SKRect(body.Left + body.Width * 0.66f + 44, body.Top + 46, body.Right, body.Bottom - 56))
            : (new SKRect(body.Left, body.Top + 46, body.Right, body.Top + body.Height * 0.62f), new SKRect(body.Left, body.Top + body.Height * 0.62f + 66, body.Right, body.Bottom));
        side = panel;
        map = new(room, surface, [.. walks.Select(walk => walk.Path)], stage.Palette);
    }

    protected override string DefaultTitle => "The loss landscape";

    protected override void DrawOwn(FrameBuilder frame, double t)
    {
        var here = Shown(t) * entry.At(t, Easing.InOutCubic);
        if (here <= 0.01) return;
        map.Draw(frame, here);
        DrawAxes(frame, here);
        for (var i = 0; i < walks.Length; i++)
        {
            // The path before stays as a trace while the next one is walked.
            var faded = i + 1 < walks.Length ? 1 - 0.7 * walks[i + 1].Enter.At(t, Easing.InOutCubic) : 1;
            if (t >= walks[i].Enter.Start) DrawPath(frame, walks[i], t, here * faded);
            DrawRecord(frame, i, t, here);
        }
        if (t < walks[0].Enter.Start) DrawStart(frame, walks[0].Path[0], here);
    }

    void DrawAxes(FrameBuilder frame, double here)
    {
        var words = Stage.Palette.Secondary.Faded(here);
        frame.Add(new TextLine("↑  " + nameY, new(map.Area.Left, map.Area.Top - 18), 26, words, Face.Medium));
        frame.Add(new TextLine(nameX + "  →", new(map.Area.Right, map.Area.Bottom + 40), 26, words, Face.Medium, SKTextAlign.Right));
        frame.Add(new TextLine(samples == 1 ? "loss: blue is low, red high" : $"mean loss of {samples} samples: blue is low, red high", new(map.Area.Left, map.Area.Bottom + 40), 24, words));
    }

    void DrawStart(FrameBuilder frame, SurfacePoint start, double here)
    {
        var (at, palette) = (map.At(start.X, start.Y), Stage.Palette);
        frame.Add(new Glow(at, 48, palette.Text.Faded(0.8 * here), palette.Core, palette.GlowBlend));
        frame.Add(new Disc(at, 10, palette.Text.Faded(here)));
    }

    void DrawPath(FrameBuilder frame, Walk walk, double t, double here)
    {
        var (palette, path) = (Stage.Palette, walk.Path);
        var taken = StepsTaken(walk, t);
        var whole = (int)Math.Floor(taken);
        for (var n = 0; n < path.Length - 1 && n <= whole; n++)
        {
            var (from, to) = (map.At(path[n].X, path[n].Y), map.At(path[n + 1].X, path[n + 1].Y));
            if (n == whole) to = NetworkLayout.Along(from, to, (float)Easing.InOutCubic(taken - whole));
            if (map.Clipped(from, to) is not var (start, end)) continue;
            // Steps long past step back a little, where a path crosses itself.
            var recent = here * (0.5 + 0.5 * Math.Exp(-(taken - n - 1) / 3));
            frame.Add(new Line(start, end, PathWidth, palette.Text.Faded(recent)));
            if (n < whole) DrawArrow(frame, start, end, recent);
            if (map.Contains(from)) frame.Add(new Disc(from, n == 0 ? StepDot * 1.7f : StepDot, palette.Text.Faded(here)));
        }
        var last = path[Math.Min(whole, path.Length - 1)];
        var now = map.At(last.X, last.Y);
        if (whole < path.Length - 1) now = NetworkLayout.Along(now, map.At(path[whole + 1].X, path[whole + 1].Y), (float)Easing.InOutCubic(taken - whole));
        if (!map.Contains(now)) return;
        frame.Add(new Glow(now, 46, palette.Text.Faded(0.8 * here), palette.Core, palette.GlowBlend));
        frame.Add(new Disc(now, 9, palette.Text.Faded(here)));
    }

    // Where the way is long enough to carry one.
    void DrawArrow(FrameBuilder frame, SKPoint from, SKPoint to, double here)
    {
        var along = to - from;
        var length = along.Length;
        if (length < 34) return;
        along = new(along.X / length, along.Y / length);
        var (across, tip) = (new SKPoint(-along.Y, along.X), NetworkLayout.Along(from, to, 0.62f));
        frame.Add(new Polygon(
            [
                new(tip.X + along.X * 9, tip.Y + along.Y * 9),
                new(tip.X - along.X * 9 + across.X * 9, tip.Y - along.Y * 9 + across.Y * 9),
                new(tip.X - along.X * 9 - across.X * 9, tip.Y - along.Y * 9 - across.Y * 9),
            ],
            Stage.Palette.Text.Faded(here)));
    }

    static double StepsTaken(Walk walk, double t) => Math.Min(walk.Path.Length - 1, walk.Steps.Progress(t) * (walk.Path.Length - 1));

    // Beside the map, below each other: the learning rate, the steps, and the loss that they have led to.
    void DrawRecord(FrameBuilder frame, int index, double t, double here)
    {
        var (palette, walk) = (Stage.Palette, walks[index]);
        var opacity = here * walk.Enter.At(t, Easing.InOutCubic);
        if (opacity <= 0.01) return;
        var gap = 30f;
        var height = Math.Min(Stage.Layout.IsWide ? 252 : 216, (side.Height - gap * (walks.Length - 1)) / walks.Length);
        var columns = !Stage.Layout.IsWide && walks.Length > 1 ? walks.Length : 1;
        var width = (side.Width - gap * (columns - 1)) / columns;
        if (columns > 1) height = Math.Min(300, side.Height);
        var area = columns > 1
            ? SKRect.Create(side.Left + index * (width + gap), side.Top, width, height)
            : SKRect.Create(side.Left, side.Top + index * (height + gap), width, height);
        frame.Add(new Panel(area, 18, palette.Panel.Faded(opacity), palette.PanelBorder.Faded(opacity), 2));
        var taken = (int)Math.Floor(StepsTaken(walk, t) + 1e-9);
        var (x, line) = (area.Left + 28, height / 4.6f);
        frame.Add(new TextLine($"learning rate {walk.LearningRate.ToString("0.####", CultureInfo.InvariantCulture)}", new(x, area.Top + line * 1.1f), 30, palette.Text.Faded(opacity), Face.SemiBold));
        frame.Add(new TextLine($"step {taken} of {walk.Path.Length - 1}", new(x, area.Top + line * 2.05f), 27, palette.Secondary.Faded(opacity), Face.Medium));
        frame.Add(new TextLine($"L = {Numbers.Fine(walk.Path[taken].Loss)}", new(x, area.Top + line * 3.05f), 32, palette.Error.Faded(opacity), Face.Bold));
        var judged = opacity * walk.Judge.At(t, Easing.InOutCubic);
        if (judged > 0.01) frame.Add(new TextLine(Verdict(walk), new(x, area.Top + line * 4.05f), 26, palette.Text.Faded(judged), Face.Medium));
    }

    static string Verdict(Walk walk) => walk.Uphill switch
    {
        0 => "downhill at every step",
        1 => "overshoots once",
        var times => $"overshoots {times} times",
    };

    // The steepest weight into another unit: two weights into one unit tell much the same story.
    static Edge SteepestBeside(LearningStep step, Edge x)
    {
        var edges = from l in Enumerable.Range(0, step.Before.Layers.Length)
                    from to in Enumerable.Range(0, step.Before.Layers[l].UnitCount)
                    from @from in Enumerable.Range(0, step.Before.Layers[l].InputCount)
                    select new Edge(l, @from, to);
        return edges.Where(e => e != x).MaxBy(e => ((e.Layer, e.To) == (x.Layer, x.To) ? 0 : 1e6) + Math.Abs(step.UpdateGradientOf(e)));
    }

    static WeightAddress AddressOf(Edge edge) => new(edge.Layer, edge.From, edge.To);
}
