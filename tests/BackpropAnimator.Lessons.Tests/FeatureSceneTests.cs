using BackpropAnimator.Script;

namespace BackpropAnimator.Lessons.Tests;

/// <summary>
/// The scene that lies beside each phase, whatever it shows, is well set in any shape of picture, at any pace, on either ground.
/// </summary>
public class FeatureSceneTests
{
    static readonly string folder = Path.Combine(Repository.Root, "src", "BackpropAnimator.Lessons", "Phases");

    // The scene that shows the phase, and those that show what else it can do, beside it in a folder Examples.
    static IEnumerable<string> Names =>
        Directory.EnumerateFiles(folder, "*.yaml", SearchOption.AllDirectories)
            .Select(file => Path.GetFileNameWithoutExtension(file)).Order();

    public static TheoryData<string> Scenes() => [.. Names];

    public static TheoryData<string, string> ScenesInShapes()
    {
        var all = new TheoryData<string, string>();
        foreach (var scene in Names)
            foreach (var shape in new[] { "1280x720", "720x1280", "720x720" }) all.Add(scene, shape);
        return all;
    }

    [Theory, MemberData(nameof(ScenesInShapes))]
    public void It_is_well_set_in_every_shape(string scene, string shape) => AssertWellSet(scene, $"video.size={shape}");

    [Theory, MemberData(nameof(Scenes))]
    public void It_is_well_set_at_a_quarter_of_its_durations(string scene) => AssertWellSet(scene, [.. Scaled(scene, 0.25)]);

    [Theory, MemberData(nameof(Scenes))]
    public void It_is_well_set_at_four_times_its_durations(string scene) => AssertWellSet(scene, [.. Scaled(scene, 4)]);

    [Theory, MemberData(nameof(Scenes))]
    public void It_is_well_set_on_light_ground(string scene) => AssertWellSet(scene, "theme=light");

    [Theory, MemberData(nameof(Scenes))]
    public void Its_frames_are_the_same_asked_for_in_any_order(string scene)
    {
        var lesson = Make(scene);
        int[] order = [.. Enumerable.Range(0, lesson.FrameCount).Where(n => n % 7 == 0)];
        var first = order.Select(lesson.FrameAt).ToList();
        Assert.Equal(first.AsEnumerable().Reverse(), Make(scene) is var again ? order.Reverse().Select(again.FrameAt) : []);
    }

    [Fact]
    public void Every_phase_has_one() => Assert.Empty(PhaseModule.BuiltIn.Names.Where(
        name => !File.Exists(Path.Combine(folder, PhaseModule.BuiltIn.Find(name)!.Folder, name + ".yaml"))));

    static string FileOf(string scene) => Directory.EnumerateFiles(folder, scene + ".yaml", SearchOption.AllDirectories).Single();

    static Lesson Make(string scene, params string[] overrides)
    {
        var file = FileOf(scene);
        var result = SceneReader.Parse(File.ReadAllText(file), file, overrides);
        Assert.Equal([], result.Diagnostics.Select(d => d.ToString()));
        Assert.Equal([], LessonChecks.Run(result.Scene!, Lessons.Fonts).Select(d => d.ToString()));
        return new(result.Scene!, Lessons.Fonts);
    }

    static void AssertWellSet(string scene, params string[] overrides)
    {
        // Drawn frames are as far apart in a long lesson as in a short one, in shares of its length.
        const int Drawn = 120;
        var lesson = Make(scene, overrides);
        var problems = LayoutCheck.Run(lesson, Lessons.Fonts);
        Assert.True(
            problems.IsEmpty,
            string.Join(
                '\n', problems.Select(p => FormattableString.Invariant($"{lesson.Chapters[p.Phase].Kind} {p.Time:0.00} s: {p.Message}"))));
        Frames.AssertDrawable(lesson, Math.Max(1, lesson.FrameCount / Thorough.Cases(Drawn, 4 * Drawn)));
    }

    static IEnumerable<string> Scaled(string scene, double scale) =>
        SceneReader.Parse(File.ReadAllText(FileOf(scene)), FileOf(scene), []).Scene!.Phases
            .SelectMany((phase, i) => OwnTimes(phase)
                .Select(time => FormattableString.Invariant($"phases[{i}].{time.Key}={time.Seconds * scale}s")));

    static IEnumerable<(string Key, double Seconds)> OwnTimes(PhaseOptions phase)
    {
        yield return ("duration", phase.Duration);
        if (phase is QuestionOptions { Pause: { } pause }) yield return ("pause", pause);
    }
}
