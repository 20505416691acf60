using System.Text;
using BackpropAnimator.Typesetting;

namespace BackpropAnimator.Cli.Doctor;

/// <summary>Looks for fonts for the scripts that the program's own fonts lack.</summary>
internal static class ScriptExamination
{
    // Those that most people write who write none of the program's own.
    static readonly string[] usual = ["Arabic", "Devanagari", "Han", "Hangul", "Hebrew", "Hiragana", "Thai"];

    const string Unknown = "without fontconfig (fc-list) nobody knows which fonts this machine has";

    /// <summary>One finding for each usual script: it is no fault of a machine to have no font for one.</summary>
    public static async Task<IEnumerable<Finding>> RunAsync(CancellationToken cancellation)
    {
        var installed = await InstalledFonts.AskAsync(cancellation);
        return ScriptFont.All.Where(script => usual.Contains(script.Name)).Select(script => Of(script, installed));
    }

    /// <summary>The script that a name or some letters mean; null for none that is known.</summary>
    public static ScriptFont? Meant(string text)
    {
        var letters = Rune.TryGetRuneAt(text, 0, out var first) ? ScriptFont.For(first, text) : null;
        return ScriptFont.All.FirstOrDefault(script => script.Name.Equals(text, StringComparison.OrdinalIgnoreCase) || script == letters);
    }

    /// <summary>The files on this machine that cover a script; null where that cannot be told.</summary>
    public static async Task<IReadOnlyList<string>?> FilesAsync(ScriptFont script, CancellationToken cancellation) =>
        (await InstalledFonts.AskAsync(cancellation))?.With(SampleOf(script));

    /// <param name="installed">Null where that cannot be told.</param>
    public static Finding Of(ScriptFont script, InstalledFonts? installed)
    {
        var subject = $"{script.Name} font";
        if (installed?.With(SampleOf(script)) is not { Count: > 0 } files)
            return new(subject, Health.Ok, installed is null ? $"{script.Package}; {Unknown}" : "none on this machine", Install(script));
        // The one that Debian's package has goes best with the program's own.
        var best = files.FirstOrDefault(file => file.EndsWith("/" + script.File, StringComparison.Ordinal), files[0]);
        return new(subject, Health.Ok, files.Count == 1 ? best : FormattableString.Invariant($"{best} and {files.Count - 1} more"));
    }

    /// <summary>How to come by a font for a script.</summary>
    public static string Install(ScriptFont script) =>
        $"on Debian: sudo apt install {script.Package}; copy {script.File.Split('#')[0]} beside the scene, " +
        $"theme: {{ fonts: ['{script.File}'] }}";

    static Rune SampleOf(ScriptFont script) => Rune.GetRuneAt(script.Sample, 0);
}
