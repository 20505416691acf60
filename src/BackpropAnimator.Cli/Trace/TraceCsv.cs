using System.Globalization;
using System.Text;
using BackpropAnimator.Lab;
using BackpropAnimator.Lessons;

namespace BackpropAnimator.Cli.Trace;

/// <summary>The trace as tidy CSV, one number a line: <c>layer,unit,input,quantity,value</c>. See docs/trace.md.</summary>
internal static class TraceCsv
{
    public static void Write(LessonNumbers numbers, Stream to)
    {
        using var csv = new StreamWriter(to, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = "\n" };
        csv.WriteLine("layer,unit,input,quantity,value");
        foreach (var row in RowsOf(numbers))
            csv.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{row.Layer},{row.Unit},{row.Input},{row.Quantity},{NumberJson.Exact(row.Value)}"));
    }

    static IEnumerable<TraceRow> RowsOf(LessonNumbers numbers)
    {
        var (step, names) = (numbers.Step, numbers.Scene.Network.LayerNames);
        var mean = numbers.Samples.Length > 1 ? numbers.MeanGradient : null;
        yield return new("learning_rate", step.LearningRate);
        yield return new("step", step.Number);
        if (step.Rule.WeightDecay != 0) yield return new("weight_decay", step.Rule.WeightDecay);
        for (var i = 0; i < step.Example.Input.Count; i++) yield return new(names[0], i, "a", step.Example.Input[i]);
        for (var l = 0; l < step.Before.Layers.Length; l++)
            for (var j = 0; j < step.Before.Layers[l].UnitCount; j++)
            {
                foreach (var row in TraceQuantities.OfUnit(step, new(l, j), mean))
                    yield return new(names[l + 1], j, null, row.Name, row.Value);
                for (var i = 0; i < step.Before.Layers[l].InputCount; i++)
                    foreach (var row in TraceQuantities.OfWeight(step, new(l, i, j), mean))
                        yield return new(names[l + 1], j, i, row.Name, row.Value);
            }
        for (var k = 0; k < step.Example.Target.Count; k++) yield return new(names[^1], k, "target", step.Example.Target[k]);
        yield return new("loss", step.Loss);
        yield return new("loss_after", step.LossAfter);
        for (var epoch = 0; epoch <= numbers.Training.Epochs; epoch++)
            yield return new("history", epoch, "loss", numbers.Training.Losses[epoch]);
    }

    /// <summary>One line of the file; a field that has no meaning for the quantity is empty.</summary>
    readonly record struct TraceRow(string? Layer, int? Unit, int? Input, string Quantity, double Value)
    {
        public TraceRow(string quantity, double value) : this(null, null, null, quantity, value) { }

        public TraceRow(string layer, int unit, string quantity, double value) : this(layer, unit, null, quantity, value) { }
    }
}
