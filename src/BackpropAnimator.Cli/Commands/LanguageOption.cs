using System.CommandLine;
using System.CommandLine.Parsing;
using BackpropAnimator.Lessons;
using BackpropAnimator.Script.Keys.Formats;

namespace BackpropAnimator.Cli.Commands;

/// <summary><c>--language</c>: the language that a lesson is in; several, where a command makes something for each.</summary>
internal sealed class LanguageOption
{
    readonly Option<string[]> languages;

    /// <param name="several">Whether there may be several.</param>
    public LanguageOption(bool several)
    {
        languages = new("--language")
        {
            Description = several
                ? "The lesson's language, such as vi; or several, such as vi,en, for each of which all is done."
                : "The lesson's language, such as vi.",
            HelpName = several ? "TAG,…" : "TAG",
            CustomParser = result => Parse(result, several),
        };
        languages.CompletionSources.Add([.. Lesson.Languages]);
    }

    public void AddTo(Command command) => command.Add(languages);

    /// <summary>The languages that are asked for; empty for the scene's own.</summary>
    public string[] In(ParseResult parsed) => In(parsed.CommandResult);

    /// <inheritdoc cref="In(ParseResult)"/>
    public string[] In(CommandResult command) => command.GetValue(languages) ?? [];

    static string[]? Parse(ArgumentResult result, bool several)
    {
        string[] tags = [.. result.Tokens[^1].Value.Split(',', StringSplitOptions.TrimEntries).Distinct(StringComparer.OrdinalIgnoreCase)];
        if (tags.FirstOrDefault(tag => !LanguageFormat.IsTag(tag)) is { } wrong)
            result.AddError($"--language takes tags of languages, such as en, vi or pt-BR, not '{wrong}'");
        else if (tags.Length > 1 && !several) result.AddError("--language takes one language here");
        else return tags;
        return null;
    }
}
