using BackpropAnimator.Drawing;
using BackpropAnimator.Script;

namespace BackpropAnimator.Lessons.Tests;

/// <summary>The shipped story: what it tells is so.</summary>
public class StoryTests
{
    static Scene Read() => ShippedLesson.Read("story");

    static readonly Lazy<Lesson> story = new(() => new(Read(), Lessons.Fonts));

    [Fact]
    public void Its_example_is_what_the_network_sees_of_the_cat() => Assert.Equal(
        new Picture(PictureKind.Cat, []).Brightness(3, 2, Lessons.Fonts), Read().Example.Input, (seen, given) => Math.Abs(seen - given) <= 0.0101);

    [Fact]
    public void It_says_truck_before_training_and_cat_after()
    {
        var classifications = story.Value.Chapters.Where(chapter => chapter.Kind == "classify").Select(chapter => WordsAt(chapter, 0.9)).ToList();

        Assert.Contains("The network says: truck", classifications[0]);
        Assert.Contains("Wrong: it is a cat.", classifications[0]);
        Assert.Contains("The network says: cat", classifications[1]);
        Assert.Contains("That is right.", classifications[1]);
    }

    [Fact]
    public void Its_first_guess_is_nine_tenths_off()
    {
        var words = WordsAt(story.Value.Chapter("scoreboard"), 0.9);
        Assert.Contains("0.1", words);
        Assert.Contains("1.0", words);
        Assert.Contains("0.9 off", words);
    }

    [Fact]
    public void Its_small_steps_go_downhill_and_the_large_ones_jump()
    {
        var words = WordsAt(story.Value.Chapter("landscape"), 0.9);
        Assert.Contains("downhill at every step", words);
        Assert.Contains(words, text => text.StartsWith("overshoots", StringComparison.Ordinal));
    }

    static List<string> WordsAt(Chapter chapter, double share) =>
        [.. story.Value.FrameAt(chapter.FirstFrame + (int)((chapter.EndFrame - chapter.FirstFrame) * share)).Items.OfType<TextLine>().Where(text => text.Color.Alpha > 128).Select(text => text.Text)];
}
