namespace BackpropAnimator.Speech.Tests;

public class SentencesTests
{
    static string[] WordsOf(params SpokenPiece[] pieces) => [.. Sentences.Of(new("", 10, [], [.. pieces])).Select(piece => piece.Words)];

    [Fact]
    public void Pieces_that_a_mark_has_cut_come_together_again() => Assert.Equal(
        ["The error travels back.", "It is 0.5 now."],
        WordsOf(new("The error", 0, 1), new("travels back. It is", 1, 3), new("0.5 now.", 3, 4)));

    [Fact]
    public void A_sentence_begins_and_ends_with_its_words()
    {
        var sentences = Sentences.Of(new("", 10, [], [new("One two.", 0, 4), new("Six. Ten.", 5, 6.8)]));
        Assert.Equal([(0.0, 4.0), (5, 5.8), (6, 6.8)], sentences.Select(s => (s.Start, Math.Round(s.Start + (s.End - s.Start), 6))));
    }

    [Fact]
    public void Chinese_sentences_need_no_space_between_them() =>
        Assert.Equal(["误差向后传播。", "权重更新。"], WordsOf(new("误差向后", 0, 1), new("传播。权重更新。", 1, 2)));
}
