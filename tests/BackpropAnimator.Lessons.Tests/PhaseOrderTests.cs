using BackpropAnimator.Drawing;
using BackpropAnimator.Script;

namespace BackpropAnimator.Lessons.Tests;

/// <summary>Phases may be left out, repeated and reordered as far as each has what it needs.</summary>
public class PhaseOrderTests
{
    static readonly int[] sizes = [3, 4, 2];

    [Fact]
    public void A_second_forward_after_the_update_shows_the_new_numbers()
    {
        var lesson = Lessons.Through("forward", "loss", "backward", "weight_update", "forward");
        var first = new NetworkOnScreen(lesson.FrameAt(lesson.Chapters[0].EndFrame - 1), sizes);
        var updated = new NetworkOnScreen(lesson.FrameAt(lesson.Chapters[3].EndFrame - 1), sizes);
        var second = new NetworkOnScreen(lesson.FrameAt(lesson.Chapters[4].EndFrame - 1), sizes);

        Assert.NotEqual(first.Values, second.Values);
        Assert.Equal(updated.Values, second.Values);
        Assert.Equal(updated.Weights, second.Weights);
        Assert.DoesNotContain(lesson.FrameAt(lesson.Chapters[4].EndFrame - 1).Items.OfType<TextLine>(), text => text.Text == "Loss L");
    }

    [Fact]
    public void A_repeated_forward_without_an_update_ends_as_it_did_before()
    {
        var lesson = Lessons.Through("forward", "forward");
        var ends = lesson.Chapters.Select(c => new NetworkOnScreen(lesson.FrameAt(c.EndFrame - 1), sizes)).ToList();
        Assert.Equal(ends[0].Values, ends[1].Values);
    }

    [Fact]
    public void Each_round_of_training_shows_a_smaller_loss()
    {
        string[] round = ["forward", "loss", "backward", "weight_update"];
        var lesson = Lessons.Through([.. round, .. round, .. round]);
        var losses = lesson.Chapters.Where(c => c.Kind == "loss")
            .Select(c => new NetworkOnScreen(lesson.FrameAt(c.EndFrame - 1), sizes).Losses.Single().Value).ToList();
        Assert.Equal(losses.OrderDescending().Distinct(), losses);
    }

    [Fact]
    public void A_lesson_without_an_intro_starts_with_the_network_in_place()
    {
        var lesson = Lessons.Through("forward");
        // A disc for each unit, whatever else is drawn on it.
        Assert.Equal(9, lesson.FrameAt(0).Items.OfType<Drawing.Disc>().Select(d => d.Centre).Distinct().Count());
    }

    [Fact]
    public void Every_order_of_three_phases_that_the_rules_allow_can_be_shown()
    {
        var shown = 0;
        foreach (var a in Lessons.Kinds)
            foreach (var b in Lessons.Kinds)
                foreach (var c in Lessons.Kinds)
                    if (SceneReader.Parse(Lessons.Sized("2-3-2", phases: [a, b, c]), "s.yaml", ["video.fps=2"]).Scene is { } scene)
                    {
                        Frames.AssertDrawable(new(scene, Lessons.Fonts), every: 3);
                        shown++;
                    }
        // 27 of intro, forward and outro; 11 with a loss after a forward, what needs the loss among them.
        Assert.Equal(38, shown);
    }

    [Fact]
    public void Long_lessons_of_phases_in_random_allowed_orders_can_be_shown()
    {
        var random = new Random(8);
        for (var n = 0; n < 12; n++)
        {
            List<string> phases = ["forward", "loss", "backward"];
            for (var i = 0; i < 7; i++) phases.Add(Lessons.Kinds[random.Next(Lessons.Kinds.Length)]);
            Frames.AssertDrawable(Lessons.Make(Lessons.Sized("2-3-2", phases: [.. phases]), "video.fps=1"), every: 1);
        }
    }
}
