using System.Globalization;
using BackpropAnimator.Files;
using BackpropAnimator.Script;

namespace BackpropAnimator.Speech.Engines;

/// <summary>eSpeak NG: formants, no model, a hundred languages, at once. https://github.com/espeak-ng/espeak-ng</summary>
internal sealed class EspeakNg(VoiceScript voice, string language) : ISpeechEngine
{
    const string Name = "espeak-ng";

    // Its own rate is 175. At 152 the shipped lessons come to 150 words a minute, their pauses included.
    const double WordsPerMinute = 152;

    // Of 10 ms each: between words it hurries.
    const string Gap = "2";

    // It knows languages by their tags, narrowed ones such as pt-br too.
    readonly string name = voice.Voice ?? language.ToLowerInvariant();
    readonly string speed = Math.Round(WordsPerMinute * voice.Speed).ToString(CultureInfo.InvariantCulture);

    public string Identity => $"{Name} {name} {speed} {Gap}";

    public SpeechRun Say(string words, string wav)
    {
        var hint = OperatingSystem.IsMacOS() ? "install it with: brew install espeak-ng" : "install it with: apt-get install espeak-ng";
        var program = ProgramFile.Find(Name) ?? throw SpeechException.Missing(Name, hint);
        // -b 1: the words are UTF-8, whatever the system's locale.
        return new(program, ["-v", name, "-s", speed, "-g", Gap, "-b", "1", "--stdin", "-w", wav], words);
    }
}
