using System.Collections.Immutable;
using System.ComponentModel;
using BackpropAnimator.Drawing;
using BackpropAnimator.Network;
using BackpropAnimator.Script;
using BackpropAnimator.Timeline;
using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>
/// The loss as a map over two weights, and the very path that the scene's optimizer takes on it: for gradient descent, each step goes
/// against the gradient, and is as long as the gradient times the learning rate. One path after the other, where several learning rates
/// are compared.
/// </summary>
[Phase("landscape", Place = 260)]
[Description("The loss, averaged over the data where there is some, as a landscape over two weights of the network, and the " +
    "optimizer's own path through it, once for each learning rate.")]
[Moment("walk", "a path begins")]
[Moment("judge", "it is told where that has led")]
internal sealed class LandscapePhase : SoloPhase<LandscapeOptions>
{
    // One way is told from the next by its dashes.
    static readonly float[] dashes = [0, 16, 6];

    // Seconds that a step has, and what a way of many steps may take in all, against the pauses.
    const double SecondsAStep = 0.4, ShortestWalk = 3.2, LongestWalk = 5.6;

    const float SampleLength = 64, NameSize = 28;

    // Left of the map and below it: its numbers, and below these the axis's name.
    const float RoomForNumbers = 72, BelowNumbers = 34, BelowNames = 72, RoomBelow = 88;

    readonly LossMap map;
    readonly ImmutableArray<Walk> walks;
    readonly ImmutableArray<DescentPath> paths;
    readonly Interval entry;
    readonly string nameX, nameY;
    readonly SKRect side;
    readonly int samples;
    readonly UpdateRule rule;

    /// <summary>One learning rate's path: when it is walked, and what then stands beside it.</summary>
    sealed record Walk(double LearningRate, ImmutableArray<SurfacePoint> Path, Interval Enter, Interval Steps, Interval Judge)
    {
        public double Taken(double t) => Math.Min(Path.Length - 1, Steps.Progress(t) * (Path.Length - 1));

        /// <summary>Steps after which the loss was higher than before.</summary>
        public int Uphill => Enumerable.Range(1, Path.Length - 1).Count(n => Path[n].Loss > Path[n - 1].Loss);
    }

    public LandscapePhase(LandscapeOptions options, PhasePlace place) : base(options, place)
    {
        var step = Before.Step;
        var x = options.X is { } first ? Stage.EdgeOf(first) : Focus.SteepestEdge(step);
        var y = options.Y is { } second ? Stage.EdgeOf(second) : SteepestBeside(step, x);
        // All of the data, where there is some: one example alone has no valley to find, only a way down.
        ImmutableArray<Example> examples = Stage.Numbers.Samples.IsEmpty ? [step.Example] : Stage.Numbers.Samples;
        samples = examples.Length;
        var surface = new LossSurface(step.Before, examples, AddressOf(x), AddressOf(y));
        var start = options.Start is [var startX, var startY] ? surface.At(startX, startY) : surface.Here;
        ImmutableArray<double> rates = options.LearningRates.IsEmpty ? [step.Rule.LearningRate] : options.LearningRates;
        // Every step of a path sees all of the examples, and is an epoch of its own.
        rule = step.Rule with { UpdatesPerEpoch = 1 };

        var laid = Beat.Lay(Own.Duration,
        [
            Beat.Move(1), Beat.Pause(0.9),
            .. rates.SelectMany((_, i) => new[]
            {
                Beat.Move(0.6),
                Beat.Move(Math.Clamp(SecondsAStep * options.StepsOf(i), ShortestWalk, LongestWalk)),
                Beat.Move(0.5),
                Beat.Pause(1.3),
            }),
        ]);
        entry = laid[0];
        walks = [.. rates.Select((rate, i) => new Walk(
            rate, surface.Descent(start, rule with { LearningRate = rate }, options.StepsOf(i)),
            laid[2 + 4 * i], laid[3 + 4 * i], laid[4 + 4 * i]))];
        (nameX, nameY) = (Focus.NameOf(Stage, x), Focus.NameOf(Stage, y));

        var body = Stage.Layout.Body;
        var (room, panel) = Stage.Layout.IsWide
            ? (
                new SKRect(body.Left + RoomForNumbers, body.Top + 46, body.Left + body.Width * 0.66f, body.Bottom - RoomBelow),
                new SKRect(body.Left + body.Width * 0.66f + 44, body.Top + 46, body.Right, body.Bottom - RoomBelow))
            : (
                new SKRect(body.Left + RoomForNumbers, body.Top + 46, body.Right, body.Top + body.Height * 0.62f),
                new SKRect(body.Left, body.Top + body.Height * 0.62f + RoomBelow + 10, body.Right, body.Bottom));
        side = panel;
        map = new(room, surface, [.. walks.Select(walk => walk.Path)], Stage.Palette);
        paths = [.. walks.Select((walk, i) => new DescentPath(map, walk.Path, dashes[i % dashes.Length], Stage.Palette))];
    }

