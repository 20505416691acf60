using System.Collections.Immutable;
using System.CommandLine;
using BackpropAnimator.Script;
using BackpropAnimator.Speech;

namespace BackpropAnimator.Cli.Commands;

/// <summary>The options on who says what a scene has to say.</summary>
internal sealed class VoiceOptions(CommandEnvironment environment)
{
    readonly Option<bool> noVoice = new("--no-voice") { Description = "Say nothing: phases last as long as the scene says, not as long " +
        "as their words." };

    readonly Option<string> recordWith = new("--record-with")
    {
        Description = "A folder with recordings of your own, PHASE.wav each; what is not there yet, the scene's voice says.",
        HelpName = "TAKES",
    };

    public void AddTo(Command command)
    {
        command.Add(noVoice);
        command.Add(recordWith);
    }

    /// <summary>The folder with recordings; null for none.</summary>
    public string? TakesIn(ParseResult parsed) => parsed.GetValue(recordWith);

    /// <summary>Whether anything of a scene is said.</summary>
    public bool Speaks(Scene scene, ParseResult parsed) => scene.Speaks && IsOn(parsed);

    /// <summary>Whether what a scene has to say is said.</summary>
    public bool IsOn(ParseResult parsed) => !parsed.GetValue(noVoice);

    /// <summary>Who has texts spoken.</summary>
    /// <param name="cache">Where what is said is kept; null for nowhere.</param>
    public Narrator NarratorFor(ParseResult parsed, string? cache) => new(cache) { TakesFolder = TakesIn(parsed) };

    /// <summary>Has a scene's texts spoken.</summary>
    /// <param name="cache">Where what is said is kept, and null for nowhere; the program's own cache when left out.</param>
    /// <returns>What is said with who keeps it, both null for silence; and what cannot be said.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public (Narration? Narration, Narrator? Narrator, ImmutableArray<Diagnostic> Problems) Speak(
        Scene scene, ParseResult parsed, Func<string?>? cache, CancellationToken cancellation) => Speaks(scene, parsed)
        ? NarratorFor(parsed, cache is null ? environment.CacheFolder : cache()).SpeakAndKeep(scene, cancellation)
        : (null, null, []);
}
