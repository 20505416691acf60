using System.Collections.Immutable;
using BackpropAnimator.Script.Diagnostics;

namespace BackpropAnimator.Cli.Commands;

/// <summary>First words of a command line that are no command's name: what they mean, or what may be meant by them.</summary>
internal static class CommandWords
{
    // What other programs call the same.
    static readonly ImmutableDictionary<string, string> others = new[]
    {
        ("validate", "check"), ("lint", "check"), ("build", "render"), ("export", "render"), ("init", "new"),
    }.ToImmutableDictionary(pair => pair.Item1, pair => pair.Item2);

    // There are several ways to look at a lesson.
    static readonly ImmutableArray<string> looks = ["preview", "show", "view", "watch", "play", "open"];

    /// <summary>The command line that is meant, where a word has one meaning; otherwise as it is.</summary>
    public static string[] Meant(string[] args) => args switch
    {
        ["help"] => ["--help"],
        ["help", var command, ..] => [command, "--help"],
        ["version"] => ["--version"],
        [var word, .. var rest] when others.TryGetValue(word, out var name) => [name, .. rest],
        _ => args,
    };

    /// <summary>What to do about a word that is no command.</summary>
    /// <param name="names">The commands.</param>
    public static string HintFor(string word, ImmutableArray<string> names)
    {
        if (looks.Contains(word))
            return "backprop render SCENE --draft --open shows the lesson, --draft --watch again at every save; sheet shows its moments";
        if (Path.GetExtension(word) is ".yaml" or ".yml") return $"to make the video: backprop render {word}";
        return Nearest.Hint(word, names, "commands");
    }
}
