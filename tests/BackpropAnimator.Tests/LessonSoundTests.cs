using System.Collections.Immutable;
using BackpropAnimator.Lessons;
using BackpropAnimator.Script;
using BackpropAnimator.Speech;
using BackpropAnimator.Video;

namespace BackpropAnimator.Tests;

/// <summary>What goes with the pictures of a lesson.</summary>
public sealed class LessonSoundTests : IDisposable
{
    const string Scene = """
        network: { layers: [2, 2, 1], seed: 3 }
        example: { input: [1, 0], target: [1] }
        sounds: on
        language: vi
        phases:
          - intro: { duration: 2s, caption: A picture of a network }
          - forward: { duration: 4s, say: "Numbers travel.", caption: Never read }
          - loss: 2s
        """;

    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("backprop-library-");

    string this[string name] => Path.Combine(folder.FullName, name);

    public void Dispose() => folder.Delete(recursive: true);

    static Lesson Spoken(string file, params SpokenPiece[] pieces) => new(
        Script.Scene.Parse(Scene), narration: new([null, new(file, 2.4, [], [.. pieces]), null]));

    [Fact]
    public void Speech_begins_with_its_phase_and_captions_are_read_where_nothing_is_said()
    {
        var lesson = Spoken("say.wav", new("Numbers", 0, 1), new("travel.", 1.2, 2.4));

        var with = Excerpt.Whole(lesson).AccompanimentOf();

        Assert.Equal([new("say.wav", 2.3)], with.Sound.Speech.AsEnumerable());
        Assert.Equal([(0.0, 2.0, "A picture of a network"), (2.3, 4.7, "Numbers travel.")], with.Subtitles.Select(cue =>
            (cue.Start, Math.Round(cue.End, 9), cue.Text)));
        Assert.Equal((8.0, "vi"), (with.Length, with.Language));
    }

    [Fact]
    public void Packets_are_heard_where_the_picture_has_them()
    {
        var lesson = Spoken("say.wav");
        var effects = Excerpt.Whole(lesson).AccompanimentOf().Sound.Effects;

        Assert.Contains(effects, effect => effect.Kind == SoundKind.Packet);
        Assert.Contains(effects, effect => effect.Kind == SoundKind.Hit);
        foreach (var effect in effects)
        {
            var frame = lesson.Rate.FrameAt(effect.Time);
            var (before, at) = (Packets(Math.Max(0, frame - 2)), Packets(frame));
            Assert.True(effect.Kind == SoundKind.Packet ? at > before : at < before, $"{effect}: {before} and then {at}");
        }

        int Packets(int frame) => lesson.FrameAt(frame).Items.Count(item => item is Drawing.Comet);
    }

    [Fact]
    public void A_part_of_a_lesson_has_its_part_of_the_sound()
    {
        var lesson = Spoken("say.wav");
        var with = new Excerpt(lesson, [(60, 120), (300, 330)]).AccompanimentOf();
        Assert.Equal([(1.0, 2.0), (5.0, 5.5)], with.Parts.Select(part => (part.Start, part.End)));
        Assert.Single(with.Sound.Speech);
    }

    [Fact]
    public async Task A_lesson_that_speaks_is_rendered_with_sound_and_subtitles()
    {
        var scene = Script.Scene.Parse("""
            video: { size: 160x90, fps: 10 }
            network: { layers: [2, 1], seed: 3 }
            example: { input: [1, 0], target: [1] }
            phases:
              - intro: { duration: 1s, say: This is a network. }
            """);
        using var narrator = new Narrator(this["cache"]);
        var (narration, problems) = narrator.Speak(scene);
        Assert.Empty(problems);

        var report = await new Lesson(scene, narration: narration).RenderAsync(this["lesson.mp4"], new() { Quality = Quality.Draft });

        Assert.Equal("AAC", report.Sound?.Codec);
        Assert.InRange(report.Sound!.Loudness!.Value, -16.5, -15.5);
        Assert.Contains("This is a network.", await File.ReadAllTextAsync(this["lesson.srt"]));
        Assert.Equal(["lesson.mp4", "lesson.srt", "lesson.vtt"], folder.GetFiles().Select(file => file.Name).Order());
    }
}
