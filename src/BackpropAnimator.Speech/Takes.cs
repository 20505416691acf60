using System.Collections.Immutable;
using BackpropAnimator.Files;
using BackpropAnimator.Script;
using BackpropAnimator.Speech.Sound;

namespace BackpropAnimator.Speech;

/// <summary>Recordings of a speaker's own, and where the marks of a text come in them.</summary>
public static class Takes
{
    // How far a pause may be from where the words before it let it be expected, in seconds.
    const double PauseReach = 0.5;

    /// <summary>Where a speaker's recording of a phase belongs.</summary>
    /// <param name="folder">The folder for recordings.</param>
    /// <param name="phaseName">As <see cref="Scene.PhaseNames"/> has it.</param>
    public static string PathFor(string folder, string phaseName) => Path.Combine(folder, $"{phaseName.Replace(' ', '-')}.wav");

    /// <exception cref="SpeechException">The file has no sound in it.</exception>
    internal static SpokenPart Of(string path, ReadOnlySpan<byte> bytes, SayScript say)
    {
        Recording sound;
        try
        {
            sound = Wav.Read(bytes);
        }
        catch (SpeechException e)
        {
            throw new SpeechException($"{path} {e.Message}", e.Hint);
        }
        if (sound.Samples.IsEmpty) throw new SpeechException($"{path} has no sound in it");
        var text = say.Spoken;
        var marks = MarksIn(sound, say, text);
        if (marks.Length > 0 && marks[^1].Time > sound.Length)
            throw new SpeechException(FormattableString.Invariant($"{path} is over after {sound.Length:0.0} s, before its last mark"));
        double[] cuts = [0, .. marks.Select(mark => mark.Time), sound.Length];
        var pieces = text.Pieces.Select((words, i) => new SpokenPiece(words, cuts[i], cuts[i + 1])).Where(piece => piece.Words.Length > 0);
        return new(path, sound.Length, marks, [.. pieces]);
    }

    internal static ReadOnlySpan<byte> Read(string path)
    {
        try
        {
            using var file = RegularFile.OpenRead(path);
            if (file.Length > SayScript.MaxFileBytes)
                throw new SpeechException($"{path} is longer than {SayScript.MaxFileBytes >> 20} MB");
            var bytes = new byte[file.Length];
            file.ReadExactly(bytes);
            return bytes;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SpeechException($"{path} cannot be read: {PlainText.Of(e.Message)}");
        }
    }

    // A person says about as many letters a second all along, and pauses where a mark is.
    static ImmutableArray<SpokenMark> MarksIn(Recording sound, SayScript say, SpokenText text)
    {
        if (!say.MarksAt.IsEmpty) return [.. text.Marks.Zip(say.MarksAt, (mark, time) => new SpokenMark(mark.Name, time))];
        var marks = ImmutableArray.CreateBuilder<SpokenMark>(text.Marks.Length);
        var (letters, before) = (Math.Max(1, text.Pieces.Sum(piece => piece.Length)), 0);
        for (var i = 0; i < text.Marks.Length; i++)
        {
            before += text.Pieces[i].Length;
            var expected = sound.Length * before / letters;
            var time = before == 0 || before == letters ? expected : sound.QuietestNear(expected, PauseReach);
            marks.Add(new(text.Marks[i].Name, Math.Max(time, marks.Count > 0 ? marks[^1].Time : 0)));
        }
        return marks.ToImmutable();
    }
}
