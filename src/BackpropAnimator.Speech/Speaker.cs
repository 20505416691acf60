using System.Collections.Immutable;
using BackpropAnimator.Files;
using BackpropAnimator.Script;
using BackpropAnimator.Speech.Sound;

namespace BackpropAnimator.Speech;

/// <summary>
/// Says a text with an engine. Between marks it is said piece by piece, silence is cut off at the cuts, and the pieces are joined: so the
/// time of a mark is known to the sample, with any engine.
/// </summary>
internal sealed class Speaker(ISpeechEngine engine, SpeechStore store, SpeechLimits limits)
{
    // Seconds of silence where pieces are joined, by what the earlier one ends with.
    const double AfterSentence = 0.45, AfterClause = 0.2, AfterWord = 0.02;

    // Nobody says more letters a second, or fewer where there are some: what does was made at another rate.
    const int FastestLetters = 60, FewestLetters = 12;
    const double SlowestLetters = 0.8;

    /// <exception cref="SpeechException">It cannot be said.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public async Task<SpokenPart> SayAsync(SpokenText text, CancellationToken cancellation)
    {
        List<Recording> said = [];
        foreach (var words in text.Pieces.Where(piece => piece.Length > 0))
            said.Add(await SayAsync(words, cancellation).ConfigureAwait(false));
        var rate = said[0].Rate;
        if (said.Any(piece => piece.Rate != rate))
            throw new SpeechException("the engine speaks one half of the text with other samples a second than the other");

        List<float> whole = [];
        var (marks, pieces) = (ImmutableArray.CreateBuilder<SpokenMark>(), ImmutableArray.CreateBuilder<SpokenPiece>());
        for (int i = 0, sound = 0; i < text.Pieces.Length; i++)
        {
            if (text.Pieces[i] is { Length: > 0 } words)
            {
                var start = (double)whole.Count / rate;
                whole.AddRange(said[sound++].Samples.Span);
                pieces.Add(new(words, start, (double)whole.Count / rate));
                if (sound < said.Count) whole.AddRange(new float[(int)(PauseAfter(words) * rate)]);
            }
            if (i < text.Marks.Length) marks.Add(new(text.Marks[i].Name, (double)whole.Count / rate));
        }
        var joined = new Recording(rate, whole.ToArray());
        var key = SpeechStore.KeyOf([engine.Identity, .. text.Pieces]);
        return new(store.FileOf(key, joined), joined.Length, marks.ToImmutable(), pieces.ToImmutable());
    }

    async Task<Recording> SayAsync(string words, CancellationToken cancellation)
    {
        var key = SpeechStore.KeyOf(engine.Identity, "piece", words);
        if (store.Find(key) is { } known) return known;
        using var work = store.Work();
        var run = engine.Say(words, work.Wav);
        await SpeechProcess.RunAsync(run, work.Wav, limits.TimeFor(words), limits.Bytes, cancellation).ConfigureAwait(false);
        var sound = Heard(work.Wav, words, Path.GetFileName(run.Program));
        store.Keep(key, sound).Dispose();
        return sound;
    }

    static Recording Heard(string wav, string words, string program)
    {
        if (FileStatus.Of(wav).Kind != FileKind.Regular) throw new SpeechException($"{program} wrote no sound", "try it by hand");
        Recording sound;
        try
        {
            sound = Wav.Read(File.ReadAllBytes(wav)).Trimmed();
        }
        catch (SpeechException e)
        {
            throw new SpeechException($"what {program} wrote {e.Message}", "try it by hand, or let another engine speak");
        }
        if (sound.Length == 0) throw new SpeechException($"{program} wrote nothing but silence", "is it a voice for another language?");
        var letters = words.Count(char.IsLetterOrDigit);
        if (letters > FastestLetters * sound.Length || (letters >= FewestLetters && letters < SlowestLetters * sound.Length))
            throw new SpeechException(
                FormattableString.Invariant(
                    $"{program} took {sound.Length:0.00} s for {letters} letters: its samples a second, {sound.Rate}, may be wrong"),
                "try it by hand, or let another engine speak");
        return sound;
    }

    static double PauseAfter(string words) => words[^1] switch
    {
        '.' or '!' or '?' or '…' or '。' or '！' or '？' => AfterSentence,
        ',' or ';' or ':' or '–' or '—' or '，' or '；' or '：' or '、' => AfterClause,
        _ => AfterWord,
    };
}
