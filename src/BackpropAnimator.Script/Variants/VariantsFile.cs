using System.Collections.Immutable;
using BackpropAnimator.Script.Binding;
using BackpropAnimator.Script.Data;
using BackpropAnimator.Script.Diagnostics;
using BackpropAnimator.Script.Keys;
using BackpropAnimator.Script.Overrides;
using BackpropAnimator.Script.Yaml;

namespace BackpropAnimator.Script.Variants;

/// <summary>A file that says which variants of a scene there are.</summary>
internal static class VariantsFile
{
    public static ElementShape Shape { get; } = new(typeof(VariantsScript));

    /// <summary>Whether a document is meant as a variants file and not as a scene.</summary>
    public static bool IsMeant(Node? root) =>
        root is MappingNode keys && Shape.Names.Any(name => keys.Find(name) is not null) && keys.Find("network") is null
            && keys.Find("phases") is null;

    /// <summary>The variants, as far as they can be told; problems are reported.</summary>
    /// <param name="extensions">What the names of videos end in.</param>
    /// <param name="output">Where the videos go, whatever the file says; null for what it says.</param>
    /// <param name="allowOutside">Whether scenes may lie, and the videos go, outside the file's folder.</param>
    public static IEnumerable<Draft> Read(
        Node root, string file, IReadOnlyList<string> extensions, OutputPattern? output, bool allowOutside, DiagnosticBag problems)
    {
        var before = problems.Count;
        if (new Binder(new([]), problems).Root(root, Shape, "the variants") is not VariantsScript script) return [];
        output ??= Output(script, file, extensions, allowOutside, problems);

        var combinations = script.Matrix is { } matrix ? Matrix.Combinations(matrix, script.Exclude, problems) : [];
        if (script.Matrix is null && !script.Exclude.IsEmpty)
            problems.Error(
                script.PositionOf(nameof(script.Exclude)), "exclude: there is no matrix to leave combinations out of",
                "write a matrix, or leave 'exclude' out");
        var included = script.Include.Select(include =>
            (Include: include, Changes: include.Set is { } set ? Settings.Of(set, problems) : [])).ToList();
        if (problems.Count == before && combinations.Length + included.Count == 0)
            problems.Error(script.Position, "there are no variants here", "'matrix' makes combinations, 'include' single variants");

        return script.Scene.IsDefault ? [] : Scenes(script, file, allowOutside, problems).SelectMany(scene => combinations
            .Select(changes => new Draft(scene, changes, output, script.PositionOf(nameof(script.Matrix))))
            .Concat(included.Select(i => new Draft(scene, i.Changes, output, i.Include.Position)
            {
                GivenName = i.Include.Name,
                NamePosition = i.Include.PositionOf(nameof(i.Include.Name)),
            })));
    }

    // A scene's words come back in diagnostics and in the video, so a stranger's variants file may name no more than a scene may.
    static IEnumerable<string> Scenes(VariantsScript script, string file, bool allowOutside, DiagnosticBag problems)
    {
        var files = new SceneFiles(file, allowOutside, problems, "the variants file");
        for (var i = 0; i < script.Scene.Length; i++)
            if (files.Allows(script.Scene[i], "scene", script.PositionOf(nameof(script.Scene), i)))
                yield return ScenePath.Beside(file, script.Scene[i]);
    }

    static OutputPattern Output(
        VariantsScript script, string file, IReadOnlyList<string> extensions, bool allowOutside, DiagnosticBag problems)
    {
        if (script.Output is not { } text) return OutputPattern.Default(file);
        var pattern = new OutputPattern(text, Path.GetDirectoryName(file) ?? "", script.PositionOf(nameof(script.Output)));
        pattern.Check(extensions, allowOutside ? null : file, problems);
        return pattern;
    }
}

/// <summary>A variant before it has its name.</summary>
/// <param name="Scene">The scene's file.</param>
/// <param name="Changes">What it changes in the scene, in order.</param>
/// <param name="Output">Where its video goes.</param>
/// <param name="Position">Where it is written.</param>
internal sealed record Draft(string Scene, ImmutableArray<Override> Changes, OutputPattern Output, SourcePosition Position)
{
    public string? GivenName { get; init; }
    public SourcePosition NamePosition { get; init; }
}
