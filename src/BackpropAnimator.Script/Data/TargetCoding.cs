using System.Collections.Immutable;
using BackpropAnimator.Network;
using BackpropAnimator.Script.Diagnostics;
using BackpropAnimator.Script.Yaml;

namespace BackpropAnimator.Script.Data;

/// <summary>
/// Turns a column of classes into targets: one-hot, a 1 for the class and 0 for all others, or for a single output 0 for the first class
/// and 1 for the second. Columns of numbers are targets as they are.
/// </summary>
/// <param name="table">The file.</param>
/// <param name="columns">The target's columns.</param>
/// <param name="network">The network with its layers; its classes are the order of classes where they are written.</param>
/// <param name="at">Where the scene names the target, or the file.</param>
/// <param name="problems">Takes what is wrong with the classes.</param>
internal sealed class TargetCoding(
    CsvTable table, ImmutableArray<CsvColumn> columns, NetworkScript network, SourcePosition at, DiagnosticBag problems)
{
    static readonly ImmutableArray<(string Zero, string One)> Opposites =
        [("false", "true"), ("no", "yes"), ("off", "on"), ("negative", "positive"), ("neg", "pos"), ("f", "t"), ("n", "y")];

    readonly int outputs = network.Layers[^1];

    /// <summary>
    /// The classes, in the order of their outputs: that of the network's own list, or of their first appearance in the file. Empty where
    /// the targets are numbers; null where they are classes that do not fit the network, which is then reported.
    /// </summary>
    public ImmutableArray<string>? Classes()
    {
        if (columns is not [var column])
            return columns.Length == outputs ? [] : Refused(
                $"targets: expected {outputs} items, one for each unit of the output layer, or one column of classes, found "
                    + $"{columns.Length}");
        if (table.HasWords(column) || IsOfNames(column)) return ClassesIn(column);
        if (outputs == 1) return [];
        var numbers = table.Rows.Select(row => table.Numbers.Read(row.Fields[column.Index].Text)).ToList();
        if (IsSoftmax && numbers.All(IsNumberOfClass))
            return network.Classes.Length == outputs
                ? network.Classes : [.. Enumerable.Range(0, outputs).Select(k => FormattableString.Invariant($"class {k}"))];
        var found = table.Rows.Zip(numbers).FirstOrDefault(pair => !IsNumberOfClass(pair.Second));
        return Refused(
            $"targets: {column.Label} is one column, and the network has {outputs} outputs",
            !IsSoftmax ? $"with activation softmax in the output layer, numbers from 0 to {outputs - 1} are the numbers of classes"
            : $"numbers of classes go from 0 to {outputs - 1}; line {found.First.Line} has "
                + $"{Quote.InWords(found.First.Fields[column.Index].Text)}: number the classes so, or name them with words");
    }

    /// <summary>A row's target.</summary>
    /// <param name="classes">As <see cref="Classes"/> has them.</param>
    /// <param name="numbers">Reads what is no name of a class, and counts the fields that are empty.</param>
    public ImmutableArray<double> Of(CsvRow row, ImmutableArray<string> classes, NumberFields numbers)
    {
        if (classes.IsEmpty) return numbers.Of(row, columns);
        var number = ClassOf(row, classes, numbers);
        return outputs == 1 ? [number] : [.. Enumerable.Range(0, outputs).Select(k => k == number ? 1.0 : 0)];
    }

    // A class that is not known was refused before.
    double ClassOf(CsvRow row, ImmutableArray<string> classes, NumberFields numbers)
    {
        var (column, text) = (columns[0], row.Fields[columns[0].Index].Text);
        var known = classes.IndexOf(text);
        if (known >= 0) return known;
        // Numbers of classes, where these have other names.
        if (text.Length > 0) return numbers.Of(row, columns)[0];
        numbers.MissingClass(row, column);
        return 0;
    }

    ImmutableArray<string>? ClassesIn(CsvColumn column)
    {
        var found = table.Rows.Select(row => (Row: row, Name: row.Fields[column.Index].Text)).Where(f => f.Name.Length > 0).ToList();
        ImmutableArray<string> names = InOrder([.. found.Select(f => f.Name).Distinct()]);
        var expected = outputs == 1 ? 2 : outputs;
        if (network.Classes.Length == expected)
        {
            var unknown = new FirstOfMany();
            foreach (var (row, name) in found.Where(f => !network.Classes.Contains(f.Name)))
                unknown.Add(
                    "", table.PositionOf(row, column), $"{column.Label}: no class is called {Quote.InWords(name)}",
                    Nearest.Hint(name, network.Classes, "classes"));
            unknown.Report(problems);
            return unknown.IsEmpty ? network.Classes : null;
        }
        // What is wrong with the network's own list is told by its own check.
        if (!network.Classes.IsEmpty) return null;
        if (names.Length == expected) return names;
        var listed = string.Join(", ", names.Take(5).Select(Quote.InWords)) + (names.Length > 5 ? ", …" : "");
        return Refused(
            $"targets: {column.Label} has {names.Length} {(names.Length == 1 ? "class" : "classes")} ({listed}), and the network "
                + (outputs == 1 ? "1 output, which tells 2 apart" : $"{outputs} outputs"),
            names.Length > expected
                ? $"let layers end with {names.Length}, or name another column"
                : "name all classes under network: classes: [...], or let layers end with fewer");
    }

    // Words for 0 and 1 are these, whichever comes first in the file.
    static ImmutableArray<string> InOrder(ImmutableArray<string> names) =>
        names is [var first, var second] && Opposites.Any(pair =>
            pair.One.Equals(first, StringComparison.OrdinalIgnoreCase) && pair.Zero.Equals(second, StringComparison.OrdinalIgnoreCase))
            ? [second, first]
            : names;

    bool IsNumberOfClass(double? number) => number is { } n && double.IsInteger(n) && n >= 0 && n < outputs;

    bool IsOfNames(CsvColumn column) =>
        !network.Classes.IsEmpty && table.Rows.All(row => network.Classes.Contains(row.Fields[column.Index].Text));

    bool IsSoftmax => !network.Activation.IsDefaultOrEmpty && network.Activation[^1] is Softmax;

    ImmutableArray<string>? Refused(string message, string? hint = null)
    {
        problems.Error(at, message, hint);
        return null;
    }
}
