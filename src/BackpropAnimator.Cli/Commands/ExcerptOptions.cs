using System.CommandLine;
using System.CommandLine.Completions;
using System.CommandLine.Parsing;
using BackpropAnimator.Cli.Rendering;
using BackpropAnimator.Script;

namespace BackpropAnimator.Cli.Commands;

/// <summary>Which part of the lesson a command works on: --phase, --from and --to.</summary>
/// <param name="environment">Is told why there are no frames.</param>
/// <param name="input">The command's scene.</param>
internal sealed class ExcerptOptions(CommandEnvironment environment, SceneInput input)
{
    readonly Option<string[]> phase = new("--phase")
    {
        Description = "Only these phases, by kind or name, such as backward or forward,loss.",
        HelpName = "NAME",
        AllowMultipleArgumentsPerToken = true,
    };
    readonly Option<double?> from = Moments.One("--from", "Begin at this time of the lesson, such as 12.5s.");
    readonly Option<double?> to = Moments.One("--to", "End at this time of the lesson.");

    public void AddTo(Command command)
    {
        phase.CompletionSources.Add(context => input.SceneIn(context.ParseResult) is { } scene
            ? NamesIn(scene).Select(name => new CompletionItem(name))
            : []);
        command.Add(phase);
        command.Add(from);
        command.Add(to);
    }

    public bool AreIn(CommandResult command) => (command.GetResult(phase) ?? command.GetResult(from) ?? command.GetResult(to)) is not null;

    /// <summary>The frames that the options choose; null, which is then told, when there are none.</summary>
    public Excerpt? Of(OpenLesson open, ParseResult parsed)
    {
        var lesson = open.Lesson;
        var names = (parsed.GetValue(phase) ?? []).SelectMany(word => word.Split(',', StringSplitOptions.RemoveEmptyEntries)).ToList();
        var known = NamesIn(open.Scene);
        if (names.FirstOrDefault(name => !known.Contains(name)) is { } unknown)
        {
            environment.Error.WriteLine($"error: the scene has no phase '{unknown}'");
            environment.Error.WriteLine($"  hint: its phases are {string.Join(", ", known)}");
            return null;
        }

        var first = parsed.GetValue(from) is { } start ? lesson.Rate.FrameAt(start) : 0;
        var end = parsed.GetValue(to) is { } stop ? Math.Min(lesson.FrameCount, lesson.Rate.FrameAt(stop)) : lesson.FrameCount;
        var chosen = names.Count == 0
            ? [(first, end)]
            : lesson.Chapters.Where((_, i) => names.Contains(open.Scene.Parts[i].Name) || names.Contains(open.Scene.Parts[i].Kind))
                .Select(c => (First: Math.Max(first, c.FirstFrame), End: Math.Min(end, c.EndFrame)));
        var excerpt = new Excerpt(lesson, [.. chosen.Where(r => r.Item2 > r.Item1)]);
        if (excerpt.Count > 0) return excerpt;
        environment.Error.WriteLine("error: there are no frames between --from and --to");
        environment.Error.WriteLine(FormattableString.Invariant($"  hint: the lesson lasts {lesson.Duration:0.###} s"));
        return null;
    }

    static List<string> NamesIn(Scene scene) =>
        [.. scene.Parts.Select(phase => phase.Name).Concat(scene.Parts.Select(phase => phase.Kind)).Distinct()];
}
