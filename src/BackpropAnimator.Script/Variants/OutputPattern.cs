using System.Collections.Immutable;
using System.Text.RegularExpressions;
using BackpropAnimator.Script.Data;
using BackpropAnimator.Script.Diagnostics;
using BackpropAnimator.Script.Yaml;

namespace BackpropAnimator.Script.Variants;

/// <summary>Where the videos of a batch go: a path with <c>{name}</c> in it.</summary>
/// <param name="Text">The path with its placeholders, from <paramref name="Folder"/>.</param>
/// <param name="Folder">Where relative paths begin; empty for the current folder.</param>
/// <param name="Position">Where it is written.</param>
internal sealed partial record OutputPattern(string Text, string Folder, SourcePosition Position)
{
    static readonly ImmutableArray<string> Placeholders = ["name", "scene"];

    /// <summary>For videos that nobody said a place for: <c>output/NAME.mp4</c>, or a folder there for the variants of one file.</summary>
    public static OutputPattern Default(string? group = null) =>
        new(
            Path.Combine("output", group is null ? "" : FileName.From(Path.GetFileNameWithoutExtension(group)), "{name}.mp4"), "",
            SourcePosition.Whole("--output"));

    /// <summary>The file for a variant. What is put for the placeholders is fit for a file's name, so it cannot lead elsewhere.</summary>
    public string PathFor(string name, string scene) => Path.Combine(Folder, Text
        .Replace("{name}", name, StringComparison.Ordinal)
        .Replace("{scene}", FileName.From(Path.GetFileNameWithoutExtension(scene)), StringComparison.Ordinal));

    /// <summary>Reports what is wrong with the pattern by itself.</summary>
    /// <param name="extensions">
    /// What tells a video's format. Anything else could be the name of a file that is no video, and would be replaced.
    /// </param>
    /// <param name="boundTo">The file in whose folder the videos must stay; null for anywhere.</param>
    public void Check(IReadOnlyList<string> extensions, string? boundTo, DiagnosticBag problems)
    {
        foreach (var placeholder in Braces().Matches(Text).Select(match => match.Groups[1].Value).Where(p => !Placeholders.Contains(p)))
            problems.Error(
                Position, $"output: {Quote.InWords($"{{{placeholder}}}")} stands for nothing",
                Nearest.Hint(placeholder, Placeholders, "placeholders"));
        if (!extensions.Contains(Path.GetExtension(Text), StringComparer.OrdinalIgnoreCase))
            problems.Error(
                Position, $"output: expected a path that ends with one of {string.Join(", ", extensions)}, found {Quote.InWords(Text)}",
                "for example variants/{name}.mp4");
        if (boundTo is null) return;
        try
        {
            if (!ScenePath.IsInside(boundTo, PathFor("name", "scene")))
                problems.Error(
                    Position, $"output: {Quote.InWords(Text)} is outside this file's folder",
                    "choose a place in the folder, or allow reaching outside");
        }
        catch (Exception e) when (BoundedFile.InWords(e, 0) is { } words)
        {
            problems.Error(Position, $"output: {Quote.InWords(Text)}: {words}");
        }
    }

    [GeneratedRegex(@"\{([^{}]*)\}")]
    private static partial Regex Braces();
}
