using System.Collections.Immutable;
using BackpropAnimator.Timeline;
using BackpropAnimator.Video.Subtitles;
using CsCheck;
using Wcwidth;

namespace BackpropAnimator.Video.Tests;

/// <summary>How texts become screens of subtitles.</summary>
public sealed class SubtitleSplittingTests
{
    const string Long =
        "The forward pass computes every activation from left to right. Then the loss compares the output with the target, and its " +
        "gradient travels back: each weight, in turn, learns how much of the error is its own.";

    static ImmutableArray<SubtitleScreen> Split(string text, double start = 0, double end = 60) =>
        SubtitleTiming.Split([new(start, end, text)], 600);

    static int Width(string line) => line.EnumerateRunes().Sum(rune => UnicodeCalculator.GetWidth(rune));

    [Fact]
    public void A_short_text_is_one_line_and_a_longer_one_two_of_about_the_same_length()
    {
        Assert.Equal(["The error travels back."], Assert.Single(Split("The error  travels\tback.")).Lines.AsEnumerable());
        Assert.Equal(
            ["Each weight gets its share of the blame,", "and moves a little against it."],
            Assert.Single(Split("Each weight gets its share of the blame, and moves a little against it.")).Lines.AsEnumerable());
    }

    [Fact]
    public void Screens_end_where_a_sentence_or_a_clause_does()
    {
        Assert.Equal(
            [
                "The forward pass computes every / activation from left to right.",
                "Then the loss compares the output with / the target, and its gradient travels back:",
                "each weight, in turn, learns / how much of the error is its own.",
            ],
            Split(Long).Select(screen => string.Join(" / ", screen.Lines)));
    }

    [Fact]
    public void Chinese_and_Japanese_break_between_letters_and_no_line_begins_with_what_ends_a_sentence()
    {
        const string Chinese = "反向传播算法从输出层开始，把误差一层一层地传回去。每个权重都得到它自己的那一份责任，然后朝着误差变小的方向移动一点点。";
        const string Japanese = "誤差逆伝播法は、出力層から入力層へと誤差を伝えていきます。「それぞれの重み」は自分の責任の分だけ、少しずつ動いていきます。";
        foreach (var text in new[] { Chinese, Japanese })
        {
            var lines = Split(text).SelectMany(screen => screen.Lines).ToArray();
            Assert.Equal(text, string.Concat(lines));
            Assert.All(lines, line => Assert.InRange(Width(line), 2, 42));
            Assert.All(lines, line => Assert.DoesNotContain(line[0], "，。、」"));
            Assert.All(lines, line => Assert.DoesNotContain(line[^1], "「"));
            Assert.Contains(lines, line => line.EndsWith('。'));
        }
    }

    [Fact]
    public void Whatever_is_said_nothing_is_lost_and_every_line_fits()
    {
        string[] words = ["a", "the", "weight", "gradient,", "loss.", "重み", "を更新", new string('x', 51), "e\u0301", "😀", "—"];
        Gen.OneOf([.. words.Select(Gen.Const)]).Array[1, 60].Try(
            Thorough.Cases(200, 20_000),
            said =>
            {
                var screens = Split(string.Join(' ', said));
                Assert.All(screens, screen => Assert.InRange(screen.Lines.Length, 1, 2));
                Assert.All(screens.SelectMany(s => s.Lines), line => Assert.InRange(Width(line), 1, 42));
                Assert.Equal(string.Concat(said), string.Concat(screens.SelectMany(s => s.Lines)).Replace(" ", ""));
                Assert.All(screens.Zip(screens.Skip(1)), pair => Assert.Equal(pair.First.End, pair.Second.Start, 1e-9));
            });
    }

    [Fact]
    public void A_screen_lasts_as_long_as_its_share_of_what_is_said()
    {
        var screens = Split(Long, 10, 24);
        Assert.Equal((10.0, 24.0), (screens[0].Start, screens[^1].End));
        var speeds = screens.Select(s => (s.Lines.Sum(line => line.Length) + s.Lines.Length - 1) / (s.End - s.Start)).ToArray();
        Assert.All(speeds, speed => Assert.InRange(speed, 1, 17));
        Assert.InRange(speeds.Max() / speeds.Min(), 1, 1.1);
    }

    [Fact]
    public void What_is_said_too_fast_to_be_read_stays_into_the_pause_and_no_longer()
    {
        // 34 columns are read in two seconds.
        var text = new string('a', 16) + " " + new string('b', 17);
        Assert.Equal(7, Assert.Single(Split(text, 5, 6)).End);
        var two = SubtitleTiming.Split([new(6.5, 8, "Next."), new(5, 6, text)], 600);
        Assert.Equal([6.5, 8], two.Select(s => s.End));
        Assert.Equal(1.5, Assert.Single(SubtitleTiming.Split([new(0, 1, text)], 1.5)).End);
        Assert.Equal(3, Assert.Single(Split("No.", 2, 2.1)).End);
    }

    [Fact]
    public void Screens_follow_the_words_whose_times_are_known()
    {
        var cue = SubtitleCue.Spoken(
        [
            ("The forward pass computes every activation", 1, 6), ("from left to right.", 6, 7),
            ("Then the loss compares the output with the target,", 20, 23), ("and its gradient travels back.", 23, 25),
        ]);
        var screens = SubtitleTiming.Split([cue], 600);

        Assert.Equal("The forward pass computes every activation from left to right.", string.Join(' ', screens[0].Lines));
        Assert.Equal((1.0, 25.0), (screens[0].Start, screens[^1].End));
        Assert.Equal(7, screens[0].End, 1e-9);
        Assert.Equal(20, screens[1].Start, 1e-9);
        Assert.Equal("反向传播从输出开始，把误差传回去。", SubtitleCue.Spoken([("反向传播从输出开始，", 0, 1), ("把误差传回去。", 1, 2)]).Text);
    }

    [Fact]
    public void An_excerpt_has_the_screens_of_its_parts_at_its_own_times()
    {
        var screens = SubtitleTiming.Split([new(1, 3, "One."), new(4, 6, "Two."), new(8, 9, "Three.")], 10);
        var cut = screens.Within([new(2, 4.1), new(5, 9.5)]);
        Assert.Equal(["One.", "Two.", "Three."], cut.Select(s => s.Lines[0]));
        Assert.Equal([(0.0, 1.0), (2.1, 3.1), (5.1, 6.1)], cut.Select(s => (Math.Round(s.Start, 6), Math.Round(s.End, 6))));
    }

    [Fact]
    public void Both_files_say_what_is_said_whatever_it_means_to_their_formats()
    {
        var screens = SubtitleTiming.Split([new(3661.2346, 3664, "a < b && <b>x</b> --> {\\an8}y")], 4000);
        Assert.Equal("1\n01:01:01,235 --> 01:01:04,000\na < b && <\u2060b>x<\u2060/b> → {\u2060\\an8}y\n\n", SubtitleText.SubRip(screens));
        Assert.Equal(
            "WEBVTT\n\n01:01:01.235 --> 01:01:04.000\na &lt; b &amp;&amp; &lt;b&gt;x&lt;/b&gt; → {\\an8}y\n\n",
            SubtitleText.WebVtt(screens));
    }
}
