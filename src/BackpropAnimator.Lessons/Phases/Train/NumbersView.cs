using System.Collections.Immutable;
using BackpropAnimator.Drawing;

namespace BackpropAnimator.Lessons;

/// <summary>Tables: of what each unit has become, where it is asked for or short, and of what the network makes of the samples.</summary>
internal sealed class NumbersView(TrainingLayout layout, TrainTableKind kind, TrainingFilm film, LessonStage stage) : TrainingView
{
    readonly ImmutableArray<TrainingTable> tables =
    [
        .. kind switch
        {
            TrainTableKind.Weights => [new UnitTable(stage, layout.Units, film)],
            TrainTableKind.Samples => [new SampleTable(stage, layout.Units, film)],
            _ => ImmutableArray<TrainingTable>.Empty,
        },
        new PredictionTable(stage, layout.Predictions, film),
    ];

    public override void Draw(FrameBuilder frame, TrainingInstant now, TrainingInstant before, double opacity)
    {
        foreach (var table in tables) table.Table.Draw(frame, table.Rows(now, before), opacity, table.Title(now));
    }
}
