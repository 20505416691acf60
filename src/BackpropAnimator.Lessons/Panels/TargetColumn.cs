using BackpropAnimator.Drawing;
using BackpropAnimator.Network;
using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>What stands beside the outputs: the targets, the raw errors, and the ways from each output into the loss box.</summary>
internal sealed class TargetColumn
{
    const float Size = 25, SmallSize = 22, ClearOfDisc = 16, NameGap = 12, WayRoom = 8;

    readonly LessonStage stage;
    readonly Dictionary<Unit, Route> routes = [];

    public TargetColumn(LessonStage stage)
    {
        this.stage = stage;
        var outputs = Outputs.ToList();
        for (var i = 0; i < outputs.Count; i++) routes[outputs[i]] = RouteFrom(outputs[i], i, outputs.Count, stage.Network.Layout);
    }

    public IEnumerable<Unit> Outputs => stage.Network.Layout.UnitsOf(stage.Network.Layout.Sizes.Length - 1);

    /// <summary>The way from an output's rim into the loss box.</summary>
    /// <param name="layout">The network where it stands; in its place beside the loss when left out.</param>
    public Route RouteOf(Unit output, NetworkLayout? layout = null)
    {
        if (layout is null || layout == stage.Network.Layout) return routes[output];
        var outputs = Outputs.ToList();
        return RouteFrom(output, outputs.IndexOf(output), outputs.Count, layout);
    }

    // Of the outputs' distance; closer ones have room for neither line.
    const float Roomy = 110, LeastRowGap = 46;

    /// <param name="layout">The network where it stands.</param>
    /// <param name="names">How visible the outputs' names are.</param>
    /// <param name="ways">How visible the ways into the box are.</param>
    /// <param name="targets">How visible the targets are.</param>
    /// <param name="errors">How visible the raw errors are.</param>
    public void Draw(
        FrameBuilder frame, NetworkLayout layout, LearningStep step, double names, double ways, double targets, double errors)
    {
        var palette = stage.Palette;
        var rowGap = layout.RowGapOf(layout.Sizes.Length - 1);
        var isAlone = layout.Sizes[^1] == 1;
        var size = SizeFor(layout);
        // Above the way and below it; in close rows nearer to it, and in fewer words.
        var (above, below) = size == Size ? (-13f, 33f) : rowGap >= 70 ? (-10f, 27f) : (-6f, 21f);
        var isBrief = !isAlone && rowGap < 70;
        foreach (var output in Outputs)
        {
            if (ways > 0.01) frame.Add(new Polyline(RouteOf(output, layout).Points, 2, palette.Rest.Faded(0.7 * ways)));
            if (!isAlone && rowGap < LeastRowGap) continue;
            var centre = layout.Centre(output);
            var x = centre.X + layout.RadiusOf(output) + ClearOfDisc;
            DrawTarget(
                frame, output, step.Example.Target[output.Index], new(x, centre.Y + above), layout.Area.Right, size, isBrief, names,
                targets);
            if (errors > 0.01)
            {
                var error = step.Forward.Output[output.Index] - step.Example.Target[output.Index];
                var color = error == 0 ? palette.Secondary : palette.Error;
                frame.Add(new TextLine(
                    $"ŷ−y = {Numbers.WithSign(error, Numbers.Rounded(error, 2))}", new(x, centre.Y + below), size, color.Faded(errors),
                    Face.SemiBold));
            }
        }
    }

    // Closer outputs have no room for what they should be.
    const float LeastGapForBrief = 30, BriefSize = 27, BriefGap = 20;

    /// <summary>What the targets alone take at the right of the outputs, with their names where they have some.</summary>
    public static float BriefRoomFor(LessonStage stage) => stage.OutputNames.IsEmpty ? 112 : stage.Layout.TargetRoom;

    /// <summary>Draws nothing but what every output should be, briefly: "y = 1", or its name and that.</summary>
    public void DrawBrief(FrameBuilder frame, NetworkLayout layout, Example example, double opacity)
    {
        if (opacity <= 0.01 || layout.RowGapOf(layout.Sizes.Length - 1) < LeastGapForBrief) return;
        if (stage.OutputNames.IsEmpty) DrawBrief(frame, layout, example, stage.Palette, opacity);
        else
            foreach (var output in Outputs)
                DrawTarget(
                    frame, output, example.Target[output.Index],
                    new(layout.Centre(output).X + layout.RadiusOf(output) + ClearOfDisc, layout.Centre(output).Y + 9), layout.Area.Right,
                    SizeFor(layout), isBrief: true, opacity, opacity);
    }

