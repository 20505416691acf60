using System.Globalization;
using BackpropAnimator.Script;
using BackpropAnimator.Typesetting;

namespace BackpropAnimator.Lessons.Tests;

/// <summary>The scenes that the tests look at, and lessons made from them.</summary>
static class Lessons
{
    /// <summary>Nothing but its caches changes, and every test draws the same words: one shelf serves all.</summary>
    public static FontShelf Fonts { get; } = FontShelf.Open();

    public static string Flagship { get; } = File.ReadAllText(Path.Combine(Repository.Root, "scenes", "gradient-flow.yaml"));

    public static readonly string[] Kinds = ["intro", "forward", "loss", "backward", "chain_rule", "weight_update", "outro"];

    /// <summary>A network of any sizes with inputs between −1 and 1 and one output wanted.</summary>
    /// <param name="layers">Units per layer, such as "5-8-8-3".</param>
    /// <param name="inputScale">What the inputs are multiplied by.</param>
    /// <param name="phases">In order; every phase once when left out.</param>
    public static string Sized(
        string layers, string activation = "sigmoid", string loss = "half_squared_error", double inputScale = 1, params string[] phases)
    {
        var sizes = layers.Split('-').Select(int.Parse).ToArray();
        var input =
            Enumerable.Range(0, sizes[0]).Select(i => Math.Round(inputScale * Math.Sin(1 + i), 2).ToString(CultureInfo.InvariantCulture));
        var target = Enumerable.Range(0, sizes[^1]).Select(k => k == 0 ? "1" : "0");
        return $$"""
            title: Backpropagation — Gradient Flow
            network: { layers: [{{string.Join(", ", sizes)}}], activation: {{activation}}, loss: {{loss}}, seed: 7 }
            example: { input: [{{string.Join(", ", input)}}], target: [{{string.Join(", ", target)}}] }
            phases: [{{string.Join(", ", phases.Length > 0 ? phases : Kinds)}}]
            """;
    }

    /// <summary>A small network through these phases.</summary>
    public static Lesson Through(params string[] phases) => Make(Sized("3-4-2", phases: phases));

    public static Scene Read(string text, params string[] overrides)
    {
        var result = SceneReader.Parse(text, "s.yaml", overrides);
        Assert.Equal([], result.Diagnostics.Where(d => d.Severity == Severity.Error).Select(d => d.ToString()));
        return result.Scene!;
    }

    public static Lesson Make(string text, params string[] overrides) => new(Read(text, overrides), Fonts);

    public static Chapter Chapter(this Lesson lesson, string kind) => lesson.Chapters.First(c => c.Kind == kind);

    public static IEnumerable<int> Frames(this Chapter chapter, int every) =>
        Enumerable.Range(0, (chapter.EndFrame - chapter.FirstFrame + every - 1) / every).Select(i => chapter.FirstFrame + i * every);
}
