using System.Collections.Immutable;
using BackpropAnimator.Script.Diagnostics;
using BackpropAnimator.Script.Variants;
using BackpropAnimator.Script.Yaml;

namespace BackpropAnimator.Script;

/// <summary>Finds out which variants a batch has. Every problem becomes a diagnostic, all in one go.</summary>
public static class VariantsReader
{
    /// <param name="files">Scenes and variants files.</param>
    /// <param name="extensions">What the names of videos end in, with the dot; what ends otherwise is refused.</param>
    /// <param name="table">
    /// A CSV file that makes a variant of every scene for each of its rows; its columns are paths of the scene. Null for none.
    /// </param>
    /// <param name="output">
    /// Where all videos go, with <c>{name}</c> for a variant's name; null for what the variants files say, or <c>output/{name}.mp4</c>.
    /// </param>
    /// <param name="allowOutside">
    /// Whether a variants file may name scenes outside its own folder, and send its videos there.
    /// </param>
    public static VariantsResult Read(
        IReadOnlyList<string> files, IReadOnlyList<string> extensions,
        string? table = null, string? output = null, bool allowOutside = false)
    {
        var problems = new DiagnosticBag();
        OutputPattern? given = null;
        if (output is not null)
        {
            given = new(output, "", SourcePosition.Whole($"--output {output}"));
            given.Check(extensions, null, problems);
        }
        var rows = table is null ? default(ImmutableArray<VariantsRow>?) : VariantsTable.Read(table, problems);
        var drafts = files.Distinct().SelectMany(file => Drafts(file, extensions, table, rows, given, allowOutside, problems)).ToList();
        var names = Naming.Of(drafts, problems);
        ImmutableArray<Variant> variants =
        [
            .. drafts.Zip(names, (draft, name) => new Variant
            {
                Name = name,
                Scene = draft.Scene,
                Output = draft.Output.PathFor(name, draft.Scene),
                Position = draft.Position,
                Changes = draft.Changes,
            }),
        ];
        if (!problems.HasErrors) OneFileEach(drafts, variants, problems);
        return new(variants, problems.InOrder(files.Count > 0 ? files[0] : ""));
    }

    static IEnumerable<Draft> Drafts(
        string file, IReadOnlyList<string> extensions, string? table, ImmutableArray<VariantsRow>? rows, OutputPattern? output,
        bool allowOutside, DiagnosticBag problems)
    {
        if (RootOfVariants(file, problems) is { } root)
        {
            if (rows is null) return VariantsFile.Read(root, file, extensions, output, allowOutside, problems);
            problems.Error(
                SourcePosition.Whole(file), "a table of variants goes with scenes, and this is a variants file",
                "leave --data out, or name the scene");
            return [];
        }
        if (rows is null) return [new(file, [], output ?? OutputPattern.Default(), SourcePosition.Whole(file))];
        return rows.Value.Select(row => new Draft(file, row.Changes, output ?? OutputPattern.Default(table), row.Position)
        {
            GivenName = row.Name,
            NamePosition = row.NamePosition,
        });
    }

    /// <summary>
    /// The document of a variants file; null for a scene, and for what cannot be read: reading it as a scene then says why.
    /// </summary>
    static Node? RootOfVariants(string file, DiagnosticBag problems)
    {
        var ignored = new DiagnosticBag();
        if (SceneFile.Read(file, ignored) is not { } text || !VariantsFile.IsMeant(Compose(ignored))) return null;
        return Compose(problems);

        Node? Compose(DiagnosticBag told) => Composer.Compose(text, mark => new(file, (int)mark.Line, (int)mark.Column), told);
    }

    static void OneFileEach(IReadOnlyList<Draft> drafts, ImmutableArray<Variant> variants, DiagnosticBag problems)
    {
        var outputs = drafts.Zip(variants).GroupBy(pair => Path.GetFullPath(pair.Second.Output), StringComparer.OrdinalIgnoreCase);
        foreach (var same in outputs.Where(group => group.Skip(1).Any()))
            problems.Error(
                same.First().First.Output.Position, $"output: {same.Count()} variants would be written to {same.First().Second.Output}",
                "write {name} where the variant's name shall stand, for example variants/{name}.mp4");
    }
}

/// <summary>What reading a batch gave.</summary>
/// <param name="Variants">The variants that can be told; the scenes they make are still to be read.</param>
/// <param name="Diagnostics">Every problem found in variants files and tables; none of the scenes'.</param>
public sealed record VariantsResult(ImmutableArray<Variant> Variants, ImmutableArray<Diagnostic> Diagnostics)
{
    public bool HasErrors => Diagnostics.Any(problem => problem.Severity == Severity.Error);
}
