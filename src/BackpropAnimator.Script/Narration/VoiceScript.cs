using System.Collections.Immutable;
using System.ComponentModel;
using BackpropAnimator.Script.Data;

namespace BackpropAnimator.Script;

/// <summary>Who says what phases have to say.</summary>
public sealed record VoiceScript : ScriptElement
{
    /// <summary>What a command has in the place of the words, of the file to write, and of <see cref="Voice"/>.</summary>
    public const string TextSlot = "{text}", FileSlot = "{wav}", VoiceSlot = "{voice}";

    [Description("The program that speaks. Left out, `command` where that is written, `piper` where `model` is, and else `espeak-ng`.")]
    [ShortForm]
    public SpeechEngine? Engine { get; init; }

    [Description("The engine's name for the voice: a language such as `en-gb` for espeak-ng, the number of a speaker for piper. Left " +
        "out, the scene's language.")]
    [NotWords]
    public string? Voice { get; init; }

    [Description("How fast it speaks: 1 is calm, about 150 words a minute; 2 is twice as fast.")]
    [Limits(0.5, 2)]
    public double Speed { get; init; } = 1;

    [Description("A voice for piper: its `.onnx` file, seen from the scene's folder, with its `.onnx.json` beside it.")]
    [NotWords]
    public string? Model { get; init; }

    [Description("A program of your own and its arguments, such as `[my-tts, --text, \"{text}\", --out, \"{wav}\"]`. It writes the WAV " +
        "file `{wav}`; without `{text}` it gets the words on standard input; it may also have `{voice}` and `{speed}`. Needs " +
        "`--allow-plugins`, since it can do whatever you can.")]
    [OneOrMany, Count(1, 50)]
    [NotWords]
    public ImmutableArray<string> Command { get; init; } = [];

    /// <summary>Where <see cref="Model"/> is; null where there is none.</summary>
    public string? ModelPath { get; init; }

    /// <summary>The scene's folder: where a command runs, and its program is looked for if it is given with a folder.</summary>
    public string Folder { get; init; } = "";

    internal VoiceScript WithFiles(SceneFiles files) => this with
    {
        ModelPath = Model is null ? null : files.PathOf(Model, "model", PositionOf(nameof(Model))),
        Folder = files.Folder,
    };

    /// <summary>The engine that is meant.</summary>
    public SpeechEngine EngineMeant =>
        Engine ?? (!Command.IsDefaultOrEmpty ? SpeechEngine.Command : Model is not null ? SpeechEngine.Piper : SpeechEngine.EspeakNg);
}

/// <summary>A program that speaks.</summary>
public enum SpeechEngine
{
    [Description("Debian's package `espeak-ng`: small, clear, in a hundred languages")]
    [AlsoCalled("espeak")]
    EspeakNg,

    [Description("a neural voice, from a model file")]
    Piper,

    [Description("whatever `command` says")]
    Command,
}
