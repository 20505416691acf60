using System.CommandLine;
using System.CommandLine.Parsing;
using BackpropAnimator.Video;

namespace BackpropAnimator.Cli.Commands;

/// <summary>Whether a video becomes slides, and where they pause: --slides, or a name that ends in .html, and --mark.</summary>
/// <param name="output">The option that names the file.</param>
internal sealed class SlidesOptions(Option<string> output)
{
    readonly Option<bool> slides = new("--slides")
    {
        Description = "Make a web page with the video in it that pauses at the end of every phase, for lectures: Space or → goes on, "
            + "← back, F fills the screen. A name that ends in .html means the same.",
    };
    readonly Option<double[]> marks = Moments.Several("--mark", "Let slides pause at these times of the lesson too, such as 12.5s,20s.");

    public void AddTo(Command command)
    {
        command.Add(slides);
        command.Add(marks);
        command.Validators.Add(result =>
        {
            var file = result.GetValue(output);
            if (result.GetValue(slides) && file is not null && !SlideDeck.IsNameOf(file))
                result.AddError($"--slides makes a web page; let the name '{Path.GetFileName(file)}' end in {SlideDeck.Extensions[0]}");
            if (!AreIn(result) && result.GetResult(marks) is not null) result.AddError("--mark is for --slides");
        });
    }

    public bool AreIn(SymbolResult result) => result.GetValue(slides) || SlideDeck.IsNameOf(result.GetValue(output));

    /// <summary>Where slides pause besides; null where there are to be none.</summary>
    public double[]? MarksIn(ParseResult parsed) => AreIn(parsed.CommandResult) ? parsed.GetValue(marks) ?? [] : null;
}
