using BackpropAnimator.Drawing;
using BackpropAnimator.Script;
using BackpropAnimator.Timeline;

namespace BackpropAnimator.Lessons.Tests;

/// <summary>
/// A lesson's last frame is what a player stops at, and what a thumbnail or a loop shows: the end of its last phase, whole.
/// </summary>
public class EndStateTests
{
    static readonly FrameRate[] rates = [new(1), new(10), new(24), new(30000, 1001), new(60)];

    public static TheoryData<string> Kinds => [.. PhaseModule.BuiltIn.Names];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_last_frame_is_the_end_of_its_phase_at_every_rate_and_duration(string kind)
    {
        foreach (var duration in Thorough.Sample([1, 2.37, 3.999, 7.51], 2))
        {
            var scene = EndingWith(kind, duration);
            var last = rates.Select(rate => Last(new(scene with { Video = scene.Video with { Fps = rate } }, Lessons.Fonts))).ToArray();

            Assert.All(last, frame => Assert.Equal(last[0], frame));
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void What_the_last_phase_says_is_not_on_its_way_out_in_the_last_frame(string kind)
    {
        var lesson = new Lesson(EndingWith(kind, 6), Lessons.Fonts);
        var chapter = lesson.Chapters[^1];
        Frame before = lesson.FrameAt(chapter.EndFrame - (chapter.EndFrame - chapter.FirstFrame) / 4), last = Last(lesson);

        foreach (var words in new[] { "The caption", chapter.Title })
            Assert.Equal(ColorsOf(words, before), ColorsOf(words, last));
        Assert.NotEmpty(ColorsOf("The caption", last));
    }

    static Frame Last(Lesson lesson) => lesson.FrameAt(lesson.FrameCount - 1);

    static IEnumerable<SkiaSharp.SKColor> ColorsOf(string words, Frame frame) =>
        frame.Items.OfType<TextLine>().Where(line => line.Text == words).Select(line => line.Color);

    // The phase's own scene up to it.
    static Scene EndingWith(string kind, double duration)
    {
        var phases = Path.Combine(Repository.Root, "src", "BackpropAnimator.Lessons", "Phases");
        var file = Path.Combine(phases, PhaseModule.BuiltIn.Find(kind)!.Folder, $"{kind}.yaml");
        var read = SceneReader.Read(file, []);
        var scene = read.Scene ?? throw new InvalidOperationException(string.Join('\n', read.Diagnostics));
        var kept = scene.Phases[..(scene.Phases.Select(phase => phase.Kind).ToList().LastIndexOf(kind) + 1)];
        return scene with { Phases = [.. kept[..^1], kept[^1] with { Duration = duration, Caption = "The caption" }] };
    }
}
