namespace BackpropAnimator.Lessons.Tests;

/// <summary>The lessons under scenes/ could be shown tomorrow: they are well set in every shape, and what they claim is so.</summary>
public class ShippedLessonTests
{
    // The flagship's layout is held at many more sizes by LayoutTests.
    static readonly string[] names = ["story", "transpose", "glass-box-xor", "saturation", "cross-entropy", "dying-relu", "vanishing"];

    // The layout follows from the shape; LayoutTests hold it at other sizes of the same shapes.
    static readonly (string Size, string Language)[] versions =
        [("1920x1080", "en"), ("1080x1920", "en"), ("1080x1080", "en"), ("1920x1080", "vi"), ("1080x1920", "vi")];

    public static TheoryData<string, string, string> LessonsInVersions()
    {
        var all = new TheoryData<string, string, string>();
        foreach (var name in names)
            foreach (var (size, language) in versions) all.Add(name, size, language);
        foreach (var name in new[] { "gradient-flow", "iris", "formulas" })
            foreach (var size in new[] { "1920x1080", "1080x1920" }) all.Add(name, size, "vi");
        return all;
    }

    [Theory, MemberData(nameof(LessonsInVersions))]
    public void It_is_well_set_and_true(string name, string size, string language)
    {
        var scene = ShippedLesson.Read(name, $"video.size={size}", $"language={language}");
        Assert.Equal([], LessonChecks.Run(scene, Lessons.Fonts).Select(d => d.ToString()));
        var lesson = new Lesson(scene, Lessons.Fonts);
        Assert.Equal(
            [],
            LayoutCheck.Run(lesson, Lessons.Fonts)
                .Select(p => FormattableString.Invariant($"{lesson.Chapters[p.Phase].Kind} {p.Time:0.00} s: {p.Message}")));
        Assert.Equal([], PaceCheck.Run(lesson).Select(problem => problem.ToString()));
        if (!names.Contains(name)) return;
        Assert.InRange(lesson.Duration, 60, 180);
        Assert.All(scene.Phases, phase => Assert.False(string.IsNullOrEmpty(phase.Caption), phase.Kind));
    }
}
