using BackpropAnimator.Script;

namespace BackpropAnimator.Lessons.Tests;

/// <summary>A scene's checks and its lesson train the same networks: once is enough.</summary>
public class SharedNumbersTests
{
    const string Start = """
        network: { layers: [2, 3, 1], seed: 5 }
        data: xor
        training: 40

        """;

    [Theory]
    [InlineData("phases: [intro, train]", 40)]
    [InlineData("phases: [train: { epochs: 30 }, train: { epochs: 40 }]", 110)]      // 40 more: the scene's own, which is checked
    [InlineData("phases: [intro]", 40)]
    [InlineData("phases: [forward, loss, backward, weight_update, train]", 81)]      // one step, 40 epochs after it, and the scene's own
    public void A_lesson_and_its_checks_train_each_network_once(string phases, int epochs)
    {
        var scene = Lessons.Read($"{Start}{phases}\n");

        Assert.Equal(epochs * 4 * TrainingWork.OfAnExample([2, 3, 1]), Done(scene));
    }

    [Fact]
    public void Work_is_told_from_the_scene_alone()
    {
        var scene = Lessons.Read($"{Start}phases: [train: {{ epochs: 30 }}, train: {{ epochs: 40 }}]\n");

        Assert.Equal(Done(scene), TrainingWork.Of(scene));
    }

    [Fact]
    public void Two_sides_of_a_comparison_that_learn_alike_are_trained_once()
    {
        const string compare = "phases: [compare: { epochs: 50, left: { seed: 7 }, right: { seed: SEED } }]\n";
        var (alike, other) = (
            Lessons.Read(Start + compare.Replace("SEED", "7", StringComparison.Ordinal)),
            Lessons.Read(Start + compare.Replace("SEED", "8", StringComparison.Ordinal)));
        var own = 40 * 4 * TrainingWork.OfAnExample([2, 3, 1]);

        Assert.Equal(Done(other) - own, 2 * (Done(alike) - own));
    }

    [Fact]
    public void A_cancelled_training_ends()
    {
        using var cancel = new CancellationTokenSource();
        var scene = Lessons.Read($"{Start}phases: [train]\n");
        cancel.Cancel();

        Assert.Throws<OperationCanceledException>(() => LessonChecks.Run(scene, Lessons.Fonts, new(tell: null, cancel.Token)));
    }

    // What training does while a lesson is made and checked, as the program does both.
    static long Done(Scene scene)
    {
        var done = 0L;
        var shared = new SharedNumbers(work => done += work);
        _ = new Lesson(scene, Lessons.Fonts, shared);
        Assert.Empty(LessonChecks.Run(scene, Lessons.Fonts, shared));
        return done;
    }
}