    public override IEnumerable<Moment> Moments => InOwn(
        walks.SelectMany(walk => new Moment[] { new("walk", walk.Steps.Start), new("judge", walk.Judge.Start) }));

    protected override string DefaultTitle => Stage.Words.Titles.Landscape;

    protected override void DrawOwn(FrameBuilder frame, double t)
    {
        var here = Shown(t) * entry.At(t, Easing.InOutCubic);
        if (here <= 0.01) return;
        map.Draw(frame, here);
        DrawAxes(frame, here);
        DrawLowest(frame, here);
        for (var i = 0; i < walks.Length; i++)
        {
            // The path before stays as a trace while the next one is walked.
            var faded = i + 1 < walks.Length ? 1 - 0.6 * walks[i + 1].Enter.At(t, Easing.InOutCubic) : 1;
            if (i == 0 || t >= walks[i].Enter.Start) paths[i].Draw(frame, walks[i].Taken(t), here * faded);
            DrawRecord(frame, i, t, here);
        }
    }

    // Where all ways should lead, marked before any of them sets out.
    void DrawLowest(FrameBuilder frame, double here)
    {
        if (map.Lowest is not { } lowest) return;
        const float radius = 13, gap = 14, size = 26;
        var (at, palette) = (map.At(lowest.X, lowest.Y), Stage.Palette);
        frame.Add(new Ring(at, radius, 3, palette.Text.Faded(here)));
        frame.Add(new Disc(at, 4, palette.Text.Faded(here)));
        var words = Stage.Words.Landscape.Lowest(LossName.Short(samples, Stage.Words), Numbers.Fine(lowest.Loss));
        var width = Stage.Fonts.Shape(words, Face.SemiBold, size).Width;
        // Beside it, above or below, inside the map and where the fewest steps lead through the words.
        var steps = walks.SelectMany(walk => walk.Path).Select(point => map.At(point.X, point.Y)).ToList();
        var place = new[] { 0f, -1.5f * size, 1.5f * size }
            .SelectMany(down => new[] { radius + gap, -radius - gap - width }
                .Select(right => SKRect.Create(at.X + right, at.Y + down - size / 2, width, size)))
            .MinBy(box => (map.Area.Contains(box) ? 0 : 1000) + steps.Count(step => SKRect.Inflate(box, radius, radius).Contains(step)));
        frame.Add(new TextLine(
            words, new(place.Left, place.MidY), size, palette.Text.Faded(here), Face.SemiBold, SKTextAlign.Left, TextAnchor.Middle));
    }

    void DrawAxes(FrameBuilder frame, double here)
    {
        map.DrawNumbers(frame, BelowNumbers, here);
        var words = Stage.Palette.Secondary.Faded(here);
        frame.Add(new TextLine("↑  " + nameY, new(map.Area.Left, map.Area.Top - 18), NameSize, words, Face.Medium));
        frame.Add(new TextLine(
            nameX + "  →", new(map.Area.Right, map.Area.Bottom + BelowNames), NameSize, words, Face.Medium, SKTextAlign.Right));
        // Beside the axis's name, in as many words as there is room for.
        var room = map.Area.Width - Stage.Fonts.Shape(nameX + "  →", Face.Medium, NameSize).Width - 30;
        var own = Stage.Words.Landscape;
        string[] legends = [own.Legend(LossName.InWords(samples, Stage.Words)), own.MeanLegend, own.ShortLegend];
        var legend = Array.Find(legends, text => Stage.Fonts.Shape(text, Face.Regular, NameSize).Width <= room) ?? legends[^1];
        frame.Add(new TextLine(legend, new(map.Area.Left, map.Area.Bottom + BelowNames), NameSize, words));
    }

