using System.Collections.Immutable;
using BackpropAnimator.Script.Diagnostics;
using BackpropAnimator.Script.Yaml;

namespace BackpropAnimator.Script.Data;

/// <summary>Which columns of a CSV file are the network's inputs, and which its targets.</summary>
internal sealed record ColumnChoice(ImmutableArray<CsvColumn> Inputs, ImmutableArray<CsvColumn> Targets)
{
    /// <summary>The columns that the data's keys name, and for a key that is left out those that it stands for.</summary>
    /// <param name="inputs">How many inputs the network has.</param>
    /// <param name="outputs">How many outputs; one column of classes stands for all of them.</param>
    /// <returns>Null where there are none such, which is then reported.</returns>
    public static ColumnChoice? Of(CsvTable table, DataScript data, int inputs, int outputs, DiagnosticBag problems)
    {
        var choosing = new Choosing(table, data, inputs, outputs, problems);
        if (choosing.Named(nameof(data.Inputs), data.Inputs) is not { } x) return null;
        if (choosing.Named(nameof(data.Targets), data.Targets) is not { } y) return null;
        if (y.IsEmpty)
        {
            if (choosing.TargetsBeside(x) is not { } found) return null;
            y = found;
        }
        if (x.IsEmpty) x = table.Columns.RemoveRange(y);
        else if (x.FirstOrDefault(y.Contains) is { } both)
        {
            problems.Error(
                data.PositionOf(nameof(data.Targets), Math.Max(0, data.Targets.IndexOf(both.Name))),
                $"targets: {Quote.InWords(both.Name)} is an input too", "a network that sees the answer has nothing to learn");
            return null;
        }
        return choosing.Fit(x) ? new(x, y) : null;
    }

    /// <summary>What the choice looks at.</summary>
    sealed record Choosing(CsvTable Table, DataScript Data, int Inputs, int Outputs, DiagnosticBag Problems)
    {
        // More inputs than these nobody names one by one.
        const int MostNamed = 12;

        static readonly ImmutableArray<string> CountingNames =
            ["id", "index", "idx", "no", "no.", "nr", "nr.", "#", "row", "number", "sample"];

        SourcePosition Csv => Data.PositionOf(nameof(Data.Csv));

        string Known => $"the columns are {Nearest.Listed([.. Table.Columns.Select(column => column.Name)])}";

        public ImmutableArray<CsvColumn>? Named(string property, ImmutableArray<string> names)
        {
            var chosen = ImmutableArray.CreateBuilder<CsvColumn>(names.Length);
            for (var i = 0; i < names.Length; i++)
            {
                var (key, at) = (SnakeCase.Of(property), Data.PositionOf(property, i));
                if (Table.Columns.FirstOrDefault(column => column.Name == names[i]) is not { } column)
                    Problems.Error(
                        at, $"{key}: no column is called {Quote.InWords(names[i])}",
                        Nearest.Hint(names[i], [.. Table.Columns.Select(c => c.Name)], "columns"));
                else if (chosen.Contains(column)) Problems.Error(at, $"{key}: {Quote.InWords(names[i])} is here twice", "keep one of them");
                else chosen.Add(column);
            }
            return chosen.Count == names.Length ? chosen.MoveToImmutable() : null;
        }

        /// <summary>The targets where they are left out: the column of words, or else the last columns.</summary>
        /// <param name="inputs">The inputs; empty where these are left out too.</param>
        public ImmutableArray<CsvColumn>? TargetsBeside(ImmutableArray<CsvColumn> inputs)
        {
            var free = Table.Columns.RemoveRange(inputs);
            var words = free.Where(Table.HasWords).ToImmutableArray();
            if (words.Length == 1) return words;
            if (words.Length > 1)
            {
                Problems.Error(
                    Csv, $"csv: several columns hold words: {Nearest.Listed([.. words.Select(column => column.Label)])}",
                    $"say which one is the target, for example targets: [{words[^1].Name}]");
                return null;
            }
            // With inputs named, the targets are the first of the others; without, the inputs must not be guessed.
            if (!inputs.IsEmpty && free.Length >= Outputs) return free[..Outputs];
            var left = free.Length - (inputs.IsEmpty ? Inputs : 0);
            if (left == Outputs || left == 1) return free[^left..];
            Problems.Error(
                Csv,
                $"csv: expected {Count(Inputs, "input")} and {Count(Outputs, "target")}, found {Count(Table.Columns.Length, "column")}",
                inputs.IsEmpty && left > 0
                    ? $"name those that are wanted under inputs and targets; {Known}" : $"{Known}; the network's layers must fit them");
            return null;
        }

        /// <summary>
        /// Whether the inputs are as many as the network's. Where they were left out, one that numbers the rows is warned of.
        /// </summary>
        public bool Fit(ImmutableArray<CsvColumn> inputs)
        {
            var areNamed = !Data.Inputs.IsEmpty;
            var counting = areNamed || inputs.Length < 2 ? null : inputs.FirstOrDefault(IsCounting);
            var remedy = counting is null ? null : $"'{counting.Name}' only numbers the rows: {Without(counting, inputs)}";
            if (inputs.Length == Inputs)
            {
                if (remedy is not null) Problems.Warning(Csv, $"csv: the column '{counting!.Name}' is an input", remedy);
                return true;
            }
            if (areNamed)
                Problems.Error(
                    Data.PositionOf(nameof(Data.Inputs)),
                    $"inputs: expected {Inputs} items, one for each unit of the input layer, found {inputs.Length}");
            else
                Problems.Error(
                    Csv,
                    $"csv: expected {Count(Inputs, "column")} for the inputs, found {inputs.Length}: "
                        + Nearest.Listed([.. inputs.Select(column => column.Label)]),
                    remedy ?? $"name those that are wanted under inputs, or let layers begin with {inputs.Length}");
            return false;
        }

        static string Without(CsvColumn column, ImmutableArray<CsvColumn> inputs) => inputs.Length <= MostNamed
            ? $"write inputs: [{string.Join(", ", inputs.Remove(column).Select(c => c.Name))}]"
            : "take it out of the file, or name all others under inputs";

        // 1, 2, 3 …: what tables are numbered with; where rows have been taken out of one, its name tells that they are no measurements.
        bool IsCounting(CsvColumn column)
        {
            var numbers = Table.Rows.Select(row => Table.Numbers.Read(row.Fields[column.Index].Text)).ToList();
            if (numbers.Count < 3 || !numbers.All(number => number is { } n && double.IsInteger(n))) return false;
            var steps = numbers.Zip(numbers.Skip(1), (number, next) => next - number);
            return CountingNames.Contains(column.Name, StringComparer.OrdinalIgnoreCase) || !column.IsNamed
                ? steps.All(step => step > 0)
                : steps.All(step => step == 1);
        }

        static string Count(int count, string what) => count == 1 ? $"1 {what}" : $"{count} {what}s";
    }
}
