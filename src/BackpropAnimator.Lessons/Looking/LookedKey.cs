using System.Globalization;
using BackpropAnimator.Script;

namespace BackpropAnimator.Lessons;

/// <summary>What something is that can be looked at, in whatever frame and shape of the picture: it can be found again by it.</summary>
internal abstract record LookedKey
{
    /// <param name="Network">
    /// Which of several networks it belongs to, from left to right or from the top, from 0; 0 where there is one.
    /// </param>
    public sealed record OfUnit(Unit Unit, int Network) : LookedKey;

    /// <param name="Network">As that of a unit.</param>
    public sealed record OfWeight(Edge Edge, int Network) : LookedKey;

    public sealed record OfLoss : LookedKey;

    public sealed record OfText(string Text) : LookedKey;

    /// <param name="Part">The name that the source has for a part; null for the whole formula.</param>
    public sealed record OfFormula(string Source, string? Part) : LookedKey;

    const string UnitWord = "unit", WeightWord = "weight", LossWord = "loss", TextWord = "text", FormulaWord = "formula", PartWord = "part";

    /// <summary>As it is written: unit 1.2 0, weight 0.1.2 0, loss, text …, formula …, part NAME ….</summary>
    public string Written => this switch
    {
        OfUnit one => string.Create(CultureInfo.InvariantCulture, $"{UnitWord} {one.Unit.Layer}.{one.Unit.Index} {one.Network}"),
        OfWeight { Edge: var edge } one =>
            string.Create(CultureInfo.InvariantCulture, $"{WeightWord} {edge.Layer}.{edge.From}.{edge.To} {one.Network}"),
        OfLoss => LossWord,
        OfText one => $"{TextWord} {one.Text}",
        OfFormula { Part: null } one => $"{FormulaWord} {one.Source}",
        OfFormula one => $"{PartWord} {one.Part} {one.Source}",
        _ => throw new NotSupportedException(GetType().Name),
    };

    /// <summary>Reads what is written so; null where it is none, or a unit that a network of such layers does not have.</summary>
    /// <param name="layers">How many units each layer has.</param>
    public static LookedKey? Parse(string written, IReadOnlyList<int> layers)
    {
        var (word, rest) = Split(written);
        switch (word)
        {
            case LossWord when rest.Length == 0:
                return new OfLoss();
            case TextWord:
                return new OfText(rest);
            case FormulaWord:
                return new OfFormula(rest, null);
            case PartWord:
                var (part, source) = Split(rest);
                return new OfFormula(source, part);
            case UnitWord when Numbers(rest, 3) is [var layer, var index, var network]:
                return Has(layers, layer, index) ? new OfUnit(new(layer, index), network) : null;
            case WeightWord when Numbers(rest, 4) is [var layer, var from, var to, var network]:
                return Has(layers, layer, from) && Has(layers, layer + 1, to) ? new OfWeight(new(layer, from, to), network) : null;
            default:
                return null;
        }
    }

    static (string Word, string After) Split(string written)
    {
        var space = written.IndexOf(' ');
        return space < 0 ? (written, "") : (written[..space], written[(space + 1)..]);
    }

    static bool Has(IReadOnlyList<int> layers, int layer, int unit) => layer < layers.Count && unit < layers[layer];

    static int[]? Numbers(string written, int count)
    {
        var parts = written.Split('.', ' ');
        var numbers = new int[parts.Length];
        for (var i = 0; i < parts.Length; i++)
            if (!int.TryParse(parts[i], NumberStyles.None, CultureInfo.InvariantCulture, out numbers[i])) return null;
        return numbers.Length == count ? numbers : null;
    }
}
