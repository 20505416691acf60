using System.Collections.Immutable;
using BackpropAnimator.Lessons;

namespace BackpropAnimator.Script.Tests;

/// <summary>A scene to spoil, and the diagnostics of the spoilt one.</summary>
static class Scenes
{
    public const string Good = """
        title: A lesson
        network:
          layers: [3, 4, 2]
          activation: sigmoid
          loss: half_squared_error
          learning_rate: 0.5
          seed: 7
        example:
          input: [0.9, 0.1, 0.4]
          target: [1, 0]
        phases:
          - intro
          - forward: 10s
          - loss: { duration: 5s }
          - backward:
              duration: 16s
              caption: Who is to blame?
          - chain_rule
          - weight_update
          - outro

        """;

    /// <summary>Every kind of phase, as hints list them.</summary>
    public static string PhaseNames { get; } = string.Join(", ", PhaseModule.BuiltIn.All.Select(kind => kind.Name));

    public static ReadResult Parse(string text, params string[] overrides) => SceneReader.Parse(text, "s.yaml", overrides);

    public static Scene Read(string text, params string[] overrides)
    {
        var result = Parse(text, overrides);
        Assert.Equal([], result.Diagnostics.Select(d => d.ToString()));
        return result.Scene!;
    }

    /// <summary>The good scene with a line or more replaced.</summary>
    public static string With(string old, string replacement)
    {
        Assert.Contains(old, Good, StringComparison.Ordinal);
        return Good.Replace(old, replacement, StringComparison.Ordinal);
    }

    /// <summary>Asserts what a bad scene is told, line by line, and that it gives no scene.</summary>
    public static void AssertRefused(string text, params string[] lines) => AssertRefused(text, [], lines);

    public static void AssertRefused(string text, string[] overrides, params string[] lines)
    {
        var result = Parse(text, overrides);
        Assert.Equal(string.Join('\n', lines), Lines(result.Diagnostics));
        Assert.Null(result.Scene);
    }

    public static string Lines(ImmutableArray<Diagnostic> diagnostics) => string.Join('\n', diagnostics);
}
