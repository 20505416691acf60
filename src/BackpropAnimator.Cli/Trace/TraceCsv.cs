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
        yield return new("learning_rate", step.LearningRate);
        yield return new("step", step.Number);
        if (step.Rule.WeightDecay != 0) yield return new("weight_decay", step.Rule.WeightDecay);
        for (var i = 0; i < step.Example.Input.Count; i++) yield return new(names[0], i, "a", step.Example.Input[i]);
        for (var l = 0; l < step.Before.Layers.Length; l++)
            for (var j = 0; j < step.Before.Layers[l].UnitCount; j++)
            {
                foreach (var row in UnitRows(numbers, l, j)) yield return row with { Layer = names[l + 1], Unit = j };
                for (var i = 0; i < step.Before.Layers[l].InputCount; i++)
                    foreach (var row in WeightRows(numbers, l, j, i)) yield return row with { Layer = names[l + 1], Unit = j, Input = i };
            }
        for (var k = 0; k < step.Example.Target.Count; k++) yield return new(names[^1], k, "target", step.Example.Target[k]);
        yield return new("loss", step.Loss);
        yield return new("loss_after", step.LossAfter);
        for (var epoch = 0; epoch <= numbers.Training.Epochs; epoch++)
            yield return new("history", epoch, "loss", numbers.Training.Losses[epoch]);
    }

    static IEnumerable<TraceRow> UnitRows(LessonNumbers numbers, int l, int j)
    {
        var (step, back) = (numbers.Step, numbers.Step.Backward.Layers[l]);
        yield return new("bias", step.Before.Layers[l].Biases[j]);
        yield return new("z", step.Forward.Layers[l].PreActivation[j]);
        yield return new("a", step.Forward.Layers[l].Activation[j]);
        yield return new("dL_da", back.Incoming[j]);
        yield return new("slope", back.Slope[j]);
        yield return new("delta", back.Delta[j]);
        yield return new("dL_db", back.BiasGradient[j]);
        if (numbers.Samples.Length > 1) yield return new("mean_dL_db", numbers.MeanGradient.Layers[l].Biases[j]);
        foreach (var (name, before, after) in TraceUpdate.MemoryOf(step))
        {
            yield return new($"bias_{name}", before.Layers[l].Biases[j]);
            yield return new($"bias_{name}_after", after.Layers[l].Biases[j]);
        }
        yield return new("bias_after", step.After.Layers[l].Biases[j]);
    }

    static IEnumerable<TraceRow> WeightRows(LessonNumbers numbers, int l, int j, int i)
    {
        var step = numbers.Step;
        yield return new("weight", step.Before.Layers[l].Weights[j, i]);
        yield return new("dL_dw", step.Backward.Layers[l].WeightGradient[j, i]);
        if (numbers.Samples.Length > 1) yield return new("mean_dL_dw", numbers.MeanGradient.Layers[l].Weights[j, i]);
        foreach (var (name, before, after) in TraceUpdate.MemoryOf(step))
        {
            yield return new(name, before.Layers[l].Weights[j, i]);
            yield return new($"{name}_after", after.Layers[l].Weights[j, i]);
        }
        yield return new("weight_after", step.After.Layers[l].Weights[j, i]);
    }

    /// <summary>One line of the file; a field that has no meaning for the quantity is empty.</summary>
    readonly record struct TraceRow(string? Layer, int? Unit, int? Input, string Quantity, double Value)
    {
        public TraceRow(string quantity, double value) : this(null, null, null, quantity, value) { }

        public TraceRow(string layer, int unit, string quantity, double value) : this(layer, unit, null, quantity, value) { }
    }
}