    // Beside the map, below each other: the learning rate, the steps, and the loss that they have led to.
    void DrawRecord(FrameBuilder frame, int index, double t, double here)
    {
        var (palette, walk) = (Stage.Palette, walks[index]);
        var opacity = here * walk.Enter.At(t, Easing.InOutCubic);
        if (opacity <= 0.01) return;
        var gap = 30f;
        var height = Math.Min(Stage.Layout.IsWide ? 310 : 216, (side.Height - gap * (walks.Length - 1)) / walks.Length);
        var columns = !Stage.Layout.IsWide && walks.Length > 1 ? walks.Length : 1;
        var width = (side.Width - gap * (columns - 1)) / columns;
        if (columns > 1) height = Math.Min(300, side.Height);
        var area = columns > 1
            ? SKRect.Create(side.Left + index * (width + gap), side.Top, width, height)
            : SKRect.Create(side.Left, side.Top + index * (height + gap), width, height);
        frame.Add(new Panel(area, 18, palette.Panel.Faded(opacity), palette.PanelBorder.Faded(opacity), 2));
        var taken = (int)Math.Floor(walk.Taken(t) + 1e-9);
        var (x, line) = (area.Left + 28, height / 4.6f);
        var size = Stage.Layout.IsWide ? 1.25f : 1;
        frame.Add(Fitting(
            new(
                Stage.Words.Landscape.LearningRate(Numbers.Trimmed(walk.LearningRate, 0, Rounded.MostOfLearningRate)),
                new(x, area.Top + line * 1.1f), 30 * size, palette.Text.Faded(opacity), Face.SemiBold),
            area with { Right = area.Right - 28 - SampleLength }));
        paths[index].DrawSample(
            frame, new(area.Right - 28 - SampleLength, area.Top + line * 1.1f - 10), new(area.Right - 28, area.Top + line * 1.1f - 10),
            opacity);
        frame.Add(Fitting(
            new(
                StepInWords(taken, walk.Path.Length - 1), new(x, area.Top + line * 2.05f), 27 * size, palette.Secondary.Faded(opacity),
                Face.Medium), area));
        frame.Add(new TextLine(
            $"{LossName.Short(samples, Stage.Words)} = {Numbers.Fine(walk.Path[taken].Loss)}", new(x, area.Top + line * 3.05f), 32 * size,
            palette.Error.Faded(opacity), Face.Bold));
        var judged = opacity * walk.Judge.At(t, Easing.InOutCubic);
        if (judged > 0.01)
            frame.Add(Fitting(
                new(Verdict(walk), new(x, area.Top + line * 4.05f), 26 * size, palette.Text.Faded(judged), Face.Medium), area));
    }

    // Smaller where it would reach out of its panel.
    TextLine Fitting(TextLine text, SKRect panel)
    {
        const float margin = 20;
        var (width, room) = (Stage.Fonts.Shape(text.Text, text.Face, text.Size).Width, panel.Right - text.Position.X);
        return width <= room ? text : text with { Size = text.Size * (room - margin) / width };
    }

    // Plain gradient descent is what one expects.
    string StepInWords(int step, int steps) => rule.Optimizer is GradientDescent
        ? Stage.Words.Landscape.Step(step, steps)
        : Stage.Words.Landscape.StepWith(step, steps, Stage.Words.NameOf(rule.Optimizer));

    string Verdict(Walk walk) =>
        walk.Uphill == 0 ? Stage.Words.Landscape.Downhill : Stage.Words.Landscape.Overshoots(walk.Uphill);

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
