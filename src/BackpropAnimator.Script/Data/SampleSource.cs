using System.Collections.Immutable;
using BackpropAnimator.Script.Diagnostics;
using BackpropAnimator.Script.Yaml;

namespace BackpropAnimator.Script.Data;

/// <summary>Gives <see cref="DataScript.Samples"/> what the data's keys stand for.</summary>
/// <param name="files">Reads the data's file.</param>
/// <param name="isSound">Whether an element's property holds what the file says.</param>
/// <param name="problems">Takes the diagnostics.</param>
internal sealed class SampleSource(SceneFiles files, Func<ScriptElement, string, bool> isSound, DiagnosticBag problems)
{
    /// <summary>
    /// The scene with its samples, the names that the data's file has for inputs and outputs, and the first sample as its example where it
    /// has none of its own.
    /// </summary>
    public Scene Fill(Scene scene)
    {
        if (scene.Data is not { } data) return scene;
        var network = scene.Network is { Layers.IsDefault: false } sound && isSound(sound, nameof(sound.Layers)) ? sound : null;
        var source = Samples(data, network);
        if (network is not null && source.Inputs is { } inputs && isSound(network, nameof(network.Inputs)))
            network = network with { Inputs = network.Inputs.IsEmpty ? inputs : network.Inputs };
        if (network is not null && source.Classes is { } classes && isSound(network, nameof(network.Classes)))
            network = network with { Classes = network.Classes.IsEmpty ? classes : network.Classes };
        var parts = SampleParts.Of(source.Samples, data, network, problems);
        return scene with
        {
            Network = network ?? scene.Network!,
            Data = data with { Samples = parts.Training, TestSamples = parts.Test },
            Example = (scene.Example is { } example ? parts.Scaled(example) : parts.Training.FirstOrDefault())!,
        };
    }

    /// <summary>What the data's keys stand for.</summary>
    /// <param name="Inputs">The names of the inputs; null where the data has none.</param>
    /// <param name="Classes">The names of classes or of other outputs; null where the data has none.</param>
    sealed record Source(
        ImmutableArray<ExampleScript> Samples, ImmutableArray<string>? Inputs = null, ImmutableArray<string>? Classes = null)
    {
        public static Source None { get; } = new([]);
    }

    /// <param name="data">The data's keys.</param>
    /// <param name="network">The network; null when its layers are not known.</param>
    Source Samples(DataScript data, NetworkScript? network)
    {
        var given = (data.Set is null ? 0 : 1) + (data.Rows.IsEmpty ? 0 : 1) + (data.Csv is null ? 0 : 1);
        var sound = isSound(data, nameof(data.Set)) && isSound(data, nameof(data.Rows)) && isSound(data, nameof(data.Csv));
        if (given > 1) problems.Error(data.Position, "data: 'set', 'rows' and 'csv' exclude each other", "keep one of them");
        else if (given == 0 && sound) problems.Error(data.Position, "data: expected one of set, rows and csv", "for example data: xor");
        else if (data.Csv is null && (!data.Inputs.IsEmpty || !data.Targets.IsEmpty))
            problems.Error(
                data.Position, "data: 'inputs' and 'targets' name the columns of a csv file", "leave them out, or name the file");
        else if (data.Set is { } set) return new(TruthTable(set, data.Position, network?.Layers ?? []));
        else if (data.Csv is { } csv && files.ReadTable(csv, data.PositionOf(nameof(data.Csv))) is { } table)
            return network is null || !isSound(data, nameof(data.Inputs)) || !isSound(data, nameof(data.Targets))
                ? Source.None : FromTable(table, data, network);
        return new(data.Rows);
    }

    ImmutableArray<ExampleScript> TruthTable(DataSetKind set, SourcePosition at, ImmutableArray<int> layers)
    {
        if (layers is not ([] or [2, .., 1]))
            problems.Error(
                at, $"data: {SnakeCase.Of(set.ToString())} has 2 inputs and 1 target, and the network {layers[0]} and {layers[^1]}",
                "for example layers: [2, 3, 1]");
        return layers is [2, .., 1] ? [Row(0, 0), Row(0, 1), Row(1, 0), Row(1, 1)] : [];

        ExampleScript Row(int a, int b)
        {
            var holds = set switch
            {
                DataSetKind.And => a + b == 2,
                DataSetKind.Or => a + b > 0,
                _ => a != b,
            };
            return new() { Input = [a, b], Target = [holds ? 1 : 0], Position = at };
        }
    }

    Source FromTable(CsvTable table, DataScript data, NetworkScript network)
    {
        var choice = ColumnChoice.Of(table, data, network.Layers[0], network.Layers[^1], problems);
        if (choice is not (var inputs, var targets)) return Source.None;
        var at = data.PositionOf(data.Targets.IsEmpty ? nameof(data.Csv) : nameof(data.Targets));
        var coding = new TargetCoding(table, targets, network, at, problems);
        if (coding.Classes() is not { } classes) return Source.None;
        var numbers = new NumberFields(table);
        ImmutableArray<ExampleScript> samples =
        [
            .. table.Rows.Select(row => new ExampleScript
            {
                Input = numbers.Of(row, inputs),
                Target = coding.Of(row, classes, numbers),
                Position = new(table.File, row.Line, 1),
            }),
        ];
        numbers.Report(problems);
        return new(numbers.AreSound ? samples : [], table.NamesOf(inputs), classes.IsEmpty ? table.NamesOf(targets) : classes);
    }
}
