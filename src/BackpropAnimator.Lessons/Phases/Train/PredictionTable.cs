using System.Collections.Immutable;
using BackpropAnimator.Network;
using BackpropAnimator.Typesetting;
using MathNet.Numerics.LinearAlgebra;
using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>A row for each sample: its input, its target, and what the network makes of it, right or wrong.</summary>
internal sealed class PredictionTable : TrainingTable
{
    // More inputs or outputs than this are not written out.
    const int MostInputs = 3, MostOutputs = 3;

    static ImmutableArray<string> Unnamed => [];

    readonly LessonStage stage;
    readonly ImmutableArray<Example> samples;
    readonly ImmutableArray<int> shownAt;
    readonly int all, inputs, outputs;
    readonly bool areAnswers, namesSamples, showsTargets;
    // Of classes that have names, these stand in the headings, and in the target's place.
    readonly ImmutableArray<string> classes;
    readonly AnswerRule answers;
    readonly SKRect area;

    public PredictionTable(LessonStage stage, SKRect area, TrainingFilm film)
    {
        (this.stage, this.area, samples, shownAt, all) = (stage, area, film.Shown, film.ShownAt, film.Samples.Length);
        answers = stage.Numbers.Answers;
        areAnswers = answers.AreAnswers;
        var (inputCount, outputCount) = (samples[0].Input.Count, samples[0].Target.Count);
        (inputs, outputs) = (inputCount <= MostInputs ? inputCount : 0, outputCount <= MostOutputs ? outputCount : 1);
        var isOneHot = outputCount > 1 && areAnswers && samples.All(sample => sample.Target.Sum() == 1);
        ImmutableArray<string> named = isOneHot ? [.. stage.OutputNames.Select(Focus.Shortened)] : [];
        var isPositive = HasNoSign(film.First.Network.Layers[^1].Activation);
        // Where it is narrow, targets go first: the answer that is wanted is then the brighter one. The names of classes go last.
        (bool Names, bool Targets)[] narrower = outputs > 1 ? [(true, true), (true, false), (false, false)] : [(true, true), (false, true)];
        (bool Names, bool Targets, ImmutableArray<string> Classes)[] ways =
            [.. narrower.Select(way => (way.Names, way.Targets, named)), .. narrower.Select(way => (way.Names, way.Targets, Unnamed))];
        (namesSamples, showsTargets, classes) = ways.FirstOrDefault(
            shown => NumberTable.Fits(stage, area, NamesOf(shown.Names), Columns(shown.Targets, shown.Classes), isNarrow: true), ways[^1]);
        Table = new(stage, area, stage.Words.Train.Predictions, NamesOf(namesSamples), Columns(showsTargets, classes), samples.Length);

        ImmutableArray<TableColumn> Columns(bool targets, ImmutableArray<string> classes) =>
        [
            .. Enumerable.Range(0, inputs).Select(i =>
                new TableColumn(Index("x", i, inputs), samples.SelectMany(s => s.Input).Select(SampleNames.Given).MaxBy(x => x.Length)!)),
            .. targets ? TargetColumns(classes) : [],
            .. Enumerable.Range(0, outputs).Select(k => new TableColumn(
                HeadingOf(@"\hat{y}", k, classes),
                outputs < outputCount && !classes.IsEmpty ? classes.MaxBy(name => name.Length)!
                : isPositive ? Written(0) : "−" + Written(0)) { StartsGroup = k == 0 && targets && outputs > 1 }),
            .. areAnswers ? [new TableColumn(@"\;", "00")] : Enumerable.Empty<TableColumn>(),
        ];

        static string Index(string symbol, int i, int count) => count == 1 ? symbol : $"{symbol}_{i + 1}";

        IEnumerable<TableColumn> TargetColumns(ImmutableArray<string> classes) => !classes.IsEmpty
            ? [new TableColumn("y", classes.MaxBy(name => name.Length)!) { StartsGroup = true }]
            : Enumerable.Range(0, outputs).Select(k =>
                new TableColumn(HeadingOf("y", k, classes), areAnswers ? WidestAnswer(k) : Written(0)) { StartsGroup = k == 0 });

        string WidestAnswer(int k) => samples.Select(s => SampleNames.Given(s.Target[k])).MaxBy(y => y.Length)!;

        string HeadingOf(string symbol, int k, ImmutableArray<string> classes) =>
            outputs < outputCount ? classes.IsEmpty ? $"{Formula.Words(stage.Words.Train.Class)} {symbol}" : symbol
            : classes.IsEmpty ? Index(symbol, k, outputs)
            : Formula.Words(classes[k]);
    }

