using BackpropAnimator.Script;
using BackpropAnimator.Speech.Engines;

namespace BackpropAnimator.Speech;

/// <summary>A program that speaks.</summary>
internal interface ISpeechEngine
{
    /// <summary>All that its speech depends on but the words: equal for engines that say the same alike.</summary>
    string Identity { get; }

    /// <summary>Says words.</summary>
    /// <param name="words">One line.</param>
    /// <param name="wav">The file to write; it is not there yet, in a folder of its own.</param>
    /// <returns>What is to be run for it.</returns>
    /// <exception cref="SpeechException">The program is missing.</exception>
    SpeechRun Say(string words, string wav);

    /// <summary>The engine that a scene asks for.</summary>
    static ISpeechEngine Of(Scene scene) => scene.Voice.EngineMeant switch
    {
        SpeechEngine.EspeakNg => new EspeakNg(scene.Voice, scene.Language),
        SpeechEngine.Piper => new Piper(scene.Voice),
        SpeechEngine.Command => new CommandEngine(scene.Voice, scene.Language),
        _ => throw new ArgumentOutOfRangeException(nameof(scene)),
    };
}

/// <summary>A program with its arguments: these are handed over as they are, and no shell sees them.</summary>
/// <param name="Program">Its file, with its folders.</param>
/// <param name="Input">What it reads on standard input; null for nothing.</param>
internal sealed record SpeechRun(string Program, IReadOnlyList<string> Arguments, string? Input)
{
    /// <summary>Where it runs; null for this program's folder.</summary>
    public string? Folder { get; init; }
}

/// <summary>Words cannot be said.</summary>
/// <param name="message">Why, in words that go on after "say: ".</param>
/// <param name="hint">What to do; null where nothing can be said.</param>
internal sealed class SpeechException(string message, string? hint = null) : Exception(message)
{
    public string? Hint => hint;

    /// <summary>A program is not there.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="remedy">How to get it.</param>
    public static SpeechException Missing(string name, string remedy) =>
        new($"{name} is missing on this system", $"{remedy}; or say --no-voice for silent timing");
}
