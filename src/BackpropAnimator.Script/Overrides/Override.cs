using System.Collections.Immutable;
using BackpropAnimator.Script.Diagnostics;
using BackpropAnimator.Script.Yaml;

namespace BackpropAnimator.Script.Overrides;

/// <summary>What <c>--set PATH=VALUE</c> asks for.</summary>
/// <param name="Position">The option as it was given, which stands for the place of everything that comes from it.</param>
/// <param name="Path">Where the value goes.</param>
/// <param name="Value">A list or a mapping where the text starts with a bracket or a brace, otherwise the text as it is.</param>
internal sealed record Override(SourcePosition Position, ImmutableArray<Step> Path, Node Value)
{
    /// <summary>Reads an option's argument; null when it is not of that form, which is then reported.</summary>
    public static Override? Parse(string argument, DiagnosticBag problems)
    {
        var at = SourcePosition.Whole($"--set {argument.ReplaceLineEndings(" ")}");
        var equals = argument.IndexOf('=', StringComparison.Ordinal);
        if (equals < 0 || NodePath.Parse(argument[..equals].Trim()) is not { } path)
        {
            problems.Error(
                at, "expected PATH=VALUE", "for example phases.backward.duration=20s, phases[2].caption=Look! or network.layers=[3,5,2]");
            return null;
        }
        return Read(argument[(equals + 1)..].Trim(), at, problems) is { } value ? new(at, path, value) : null;
    }

    /// <summary>The value that a text means; null when it is not YAML, which is then reported.</summary>
    /// <remarks>
    /// A shell has its own quotes, and so has a table: a title with a colon or a colour's # shall not need YAML's as well.
    /// </remarks>
    public static Node? Read(string text, SourcePosition at, DiagnosticBag problems) =>
        text.Length > 0 && text[0] is '[' or '{' or '"' or '\''
            ? Composer.Compose(text, _ => at, problems)
            : new ScalarNode(at, text, quoted: false);
}
