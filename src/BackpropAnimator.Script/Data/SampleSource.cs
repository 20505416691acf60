using System.Collections.Immutable;
using BackpropAnimator.Script.Diagnostics;
using BackpropAnimator.Script.Yaml;

namespace BackpropAnimator.Script.Data;

/// <summary>Gives <see cref="DataScript.Samples"/> what the data's keys stand for.</summary>
/// <param name="file">The scene's own file.</param>
/// <param name="allowOutside">Whether files outside the scene's folder may be read.</param>
/// <param name="isSound">Whether an element's property holds what the file says.</param>
/// <param name="problems">Takes the diagnostics.</param>
internal sealed class SampleSource(string file, bool allowOutside, Func<ScriptElement, string, bool> isSound, DiagnosticBag problems)
{
    /// <summary>The scene with its samples, and with the first of them as its example where it has none of its own.</summary>
    public Scene Fill(Scene scene)
    {
        if (scene.Data is not { } data) return scene;
        var layers = scene.Network is { Layers.IsDefault: false } network && isSound(network, nameof(network.Layers)) ? network.Layers : [];
        data = data with { Samples = Samples(data, layers) };
        return scene with { Data = data, Example = scene.Example ?? data.Samples.FirstOrDefault()! };
    }

    /// <param name="data">The data's keys.</param>
    /// <param name="layers">The network's layers; empty when they are not known.</param>
    ImmutableArray<ExampleScript> Samples(DataScript data, ImmutableArray<int> layers)
    {
        var given = (data.Set is null ? 0 : 1) + (data.Rows.IsEmpty ? 0 : 1) + (data.Csv is null ? 0 : 1);
        var sound = isSound(data, nameof(data.Set)) && isSound(data, nameof(data.Rows)) && isSound(data, nameof(data.Csv));
        if (given > 1) problems.Error(data.Position, "data: 'set', 'rows' and 'csv' exclude each other", "keep one of them");
        else if (given == 0 && sound) problems.Error(data.Position, "data: expected one of set, rows and csv", "for example data: xor");
        else if (data.Csv is null && (!data.Inputs.IsEmpty || !data.Targets.IsEmpty))
            problems.Error(
                data.Position, "data: 'inputs' and 'targets' name the columns of a csv file", "leave them out, or name the file");
        else if (data.Set is { } set) return TruthTable(set, data.Position, layers);
        else if (data.Csv is { } csv && Table(csv, data.PositionOf(nameof(data.Csv))) is { } table)
            return layers.IsEmpty ? [] : FromTable(table, data, layers);
        return data.Rows;
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

    ImmutableArray<ExampleScript> FromTable(CsvTable table, DataScript data, ImmutableArray<int> layers)
    {
        var all = Enumerable.Range(0, table.Columns.Length).ToImmutableArray();
        if (Columns(data, nameof(data.Inputs), data.Inputs, all, layers[0], "input", table) is not { } i) return [];
        if (Columns(data, nameof(data.Targets), data.Targets, all.RemoveRange(i), layers[^1], "output", table) is not { } t) return [];
        return
        [
            .. table.Rows.Select(row => new ExampleScript
            {
                Input = [.. i.Select(c => row.Numbers[c])],
                Target = [.. t.Select(c => row.Numbers[c])],
                Position = new(table.File, row.Line, 1),
            }),
        ];
    }

    CsvTable? Table(string csv, SourcePosition at)
    {
        var path = ScenePath.Beside(file, csv);
        try
        {
            if (allowOutside || ScenePath.IsInside(file, path))
                return CsvTable.Parse(BoundedFile.ReadText(path, CsvTable.MaxBytes), path, problems);
            problems.Error(
                at, $"csv: {Quote.InWords(csv)} is outside the scene's folder", "put the file beside the scene, or allow reading outside");
        }
        catch (Exception e) when (BoundedFile.InWords(e, CsvTable.MaxBytes) is { } words)
        {
            problems.Error(at, $"csv: {Quote.InWords(csv)}: {words}");
        }
        return null;
    }

    /// <summary>
    /// The indices of the named columns, or of the first <paramref name="free"/>
    /// ones; null when there are none such, which is then reported.
    /// </summary>
    ImmutableArray<int>? Columns(
        DataScript data, string property, ImmutableArray<string> names, ImmutableArray<int> free, int count, string layer, CsvTable table)
    {
        var key = SnakeCase.Of(property);
        if (names.IsEmpty)
        {
            if (count <= free.Length) return free[..count];
            problems.Error(
                data.PositionOf(nameof(data.Csv)), $"csv: expected {count} columns for the {key}, found {free.Length}",
                $"the columns are {string.Join(", ", table.Columns)}");
        }
        else if (names.Length != count)
            problems.Error(
                data.PositionOf(property), $"{key}: expected {count} items, one for each unit of the {layer} layer, found {names.Length}");
        else if (names.FirstOrDefault(n => !table.Columns.Contains(n)) is { } missing)
            problems.Error(
                data.PositionOf(property, names.IndexOf(missing)), $"{key}: no column is called {Quote.InWords(missing)}",
                Nearest.Hint(missing, table.Columns, "columns"));
        else return [.. names.Select(n => table.Columns.IndexOf(n))];
        return null;
    }
}
