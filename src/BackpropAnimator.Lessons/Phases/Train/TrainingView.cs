using BackpropAnimator.Drawing;

namespace BackpropAnimator.Lessons;

/// <summary>What a training is seen by, beside the network, its readouts and the loss's curve.</summary>
internal abstract class TrainingView
{
    /// <summary>The view of a kind, which is not <see cref="TrainViewKind.Auto"/>.</summary>
    public static TrainingView Of(
        TrainViewKind kind, TrainOptions options, TrainingLayout layout, TrainingFilm film, LessonStage stage) => kind switch
    {
        TrainViewKind.Boundary => new BoundaryView(layout.Picture, options.Overlay, film, stage),
        TrainViewKind.Curve => new CurveView(layout.Picture, film, stage),
        TrainViewKind.Loss => new NumbersView(layout, TrainChecks.TableOf(options, film.First.Network.LayerSizes), film, stage),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <param name="now">What is shown.</param>
    /// <param name="before">A little earlier: numbers that differ are lit.</param>
    public abstract void Draw(FrameBuilder frame, TrainingInstant now, TrainingInstant before, double opacity);

    /// <summary>Marks units that belong to something in the view.</summary>
    /// <param name="opacity">How visible the view is.</param>
    public virtual void Mark(NetworkPose pose, NetworkLayout layout, double opacity) { }
}
