using BackpropAnimator.Drawing;
using BackpropAnimator.Network;
using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>What stands beside the outputs: the targets, the raw errors, and the ways from each output into the loss box.</summary>
internal sealed class TargetColumn
{
    const float Size = 25, ClearOfDisc = 16;

    readonly LessonStage stage;
    readonly Dictionary<Unit, Route> routes = [];

    public TargetColumn(LessonStage stage)
    {
        this.stage = stage;
        var outputs = Outputs.ToList();
        for (var i = 0; i < outputs.Count; i++) routes[outputs[i]] = RouteFrom(outputs[i], i, outputs.Count);
    }

    public IEnumerable<Unit> Outputs => stage.Network.Layout.UnitsOf(stage.Network.Layout.Sizes.Length - 1);

    /// <summary>The way from an output's rim into the loss box.</summary>
    public Route RouteOf(Unit output) => routes[output];

    /// <summary>Whether rows are far enough apart for words above and below the ways.</summary>
    bool HasRoom => stage.Network.Layout.RowGap >= 92 || stage.Network.Layout.Sizes[^1] == 1;

    /// <param name="ways">How visible the ways into the box are.</param>
    /// <param name="targets">How visible the targets are.</param>
    /// <param name="errors">How visible the raw errors are.</param>
    public void Draw(FrameBuilder frame, LearningStep step, double ways, double targets, double errors)
    {
        var (layout, palette) = (stage.Network.Layout, stage.Palette);
        foreach (var output in Outputs)
        {
            if (ways > 0.01) frame.Add(new Polyline(routes[output].Points, 2, palette.Rest.Faded(0.7 * ways)));
            if (!HasRoom) continue;
            var centre = layout.Centre(output);
            var x = centre.X + layout.Radius + ClearOfDisc;
            if (targets > 0.01)
                frame.Add(new TextLine(
                    $"target y = {Numbers.Value(step.Example.Target[output.Index])}", new(x, centre.Y - 13), Size,
                    palette.Text.Faded(targets), Face.Medium));
            if (errors > 0.01)
            {
                var error = step.Forward.Output[output.Index] - step.Example.Target[output.Index];
                var color = error == 0 ? palette.Secondary : palette.Error;
                frame.Add(new TextLine(
                    $"ŷ−y = {Numbers.WithSign(error, Numbers.Rounded(error, 2))}", new(x, centre.Y + 33), Size, color.Faded(errors),
                    Face.SemiBold));
            }
        }
    }

    Route RouteFrom(Unit output, int index, int count)
    {
        var layout = stage.Network.Layout;
        var box = stage.Layout.LossBox;
        var centre = layout.Centre(output);
        var start = new SKPoint(centre.X + layout.Radius + 6, centre.Y);
        var spread = count == 1 ? 0 : index / (count - 1f) - 0.5f;
        if (stage.Layout.IsWide)
        {
            var turn = new SKPoint(Math.Max(start.X + 40, layout.Area.Right - 30), centre.Y);
            var end = new SKPoint(box.Left - 3, box.MidY + spread * box.Height * 0.5f);
            var half = (end.X - turn.X) / 2;
            return new([start, .. Route.Bend(turn, new(turn.X + half, turn.Y), new(end.X - half, end.Y), end)]);
        }
        // Down to the box: the upper output turns last, so that no two ways cross.
        var x = layout.Area.Right - 4 - (count == 1 ? 0 : index * Math.Min(22f, 120f / count));
        var corner = new SKPoint(Math.Max(start.X + 10, x - 40), centre.Y);
        var bend = new SKPoint(x, centre.Y + 40);
        return new([start, .. Route.Bend(corner, new(x, centre.Y), new(x, centre.Y), bend), new(x, box.Top - 3)]);
    }
}