    public override NumberTable Table { get; }

    IEnumerable<string> NamesOf(bool inFull) =>
        inputs > 0 ? [] : samples.Select((sample, n) => inFull ? SampleNames.Of(sample, shownAt[n], stage.Words) : $"{shownAt[n] + 1}");

    /// <summary>How many answers are right, and where there is room what that means for an output that is one number.</summary>
    public override string Title(TrainingInstant now)
    {
        var words = stage.Words.Train;
        if (!areAnswers) return Of(words.Predictions, samples.Length, all, words);
        var right = words.Right(now.Nearest.Accuracy.Right, all);
        string[] told = samples.Length < all
            ? [words.PredictionsRight(words.Shown(right, samples.Length)), words.Shown(right, samples.Length),
                words.ShownBriefly(right, samples.Length)]
            : samples[0].Target.Count > 1 ? [words.PredictionsRight(right)]
            : [words.PredictionsRight(words.SideOfCut(right, Cut)), words.OnSideOfCut(right, Cut), words.Cut(right, Cut)];
        return Fitting(stage, area, told);
    }

    public override ImmutableArray<TableRow> Rows(TrainingInstant now, TrainingInstant before) =>
        [.. samples.Select((sample, n) => Row(sample, n, now, before))];

    TableRow Row(Example sample, int n, TrainingInstant now, TrainingInstant before)
    {
        var isRight = answers.IsRight(now.Nearest.Passes[n].Output, sample.Target);
        var color = areAnswers && !isRight ? stage.Palette.Error : stage.Palette.Text;
        var isWritten = sample.Target.Count == outputs;
        return new(NamesOf(namesSamples).ElementAtOrDefault(n) ?? "",
        [
            .. sample.Input.Take(inputs).Select(x => new TableCell(SampleNames.Given(x))),
            .. !showsTargets ? [] : !classes.IsEmpty || !isWritten
                ? [new TableCell(ClassOf(sample.Target))]
                : Enumerable.Range(0, outputs).Select(k => new TableCell(SampleNames.Given(sample.Target[k]))),
            .. Enumerable.Range(0, outputs).Select(k => isWritten
                ? Answer(Cell(now, before, m => m.Passes[n].Output[k], Written, ColorOf(k)))
                : new(ClassOf(now.Nearest.Passes[n].Output)) { Color = color }),
            .. areAnswers ? [new("") { Sign = isRight ? CellSign.Right : CellSign.Wrong, Color = color }] : Enumerable.Empty<TableCell>(),
        ])
        {
            Mark = sample == now.From.InHand.Example ? 1 : 0,
        };

        SKColor ColorOf(int k) => showsTargets || outputs == 1 ? color : sample.Target[k] < 0.5 ? stage.Palette.Secondary : color;
    }

    // Classes without names are counted from 1, as all units are.
    string ClassOf(Vector<double> output) =>
        classes.IsEmpty ? $"{output.MaximumIndex() + 1}" : classes[output.MaximumIndex()];

    string Cut => SampleNames.Given(answers.Cut);

    // Whether an answer is right depends on which side of the cut it lies.
    bool IsCut => areAnswers && samples[0].Target.Count == 1;

    // In two decimals, right and wrong answers close to the cut would look alike.
    string Written(double answer) => Numbers.Plain(answer, IsCut ? 3 : 2);

    // Red on a lit cell would be hard to read; that it turns from red is light enough.
    TableCell Answer(TableCell cell) => cell.Color == stage.Palette.Error ? cell with { Tint = cell.Tint * 0.25 } : cell;
}
