using System.Collections.Immutable;
using BackpropAnimator.Network;
using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>A row for each sample: its input, its target, and what the network makes of it, right or wrong.</summary>
internal sealed class PredictionTable : TrainingTable
{
    // More inputs or outputs than this are not written out.
    const int MostInputs = 3, MostOutputs = 3;

    readonly LessonStage stage;
    readonly ImmutableArray<Example> samples;
    readonly int all, inputs, outputs;
    readonly bool areAnswers;

    public PredictionTable(LessonStage stage, SKRect area, TrainingFilm film)
    {
        (this.stage, samples, all) = (stage, film.Shown, film.Samples.Length);
        areAnswers = Answers.AreAnswers(film.Samples);
        var (inputCount, outputCount) = (samples[0].Input.Count, samples[0].Target.Count);
        (inputs, outputs) = (inputCount <= MostInputs ? inputCount : 0, outputCount <= MostOutputs ? outputCount : 1);
        var widestInput = samples.SelectMany(s => s.Input).Select(SampleNames.Given).MaxBy(x => x.Length)!;
        string Index(string symbol, int i, int count) => count == 1 ? symbol : $"{symbol}_{i + 1}";
        ImmutableArray<TableColumn> columns =
        [
            .. Enumerable.Range(0, inputs).Select(i => new TableColumn(Index("x", i, inputs), widestInput)),
            .. Enumerable.Range(0, outputs).Select(k => new TableColumn(HeadingOf("y", k), outputs == outputCount ? "0.00" : "00") { StartsGroup = k == 0 }),
            .. Enumerable.Range(0, outputs).Select(k => new TableColumn(HeadingOf(@"\hat{y}", k), "−0.00")),
            .. areAnswers ? [new TableColumn(@"\;", "00")] : Enumerable.Empty<TableColumn>(),
        ];
        Table = new(stage, area, "Predictions", inputs == 0 ? samples.Select(SampleNames.Of) : [], columns, samples.Length);

        string HeadingOf(string symbol, int k) => outputs == outputCount ? Index(symbol, k, outputs) : $@"\text{{class }} {symbol}";
    }

    public override NumberTable Table { get; }

    public override string Title(TrainingInstant now) =>
        areAnswers ? $"Predictions: {now.Nearest.Right} of {all} right" : $"Predictions{Of(samples.Length, all)}";

    public override ImmutableArray<TableRow> Rows(TrainingInstant now, TrainingInstant before) =>
        [.. samples.Select((sample, n) => Row(sample, n, now, before))];

    TableRow Row(Example sample, int n, TrainingInstant now, TrainingInstant before)
    {
        var isRight = Answers.IsRight(now.Nearest.Passes[n].Output, sample.Target);
        var color = areAnswers && !isRight ? stage.Palette.Error : stage.Palette.Text;
        var isWritten = sample.Target.Count == outputs;
        return new(inputs == 0 ? SampleNames.Of(sample, n) : "",
        [
            .. sample.Input.Take(inputs).Select(x => new TableCell(SampleNames.Given(x))),
            .. Enumerable.Range(0, outputs).Select(k => new TableCell(isWritten ? SampleNames.Given(sample.Target[k]) : $"{sample.Target.MaximumIndex()}")),
            .. Enumerable.Range(0, outputs).Select(k => isWritten
                ? Answer(Cell(now, before, m => m.Passes[n].Output[k], a => Numbers.Plain(a, 2), color))
                : new($"{now.Nearest.Passes[n].Output.MaximumIndex()}") { Color = color }),
            .. areAnswers ? [new("") { Sign = isRight ? CellSign.Right : CellSign.Wrong, Color = color }] : Enumerable.Empty<TableCell>(),
        ])
        {
            Mark = sample == now.From.InHand.Example ? 1 : 0,
        };
    }

    // Red on a lit cell would be hard to read; that it turns from red is light enough.
    TableCell Answer(TableCell cell) => cell.Color == stage.Palette.Error ? cell with { Tint = cell.Tint * 0.25 } : cell;
}
