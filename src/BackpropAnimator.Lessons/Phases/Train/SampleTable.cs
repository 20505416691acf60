using System.Collections.Immutable;
using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>
/// A row for each hidden unit: its z for every sample, so that one sees for which it is on, and how much gradient reaches it.
/// </summary>
internal sealed class SampleTable : TrainingTable
{
    const int MostRows = 4;

    readonly LessonStage stage;
    readonly ImmutableArray<Unit> units;
    readonly int samples, decimals;
    readonly string title;

    public SampleTable(LessonStage stage, SKRect area, TrainingFilm film)
    {
        this.stage = stage;
        units = UnitsOf(film.First.Network.LayerSizes);
        // The outputs have a table of their own, unless there is nothing else.
        var sizes = film.First.Network.LayerSizes;
        var all = sizes.Length > 2 ? sizes.Skip(1).SkipLast(1).Sum() : sizes[^1];
        var names = units.Select(u => Focus.NameOf(stage, u)).ToList();
        // In a narrow table samples go by their numbers, z have fewer decimals, and at last there are fewer samples.
        (int Samples, bool InFull, int Decimals)[] ways =
        [
            .. Enumerable.Range(0, film.Shown.Length).SelectMany(fewer => new[] { (true, 2), (false, 2), (false, 1) }
                .Select(way => (film.Shown.Length - fewer, way.Item1, way.Item2))),
        ];
        (samples, var inFull, decimals) = ways.FirstOrDefault(
            way => NumberTable.Fits(stage, area, names, Columns(way.Samples, way.InFull, way.Decimals), isNarrow: true), ways[^1]);
        var words = stage.Words.Train;
        string Told(string what) => OfUnits(Of(what, samples, film.Samples.Length, words), units.Length, all, words);
        title = Fitting(stage, area, Told(words.Sums), Told(words.SumsBriefly), Told("z"));
        Table = new(stage, area, title, names, Columns(samples, inFull, decimals), units.Length);

        ImmutableArray<TableColumn> Columns(int count, bool inFull, int decimals) =>
        [
            .. film.Shown.Take(count).Select((sample, i) => new TableColumn(
                inFull ? Formula.Words(SampleNames.Of(sample, film.ShownAt[i], stage.Words)) : $"{film.ShownAt[i] + 1}",
                Numbers.Plain(-1, decimals))),
            new(GradientHeading(film.Samples.Length), Numbers.Plain(0, 3)) { StartsGroup = true },
        ];
    }

    // The gradient that an update takes.
    string GradientHeading(int samples) =>
        $@"\textstyle\sum \left|{(samples > 1 ? Formula.Words(stage.Words.Train.Mean) : "")}\partial L / \partial w\right|";

    public override NumberTable Table { get; }

    public override string Title(TrainingInstant now) => title;

    public override ImmutableArray<TableRow> Rows(TrainingInstant now, TrainingInstant before) =>
        [.. units.Select(unit => Row(unit, now, before))];

    /// <summary>The units that have a row: the outputs have a table of their own.</summary>
    public static ImmutableArray<Unit> UnitsOf(ImmutableArray<int> sizes) =>
        UnitTable.UnitsOf(sizes.Length > 2 ? sizes.RemoveAt(sizes.Length - 1) : sizes, MostRows);

    TableRow Row(Unit unit, TrainingInstant now, TrainingInstant before)
    {
        var (l, j) = (unit.Layer - 1, unit.Index);
        return new(Focus.NameOf(stage, unit),
        [
            .. Enumerable.Range(0, samples)
                .Select(n => Cell(now, before, m => m.Passes[n].Layers[l].PreActivation[j], z => Numbers.Plain(z, decimals)) with
            {
                // Below 0 a rectifier is off.
                Color = now.Of(m => m.Passes[n].Layers[l].PreActivation[j]) <= 0 ? stage.Palette.Secondary : stage.Palette.Text,
            }),
            Cell(now, before, m => m.GradientOf(unit), g => g == 0 ? "0" : Numbers.Fine(g)),
        ]);
    }
}
