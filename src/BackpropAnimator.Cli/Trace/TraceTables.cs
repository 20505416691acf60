using System.Globalization;
using System.Text;
using BackpropAnimator.Lessons;
using BackpropAnimator.Network;
using BackpropAnimator.Script;
using Spectre.Console;

namespace BackpropAnimator.Cli.Trace;

/// <summary>The trace for reading in a terminal: five significant digits, at most 80 columns wide, long tables shortened.</summary>
internal static class TraceTables
{
    // More rows than that nobody reads in a terminal.
    const int MaxRows = 60;
    const int MaxEpochs = 11;

    // Wider than any of the tables: none is squeezed, whatever the terminal's width.
    const int Width = 120;

    public static void Write(LessonNumbers numbers, Stream to)
    {
        using var writer =
            new StreamWriter(to, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = "\n" };
        var console = AnsiConsole.Create(new()
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(writer),
        });
        console.Profile.Width = Width;
        console.WriteLine(Summary(numbers));
        console.Write(Units(numbers));
        console.Write(Weights(numbers));
        var whose = numbers.Samples.Length > 1 ? " of the example" : "";
        console.WriteLine($"loss{whose} {Number(numbers.Step.Loss)} before the update, {Number(numbers.Step.LossAfter)} after");
        console.Write(History(numbers));
    }

    static string Summary(LessonNumbers numbers)
    {
        var (network, script) = (numbers.Step.Before, numbers.Scene.Network);
        var activations = string.Join(", ", network.Layers.Select((layer, l) => $"{script.LayerNames[l + 1]} {layer.Activation.Name}"));
        var epoch = numbers.Epoch > 0 ? $", after {numbers.Epoch} epochs" : "";
        var data = numbers.TestSamples.IsEmpty
            ? ""
            : $"\n{numbers.Samples.Length} samples to train on, {numbers.TestSamples.Length} to test with";
        return $"{numbers.Scene.Title}\nlayers {string.Join('-', network.LayerSizes)} ({activations}), {network.Loss.Name}, learning " +
            $"rate {Number(numbers.Step.LearningRate)}{epoch}{data}{Update(numbers.Step)}";
    }

    // Nothing for the first step of plain gradient descent, which is what one expects.
    static string Update(LearningStep step)
    {
        if (step.Rule.IsPlain && step.Rule.Schedule is ConstantRate) return "";
        var decay = step.Rule.WeightDecay == 0 ? "" : $", weight decay {Number(step.Rule.WeightDecay)}";
        var schedule = step.Rule.Schedule is ConstantRate ? "" : $", {step.Rule.Schedule.Name} schedule";
        var options = string.Join(", ", step.Rule.Optimizer.Options.Select(option => $"{option.Name} {Number(option.Value)}"));
        return $"\n{step.Rule.Optimizer.Name}{(options.Length > 0 ? $" ({options})" : "")}, step {step.Number}{decay}{schedule}";
    }

    static Table Units(LessonNumbers numbers)
    {
        var (step, names) = (numbers.Step, numbers.Scene.Network.LayerNames);
        var rows = new List<string[]>();
        for (var l = 0; l < names.Length; l++)
            for (var j = 0; j < step.Before.LayerSizes[l] && rows.Count <= MaxRows; j++)
            {
                var unit = NameOf(numbers, l, j).ToString();
                var a = Number(step.Forward.ActivationsOf(l)[j]);
                if (l == 0)
                {
                    rows.Add([unit, "", a, "", "", "", ""]);
                    continue;
                }
                var back = step.Backward.Layers[l - 1];
                var target = l == names.Length - 1 ? Number(step.Example.Target[j]) : "";
                rows.Add(
                [
                    unit, Number(step.Forward.Layers[l - 1].PreActivation[j]), a, target, Number(back.Incoming[j]), Number(back.Slope[j]),
                    Number(back.Delta[j]),
                ]);
            }
        return Filled(rows, step.Before.LayerSizes.Sum(), "unit", "z", "a", "y", "∂L/∂a", "∂a/∂z", "δ");
    }

    static Table Weights(LessonNumbers numbers)
    {
        var step = numbers.Step;
        var isMean = numbers.Samples.Length > 1;
        var memory = step.Memory.Select(kind => (kind.Name, Values: kind.After)).ToList();
        var (rows, count) = (new List<string[]>(), 0);
        for (var l = 0; l < step.Before.Layers.Length; l++)
        {
            var (before, after, own, mean) =
                (step.Before.Layers[l], step.After.Layers[l], step.Backward.Layers[l], numbers.MeanGradient.Layers[l]);
            count += before.UnitCount * (before.InputCount + 1);
            for (var j = 0; j < before.UnitCount && rows.Count <= MaxRows; j++)
            {
                var to = NameOf(numbers, l + 1, j);
                for (var i = 0; i < before.InputCount && rows.Count <= MaxRows; i++)
                    Add(
                        new EdgeReference(NameOf(numbers, l, i), to).ToString(), before.Weights[j, i], own.WeightGradient[j, i],
                        mean.Weights[j, i], memory.Select(kind => kind.Values.Layers[l].Weights[j, i]), after.Weights[j, i]);
                Add(
                    $"bias of {to}", before.Biases[j], own.BiasGradient[j], mean.Biases[j],
                    memory.Select(kind => kind.Values.Layers[l].Biases[j]), after.Biases[j]);
            }
        }
        return Filled(rows, count, [
            "weight", "w", "∂L/∂w", .. isMean ? ["mean ∂L/∂w"] : Array.Empty<string>(),
            .. memory.Select(kind => kind.Name.Replace('_', ' ')), "w after",
        ]);

        void Add(string name, double before, double own, double mean, IEnumerable<double> remembered, double after) => rows.Add(
        [
            name, Number(before), Number(own), .. isMean ? [Number(mean)] : Array.Empty<string>(), .. remembered.Select(Number),
            Number(after),
        ]);
    }

    // By its name where it has one.
    static UnitReference NameOf(LessonNumbers numbers, int layer, int unit) => numbers.Scene.ReferenceTo(layer, unit);

    static Table History(LessonNumbers numbers)
    {
        var training = numbers.Training;
        var shown = Enumerable.Range(0, MaxEpochs).Select(n => (int)((long)training.Epochs * n / (MaxEpochs - 1))).Distinct().ToList();
        var rows = shown.Select(epoch => new[] { epoch.ToString(CultureInfo.InvariantCulture), Number(training.Losses[epoch]) }).ToList();
        return Filled(rows, rows.Count, "epoch", numbers.Samples.IsEmpty ? "loss" : "mean loss");
    }

    static Table Filled(List<string[]> rows, int count, params string[] titles)
    {
        var table = new Table().Border(TableBorder.Simple);
        table.AddColumn(new TableColumn(titles[0]).NoWrap());
        foreach (var title in titles[1..]) table.AddColumn(new TableColumn(title).RightAligned().NoWrap());
        foreach (var row in rows.Take(MaxRows)) table.AddRow([.. row.Select(Markup.Escape)]);
        if (count > MaxRows) table.AddRow($"… {count - MaxRows:N0} more");
        return table;
    }

    static string Number(double value) => TraceNumber.ForReading(value);
}