    /// <summary>The same of a network that stands elsewhere, whose outputs have no names.</summary>
    public static void DrawBrief(FrameBuilder frame, NetworkLayout layout, Example example, Palette palette, double opacity)
    {
        if (opacity <= 0.01) return;
        foreach (var output in layout.UnitsOf(layout.Sizes.Length - 1))
        {
            var centre = layout.Centre(output);
            frame.Add(new TextLine(
                $"y = {Numbers.Brief(example.Target[output.Index])}", new(centre.X + layout.RadiusOf(output) + BriefGap, centre.Y),
                BriefSize, palette.Secondary.Faded(opacity), Face.Medium, SKTextAlign.Left, TextAnchor.Middle));
        }
    }

    float WidestWords(NetworkLayout layout) => stage.OutputNames.IsEmpty
        ? stage.Fonts.Shape($"{stage.Words.Network.Target} = {Numbers.Value(0)}", Face.Medium, SizeFor(layout)).Width
        : stage.OutputNames.Max(name => stage.Fonts.Shape(Focus.Shortened(name), Face.SemiBold, SizeFor(layout)).Width)
            + NameGap + stage.Fonts.Shape("y = 0", Face.Medium, SizeFor(layout)).Width;

    static float SizeFor(NetworkLayout layout) =>
        layout.Sizes[^1] == 1 || layout.RowGapOf(layout.Sizes.Length - 1) >= Roomy ? Size : SmallSize;

    // "target y = 1.00"; of an output with a name that name from the first, and "y = 1" after it.
    void DrawTarget(
        FrameBuilder frame, Unit output, double target, SKPoint at, float right, float size, bool isBrief, double names,
        double targets)
    {
        var palette = stage.Palette;
        if (stage.OutputNames.IsEmpty)
        {
            if (targets > 0.01)
                frame.Add(new TextLine(
                    $"{(isBrief ? "y" : stage.Words.Network.Target)} = {Numbers.Value(target)}", at, size,
                    palette.Text.Faded(targets), Face.Medium));
            return;
        }
        var written = $"y = {Numbers.Brief(target)}";
        var room = right - WayRoom - at.X - NameGap - stage.Fonts.Shape(written, Face.Medium, size).Width;
        var whole = Focus.Shortened(stage.OutputNames[output.Index]);
        // Smaller before it is cut.
        var fitted = Math.Clamp(size * room / stage.Fonts.Shape(whole, Face.SemiBold, size).Width, SmallSize, size);
        var name = stage.Fonts.Shortened(whole, Face.SemiBold, fitted, room);
        if (names > 0.01)
            frame.Add(new TextLine(name, at, fitted, palette.Text.Faded(names), Face.SemiBold) { Role = RoleOf.OutputName });
        if (targets > 0.01)
            frame.Add(new TextLine(
                written, new(at.X + stage.Fonts.Shape(name, Face.SemiBold, fitted).Width + NameGap, at.Y), fitted,
                palette.Text.Faded(targets), Face.Medium));
    }

    Route RouteFrom(Unit output, int index, int count, NetworkLayout layout)
    {
        var box = layout.Loss.Area;
        var centre = layout.Centre(output);
        var start = new SKPoint(centre.X + layout.RadiusOf(output) + 6, centre.Y);
        var spread = count == 1 ? 0 : index / (count - 1f) - 0.5f;
        var words = centre.X + layout.RadiusOf(output) + ClearOfDisc + WidestWords(layout) + WayRoom;
        if (stage.Layout.IsWide)
        {
            // Past the words.
            var turn = new SKPoint(Math.Max(start.X + 40, Math.Min(words, layout.Area.Right - WayRoom)), centre.Y);
            var end = new SKPoint(box.Left - 3, box.MidY + spread * box.Height * 0.5f);
            var half = (end.X - turn.X) / 2;
            return new([start, .. Route.Bend(turn, new(turn.X + half, turn.Y), new(end.X - half, end.Y), end)]);
        }
        // Down to the box: the upper output turns last, so that no two ways cross.
        // Beside each other where words leave room, and else in one.
        var x = layout.Area.Right - 4 - (count == 1 ? 0 : index * Math.Clamp((layout.Area.Right - 4 - words) / (count - 1), 0, 22f));
        var corner = new SKPoint(Math.Max(start.X + 10, x - 40), centre.Y);
        var bend = new SKPoint(x, centre.Y + 40);
        return new([start, .. Route.Bend(corner, new(x, centre.Y), new(x, centre.Y), bend), new(x, box.Top - 3)]);
    }
}
