using System.Collections.Immutable;

namespace BackpropAnimator.Speech;

/// <summary>What is said, sentence by sentence: marks cut a text anywhere, readers want it whole.</summary>
public static class Sentences
{
    /// <summary>The sentences of what is said, each with its time; inside a piece letters take equally long.</summary>
    public static ImmutableArray<SpokenPiece> Of(SpokenPart spoken)
    {
        var sentences = ImmutableArray.CreateBuilder<SpokenPiece>();
        var (words, start, end) = ("", 0.0, 0.0);
        foreach (var piece in spoken.Pieces)
            foreach (var (from, to) in PartsOf(piece.Words))
            {
                double At(int letter) => piece.Start + (piece.End - piece.Start) * letter / piece.Words.Length;
                if (words.Length == 0) start = At(from);
                words = words.Length == 0 || IsIdeographic(words[^1]) ? words + piece.Words[from..to] : $"{words} {piece.Words[from..to]}";
                end = At(to);
                if (Ends(words, words.Length - 1)) Close();
            }
        Close();
        return sentences.ToImmutable();

        void Close()
        {
            if (words.Length > 0) sentences.Add(new(words, start, end));
            words = "";
        }
    }

    // From sentence to sentence, without the spaces between them.
    static IEnumerable<(int From, int To)> PartsOf(string words)
    {
        var from = 0;
        for (var i = 0; i < words.Length; i++)
        {
            if (i < words.Length - 1 && !(Ends(words, i) && (words[i + 1] == ' ' || IsIdeographic(words[i])))) continue;
            yield return (from, i + 1);
            from = i + 1;
            while (from < words.Length && words[from] == ' ') from++;
        }
    }

    // With whatever closes quotes and brackets.
    static bool Ends(string words, int at)
    {
        while (at > 0 && words[at] is '"' or '”' or '’' or '»' or ')' or '」' or '』') at--;
        return words[at] is '.' or '!' or '?' or '…' or '。' or '！' or '？' or '؟' or '।';
    }

    // Chinese and Japanese stand without spaces, their punctuation too.
    static bool IsIdeographic(char letter) => letter is >= '\u3000' and <= '\u9fff' or >= '\uff00' and <= '\uffef';
}
