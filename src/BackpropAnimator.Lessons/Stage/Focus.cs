using BackpropAnimator.Network;
using BackpropAnimator.Script;

namespace BackpropAnimator.Lessons;

/// <summary>Which units and edges a lesson looks at closely, and what they are called.</summary>
internal static class Focus
{
    const int MostLetters = 24;

    /// <summary>
    /// The unit of a layer whose error signal is the largest, among those drawn: the one with most to tell on the way back.
    /// </summary>
    public static Unit UnitOf(LessonStage stage, LearningStep step, int layer) =>
        stage.Network.Layout.UnitsOf(layer).MaxBy(unit => Math.Abs(step.DeltaOf(unit)));

    /// <summary>The edge between a layer and the next that the focus units lie on, with the largest gradient.</summary>
    public static Edge EdgeOf(LessonStage stage, LearningStep step, int layer)
    {
        var to = UnitOf(stage, step, layer + 1);
        return stage.Network.Layout.EdgesAfter(layer).Where(e => e.To == to.Index).MaxBy(e => Math.Abs(step.GradientOf(e)));
    }

    /// <summary>The weight of the whole network, or of one gap between layers, on which the loss depends most.</summary>
    /// <param name="layer">The layer on the gap's left side; null for all.</param>
    public static Edge SteepestEdge(LearningStep step, int? layer = null) =>
        (from l in Enumerable.Range(0, step.Gradient.Layers.Length)
         where layer is null || l == layer
         from to in Enumerable.Range(0, step.Gradient.Layers[l].Weights.RowCount)
         from @from in Enumerable.Range(0, step.Gradient.Layers[l].Weights.ColumnCount)
         select new Edge(l, @from, to)).MaxBy(e => Math.Abs(step.UpdateGradientOf(e)));

    /// <summary>
    /// "Hidden 2": the layer's name and the unit's place in it, counted from 1 as people do; an input or output by its own name where it
    /// has one, shortened where that is long.
    /// </summary>
    public static string NameOf(LessonStage stage, Unit unit)
    {
        var last = stage.Network.Layout.Sizes.Length - 1;
        var names = unit.Layer == 0 ? stage.InputNames : unit.Layer == last ? stage.OutputNames : [];
        if (!names.IsEmpty) return Shortened(names[unit.Index]);
        if (stage.Network.Layout.Sizes[unit.Layer] == 1) return NameOf(stage.Words, unit.Layer, last);
        return unit.Layer > 0 && unit.Layer < last && last > 2
            ? stage.Words.Network.UnitOfHidden(unit.Layer, unit.Index + 1)
            : stage.Words.Network.Unit(NameOf(stage.Words, unit.Layer, last), unit.Index + 1);
    }

    /// <summary>A layer's name, with its number where there are several hidden ones.</summary>
    /// <param name="last">The output layer.</param>
    public static string NameOf(Words words, int layer, int last) =>
        layer == 0 ? words.Network.Input
        : layer == last ? words.Network.Output
        : last == 2 ? words.Network.Hidden
        : words.Network.HiddenNumber(layer);

    /// <summary>A name as short as panels have room for.</summary>
    public static string Shortened(string name) => name.Length <= MostLetters ? name : name[..(MostLetters - 1)].TrimEnd() + "…";

    public static string NameOf(LessonStage stage, Edge edge) =>
        $"{NameOf(stage, new Unit(edge.Layer, edge.From))} → {NameOf(stage, new Unit(edge.Layer + 1, edge.To))}";
}
