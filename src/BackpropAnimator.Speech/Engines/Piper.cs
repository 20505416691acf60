using System.Globalization;
using BackpropAnimator.Files;
using BackpropAnimator.Script;

namespace BackpropAnimator.Speech.Engines;

/// <summary>Piper: neural voices from ONNX models. https://github.com/rhasspy/piper</summary>
internal sealed class Piper(VoiceScript voice) : ISpeechEngine
{
    const string Name = "piper";

    // Its voices read aloud at about 170 words a minute: to a class that is fast.
    const double CalmLength = 1.13;

    readonly string model = voice.ModelPath ?? "";
    readonly string length = (CalmLength / voice.Speed).ToString("0.###", CultureInfo.InvariantCulture);

    // Another file of the same name is another voice.
    public string Identity => $"{Name} {VersionOf(model)} {voice.Voice} {length}";

    public SpeechRun Say(string words, string wav)
    {
        var program = ProgramFile.Find(Name) ?? throw SpeechException.Missing(Name, "install it with: pip install piper-tts");
        foreach (var file in new[] { model, $"{model}.json" })
            if (!File.Exists(file))
                throw new SpeechException($"piper's voice is missing: there is no {file}", "download it, or name another");
        string[] speaker = voice.Voice is { } number ? ["--speaker", number] : [];
        return new(program, ["--model", model, "--length_scale", length, .. speaker, "--output_file", wav], words);
    }

    static string VersionOf(string file)
    {
        var info = new FileInfo(file);
        return info.Exists ? $"{info.FullName} {info.Length} {info.LastWriteTimeUtc.Ticks}" : file;
    }
}
