using System.Globalization;
using System.Text.RegularExpressions;
using BackpropAnimator.Files;
using BackpropAnimator.Script;

namespace BackpropAnimator.Speech.Engines;

/// <summary>A program of the scene's own.</summary>
internal sealed partial class CommandEngine(VoiceScript voice, string language) : ISpeechEngine
{
    readonly string name = voice.Voice ?? language;

    public string Identity => $"command {string.Join('\u001f', voice.Command)} {name} {voice.Speed}";

    public SpeechRun Say(string words, string wav)
    {
        var program = ProgramFile.Find(voice.Command[0], voice.Folder)
            ?? throw SpeechException.Missing(voice.Command[0], "name a program on the search path, or one in the scene's folder as ./name");
        // In one go: braces in the words are words.
        var arguments = voice.Command.Skip(1).Select(argument => Slot.Replace(argument, slot => slot.Value switch
        {
            VoiceScript.TextSlot => words,
            VoiceScript.FileSlot => wav,
            VoiceScript.VoiceSlot => name,
            _ => voice.Speed.ToString(CultureInfo.InvariantCulture),
        })).ToArray();
        var takesText = voice.Command.Any(argument => argument.Contains(VoiceScript.TextSlot, StringComparison.Ordinal));
        return new(program, arguments, takesText ? null : words) { Folder = voice.Folder.Length > 0 ? voice.Folder : null };
    }

    [GeneratedRegex(@"\{(?:text|wav|voice|speed)\}")]
    private static partial Regex Slot { get; }
}
