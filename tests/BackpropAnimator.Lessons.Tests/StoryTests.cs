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
        new Picture(PictureKind.Cat, []).Brightness(3, 2, Lessons.Fonts), Read().Example.Input, (seen, given) =>
            Math.Abs(seen - given) <= 0.0101);

    [Fact]
    public void It_says_truck_before_training_and_cat_after()
    {
        var classifications =
            story.Value.Chapters.Where(chapter => chapter.Kind == "classify").Select(chapter => WordsAt(chapter, 0.9)).ToList();

        Assert.Contains("The network says: truck", classifications[0]);
        Assert.Contains("Wrong: it is a cat.", classifications[0]);
        Assert.Contains("The network says: cat", classifications[1]);
        Assert.Contains("That is right.", classifications[1]);
    }

    [Fact]
    public void It_knows_a_cat_in_light_that_none_of_its_training_pictures_was_in()
    {
        var unseen = Read().Phases.OfType<ClassifyOptions>().Single(phase => phase.Light < 1);
        var brightness = new Picture(PictureKind.Cat, [], unseen.Light).Brightness(3, 2, Lessons.Fonts);

        Assert.All(Read().Data!.Samples, sample => Assert.True(sample.Input.Sum() > brightness.Sum() + 0.1 || sample.Target[0] == 0));
        var words = WordsAt(story.Value.Chapters.Last(chapter => chapter.Kind == "classify"), 0.95);
        Assert.Contains("The network says: cat", words);
        Assert.Contains("That is right.", words);
    }

    [Fact]
    public void It_opens_on_the_cat_large_and_in_full_colour_and_no_title_stands_alone()
    {
        var intro = story.Value.Chapter("intro");
        var cat = new Picture(PictureKind.Cat, []).Items(new(0, 0, 300, 200), 1).OfType<Panel>().First();
        var fps = intro.EndFrame / intro.Interval.End;
        foreach (var second in new[] { 0.5, 1.0, 1.8 })
        {
            var frame = story.Value.FrameAt((int)(second * fps));
            var ground = Assert.Single(frame.Items.OfType<Panel>(), panel => panel.Fill == cat.Fill);
            Assert.True(ground.Rect.Height > 0.55 * frame.Stage.Height, $"{ground.Rect}");
        }
        for (var n = (int)fps; n < intro.EndFrame; n += 6)
            Assert.Contains(story.Value.FrameAt(n).Items, item => item is Panel or Disc or Ring or Polygon);
    }

    [Fact]
    public void Its_tables_show_an_example_of_every_class()
    {
        var words = WordsAt(story.Value.Chapter("train"), 0.95).ToList();
        Assert.Contains("Predictions: 12 of 12 right (4 shown)", words);
        foreach (var sample in new[] { "sample 1", "sample 5", "sample 9" }) Assert.Contains(sample, words);
    }

    [Fact]
    public void The_chain_moves_the_score_of_the_cat() => Assert.Contains("score of cat", WordsAt(story.Value.Chapter("chain"), 0.9));

    [Fact]
    public void It_walks_the_landscape_as_it_updates_with_the_networks_own_rate()
    {
        var scene = Read();
        Assert.Equal(scene.Network.LearningRate, scene.Phases.OfType<LandscapeOptions>().Single().LearningRates[0]);
    }

    [Fact]
    public void Its_first_guess_is_nine_tenths_off()
    {
        var words = WordsAt(story.Value.Chapter("scoreboard"), 0.9);
        Assert.Contains("0.1", words);
        Assert.Contains("1.0", words);
        Assert.Contains("0.9 off", words);
        Assert.Contains("this network's loss", words);
    }

    [Fact]
    public void Its_small_steps_go_downhill_and_the_large_ones_jump()
    {
        var words = WordsAt(story.Value.Chapter("landscape"), 0.9);
        Assert.Contains("downhill at every step", words);
        // "… jump across it": they end higher than they began.
        Assert.Contains("overshoots: 3 steps uphill", words);
    }

    static List<string> WordsAt(Chapter chapter, double share) =>
        [.. story.Value.FrameAt(chapter.FirstFrame + (int)((chapter.EndFrame - chapter.FirstFrame) * share)).Items.OfType<TextLine>()
            .Where(text => text.Color.Alpha > 128).Select(text => text.Text)];
}
