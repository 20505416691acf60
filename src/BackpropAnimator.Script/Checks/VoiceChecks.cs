using System.Collections.Immutable;
using BackpropAnimator.Script.Diagnostics;
using BackpropAnimator.Script.Yaml;

namespace BackpropAnimator.Script.Checks;

/// <summary>What is said can be said: by an engine that has what it needs, with marks that mean something.</summary>
internal static class VoiceChecks
{
    public static void Run(CheckContext context)
    {
        Voice(context.Scene.Voice, context);
        if (context.Scene.Phases.IsDefault) return;
        foreach (var part in context.Scene.Parts)
            if (part.Say is { } say && context.IsSound(part, nameof(part.Say))) Say(say, part.Kind, context);
    }

    /// <summary>A command of the scene's own is a program, which runs only where its user allows it.</summary>
    public static void RefuseCommand(VoiceScript voice, DiagnosticBag problems)
    {
        if (voice.EngineMeant != SpeechEngine.Command) return;
        var program = voice.Command.IsDefaultOrEmpty ? "" : $" {Quote.InWords(voice.Command[0])}";
        problems.Error(
            voice.PositionOf(nameof(voice.Command)), $"command:{program} is a program, and the scene may not run it",
            "say --allow-plugins if you trust it: it can do whatever you can");
    }

    static void Voice(VoiceScript voice, CheckContext context)
    {
        var at = voice.PositionOf(nameof(voice.Engine));
        if (voice.EngineMeant == SpeechEngine.Piper && voice.Model is null)
            context.Problems.Error(at, "voice: piper needs a voice", "name its file under 'model', such as model: en_GB-alba-medium.onnx");
        if (voice.EngineMeant != SpeechEngine.Command) return;
        if (voice.Command.IsDefaultOrEmpty)
            context.Problems.Error(at, "voice: there is no 'command'", "such as command: [my-tts, --out, \"{wav}\"]");
        else if (!voice.Command.Any(word => word.Contains(VoiceScript.FileSlot, StringComparison.Ordinal)))
            context.Problems.Error(
                voice.PositionOf(nameof(voice.Command)), "command: no argument says which file to write",
                $"put {VoiceScript.FileSlot} in its place");
    }

    static void Say(SayScript say, string kind, CheckContext context)
    {
        var spoken = say.Spoken;
        if (say.File is null && spoken.IsEmpty)
            context.Problems.Error(
                say.Position, "say: there is nothing to be said", "write a text, or name a recording: { file: take1.wav }");
        if (spoken.Flaw is { } brace)
            context.Problems.Error(
                say.PositionIn(nameof(say.Text), brace), "say: a brace here makes no mark",
                "a mark is a moment's name in braces: {complete}");
        foreach (var mark in spoken.Marks)
            MomentChecks.IsKnown(kind, mark.Name, "say", say.PositionIn(nameof(say.Text), mark.At), context);
        Times(say, spoken.Marks, context);
    }

    static void Times(SayScript say, ImmutableArray<TextMark> marks, CheckContext context)
    {
        if (say.MarksAt.IsEmpty) return;
        var at = say.PositionOf(nameof(say.MarksAt));
        if (say.File is null)
            context.Problems.Error(at, "marks_at: without a recording marks have their times by themselves", "leave it out");
        else if (say.MarksAt.Length != marks.Length)
            context.Problems.Error(at, $"marks_at: {say.MarksAt.Length} times for {marks.Length} marks", "one for each mark in 'text'");
        else if (!say.MarksAt.Order().SequenceEqual(say.MarksAt))
            context.Problems.Error(at, "marks_at: the times are not in order");
    }
}
