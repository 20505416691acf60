namespace BackpropAnimator.Lessons.Tests;

/// <summary>The lessons under scenes/ could be shown tomorrow: they are well set in every shape, and what they claim is so.</summary>
public class ShippedLessonTests
{
    // The flagship's layout is held at many more sizes by LayoutTests.
    static readonly string[] names = ["story", "transpose", "glass-box-xor", "saturation", "cross-entropy", "dying-relu", "vanishing"];

    // The layout follows from the shape; LayoutTests hold it at other sizes of the same shapes.
    static readonly string[] sizes = ["1920x1080", "1080x1920", "1080x1080"];

    public static TheoryData<string, string> LessonsInShapes()
    {
        var all = new TheoryData<string, string>();
        foreach (var name in names)
            foreach (var size in sizes) all.Add(name, size);
        return all;
    }

    [Theory, MemberData(nameof(LessonsInShapes))]
    public void It_is_well_set_and_true(string name, string size)
    {
        var scene = ShippedLesson.Read(name, $"video.size={size}");
        Assert.Equal([], LessonChecks.Run(scene, Lessons.Fonts).Select(d => d.ToString()));
        var lesson = new Lesson(scene, Lessons.Fonts);
        Assert.Equal(
            [],
            LayoutCheck.Run(lesson, Lessons.Fonts)
                .Select(p => FormattableString.Invariant($"{lesson.Chapters[p.Phase].Kind} {p.Time:0.00} s: {p.Message}")));
        Assert.InRange(lesson.Duration, 60, 180);
        Assert.All(scene.Phases, phase => Assert.False(string.IsNullOrEmpty(phase.Caption), phase.Kind));
    }
}
