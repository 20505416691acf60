using System.Collections.Immutable;
using BackpropAnimator.Drawing;
using BackpropAnimator.Network;
using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>
/// The plane of two inputs in the colours of the classes that the network sees there, with the samples on it: learning bends the borders
/// between the colours until each sample lies in its own.
/// </summary>
internal sealed class BoundaryView : TrainingView
{
    const float BorderWidth = 3.5f, FrameWidth = 3;

    readonly LessonStage stage;
    readonly TargetClasses classes;
    readonly InputPlane plane;
    readonly SampleDots dots;
    readonly PlotKey key;
    readonly HiddenLines? hidden;

    /// <param name="area">The plane with its axes and its key.</param>
    public BoundaryView(SKRect area, PlaneOverlayKind overlay, TrainingFilm film, LessonStage stage)
    {
        this.stage = stage;
        classes = new(stage);
        var (trained, heldOut) = (film.Samples, stage.Numbers.TestSamples);
        key = new(area.Left + AxisNumbers.RoomLeft, area.Right, area.Bottom, Entries(heldOut.Length > 0), stage);
        plane = new(
            new(area.Left, area.Top, area.Right, area.Bottom - key.Height),
            [.. trained.Concat(heldOut).Select(sample => sample.Input)], stage);
        dots = new(trained.Select(DotOf), heldOut.Select(DotOf), plane.Area.Width, stage.Palette);
        if (overlay == PlaneOverlayKind.HiddenUnits) hidden = new(plane, classes);
    }

    public override void Draw(FrameBuilder frame, TrainingInstant now, TrainingInstant before, double opacity)
    {
        if (opacity <= 0.01) return;
        var (palette, network) = (stage.Palette, now.Network);
        plane.DrawAxes(frame, opacity);
        var map = new DecisionMap(network, plane, classes);
        frame.Add(new RasterImage(map.Paint(palette), DecisionMap.RasterRect(plane.Area), (float)opacity));
        hidden?.Draw(frame, network, opacity);
        foreach (var border in map.Borders(plane.Area))
            frame.Add(new Polyline(border, BorderWidth, palette.Text.Faded(opacity)) { Role = RoleOf.Border });
        var edge = plane.Area;
        edge.Inflate(FrameWidth / 2, FrameWidth / 2);
        frame.Add(new Panel(edge, 0, SKColors.Transparent, palette.PanelBorder.Faded(opacity), FrameWidth));
        dots.Draw(frame, now.Nearest.IsRight, opacity);
        key.Draw(frame, opacity);
    }

    public override void Mark(NetworkPose pose, NetworkLayout layout, double opacity)
    {
        if (hidden is null) return;
        foreach (var unit in layout.UnitsOf(1)) (pose[unit].Mark, pose[unit].MarkColor) = (0.85 * opacity, hidden.ColorOf(unit.Index));
    }

    (SKPoint At, SKColor Color) DotOf(Example sample) =>
        (plane.At(sample.Input[0], sample.Input[1]), classes.ColorOf(classes.Of(sample.Target)));

    IEnumerable<KeyEntry> Entries(bool hasHeldOut)
    {
        for (var k = 0; k < classes.Count; k++) yield return KeyEntry.Sample(classes.NameOf(k), classes.ColorOf(k));
        if (hasHeldOut) yield return KeyEntry.Sample(stage.Words.Train.Test, stage.Palette.Secondary, isHeldOut: true);
        yield return KeyEntry.Wrong(stage.Words.Train.Wrong, stage.Palette);
    }
}
