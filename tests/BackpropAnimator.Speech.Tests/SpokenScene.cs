using System.Collections.Immutable;
using BackpropAnimator.Lessons;
using BackpropAnimator.Script;
using BackpropAnimator.Speech.Sound;

namespace BackpropAnimator.Speech.Tests;

/// <summary>A folder with a scene that speaks, with an engine that is a shell script, and with a cache.</summary>
sealed class SpokenScene : IDisposable
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("backprop-speech-tests-");

    public string this[string name] => Path.Combine(folder.FullName, name);

    public string Cache => this["cache"];

    /// <summary>Half a second of a tone, which any script may hand out as speech.</summary>
    public string Tone
    {
        get
        {
            if (!File.Exists(this["tone.wav"])) WriteTone("tone.wav", 0.5);
            return this["tone.wav"];
        }
    }

    public void WriteTone(string name, double seconds, int rate = 16000, double silenceAround = 0) =>
        File.WriteAllBytes(this[name], Wav.Write(Sounds.Tone(seconds, rate, silenceAround)));

    /// <param name="script">What the engine does: <c>$1</c> is the file to write, <c>$2</c> the words.</param>
    public void EngineDoes(string script)
    {
        File.WriteAllText(this["say.sh"], $"#!/bin/sh\necho $$ >> '{this["pids"]}'\n{script}\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(this["say.sh"], UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    /// <summary>The processes that the engine's script has been.</summary>
    public IEnumerable<int> Started => File.Exists(this["pids"]) ? File.ReadLines(this["pids"]).Select(int.Parse) : [];

    /// <summary>A scene of two units with these phases, each a line such as <c>loss: { say: Wrong! }</c>.</summary>
    public ReadResult Read(string voice, params string[] phases) => SceneReader.Parse(
        $$"""
        network: { layers: [2, 2, 1], seed: 3 }
        example: { input: [0.5, 0.9], target: [1] }
        voice: {{voice}}
        phases:
        {{string.Join('\n', phases.Select(phase => $"  - {phase}"))}}
        """,
        this["scene.yaml"], [], plugins: new PhaseAssemblies());

    /// <summary>The same for the engine that is a script.</summary>
    public Scene Scripted(params string[] phases) => Sound(Read("{ command: [./say.sh, \"{wav}\", \"{text}\"] }", phases));

    public Scene Espeak(params string[] phases) => Sound(Read("espeak-ng", phases));

    public Narrator Narrator(SpeechLimits? limits = null) => new(Cache) { Limits = limits ?? new() };

    public Narration Say(Scene scene)
    {
        using var narrator = Narrator();
        var (narration, problems) = narrator.Speak(scene);
        return narration ?? throw new InvalidOperationException(string.Join('\n', problems));
    }

    public void Dispose() => folder.Delete(recursive: true);

    static Scene Sound(ReadResult result) => result.Scene ?? throw new InvalidOperationException(string.Join('\n', result.Diagnostics));
}

static class Sounds
{
    public static Recording Tone(double seconds, int rate = 16000, double silenceAround = 0)
    {
        var silence = new float[(int)(silenceAround * rate)];
        var tone = Enumerable.Range(0, (int)(seconds * rate)).Select(i => 0.5f * (float)Math.Cos(i * 2 * Math.PI * 440 / rate));
        return new(rate, new[] { silence, [.. tone], silence }.SelectMany(part => part).ToArray());
    }
}
