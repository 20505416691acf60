using System.Collections.Immutable;
using BackpropAnimator.Network;
using SkiaSharp;

namespace BackpropAnimator.Lessons;

/// <summary>A row for each unit: its weights and bias, and its activation and δ for the sample in hand.</summary>
internal sealed class UnitTable : TrainingTable
{
    // What there is room for; a narrow table has fewer weights and decimals.
    const int MostRows = 3, MostWeights = 2;
    const float NarrowWidth = 660;

    readonly LessonStage stage;
    readonly ImmutableArray<Unit> units;
    readonly int weights, decimals;
    readonly string title;

    public UnitTable(LessonStage stage, SKRect area, TrainingFilm film)
    {
        this.stage = stage;
        var network = film.First.Network;
        units = UnitsOf(network.LayerSizes);
        var isNarrow = area.Width < NarrowWidth;
        decimals = isNarrow ? 2 : 3;
        var most = units.Max(u => network.LayerSizes[u.Layer - 1]);
        var names = units.Select(u => Focus.NameOf(stage, u)).ToList();
        var index = film.Samples.IndexOf(film.First.InHand.Example);
        var (words, sample) = (stage.Words.Train, SampleNames.Of(film.First.InHand.Example, index, stage.Words));
        string TitleFor(int shown) => shown == most ? words.Weights(sample) : words.FirstWeights(shown, sample);
        // Fewer weights are read more easily than crowded ones.
        weights = Math.Min(MostWeights, most);
        while (weights > 1 && !NumberTable.Fits(stage, area, names, Columns(weights, network), isNarrow)) weights--;
        var all = network.LayerSizes.Skip(1).Sum();
        title = Fitting(
            stage, area, OfUnits(TitleFor(weights), units.Length, all, words), OfUnits(words.WeightsBriefly, units.Length, all, words),
            TitleFor(weights));
        Table = new(stage, area, title, names, Columns(weights, network), units.Length);
    }

    ImmutableArray<TableColumn> Columns(int shown, DenseNetwork network) =>
    [
        .. Enumerable.Range(1, shown).Select(i => new TableColumn($"w_{i}", Numbers.Plain(-1, decimals))),
        new("b", Numbers.Plain(-1, decimals)),
        new(
            "a",
            Numbers.Plain(units.All(u => HasNoSign(network.Layers[u.Layer - 1].Activation)) ? 1 : -1, decimals)) { StartsGroup = true },
        new(@"\delta", "+" + Numbers.Plain(0, 3)) { Color = stage.Palette.Backward },
    ];

    public override NumberTable Table { get; }

    public override string Title(TrainingInstant now) => title;

    public override ImmutableArray<TableRow> Rows(TrainingInstant now, TrainingInstant before) =>
        [.. units.Select(unit => Row(unit, now, before))];

    TableRow Row(Unit unit, TrainingInstant now, TrainingInstant before)
    {
        var (l, j) = (unit.Layer - 1, unit.Index);
        var inputs = now.From.Network.Layers[l].InputCount;
        return new(Focus.NameOf(stage, unit),
        [
            .. Enumerable.Range(0, weights).Select(i =>
                i < inputs ? Cell(now, before, m => m.Network.Layers[l].Weights[j, i], w => Numbers.Plain(w, decimals)) : ""),
            Cell(now, before, m => m.Network.Layers[l].Biases[j], b => Numbers.Plain(b, decimals)),
            Cell(now, before, m => m.InHand.Forward.Layers[l].Activation[j], a => Numbers.Plain(a, decimals)),
            Cell(now, before, m => m.InHand.Backward.Layers[l].Delta[j], Numbers.Signed) with
            {
                Color = stage.Palette.DeltaColor(now.Of(m => m.InHand.Backward.Layers[l].Delta[j])),
            },
        ])
        {
            Opacity = now.Nearest.Dead.Contains(unit) ? 0.6 : 1,
        };
    }

    /// <summary>Whether there is room for every unit with all its weights.</summary>
    public static bool ShowsAllOf(ImmutableArray<int> sizes) => sizes[1..].Sum() <= MostRows && sizes[..^1].Max() <= MostWeights;

    /// <summary>The units that have a row.</summary>
    public static ImmutableArray<Unit> UnitsOf(ImmutableArray<int> sizes) => UnitsOf(sizes, MostRows);

    /// <summary>As many units as there is room for: some of every layer, the last layers first.</summary>
    public static ImmutableArray<Unit> UnitsOf(ImmutableArray<int> sizes, int most)
    {
        var rooms = new int[sizes.Length];
        for (var left = most; left > 0;)
        {
            var before = left;
            for (var l = sizes.Length - 1; l > 0 && left > 0; l--)
                if (rooms[l] < sizes[l]) (rooms[l], left) = (rooms[l] + 1, left - 1);
            if (left == before) break;
        }
        return [.. rooms.SelectMany((room, l) => Enumerable.Range(0, room).Select(j => new Unit(l, j)))];
    }
}
