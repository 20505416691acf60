using BackpropAnimator.Lessons;
using BackpropAnimator.Script;
using BackpropAnimator.Speech.Sound;

namespace BackpropAnimator.Speech.Tests;

public sealed class NarrationTests : IDisposable
{
    readonly SpokenScene scene = new();

    public void Dispose() => scene.Dispose();

    const string Backward = """
        backward: { say: "Who is to blame, and how much? {wave} The error travels back, {swept} to the first layer. {visit} Here is delta." }
        """;

    [Fact]
    public void A_mark_is_where_its_word_sets_in_and_where_the_phases_moment_is_seen()
    {
        var read = scene.Espeak("forward", "loss", Backward);
        var lesson = new Lesson(read, narration: scene.Say(read));
        var (spoken, chapter) = (lesson.SpokenIn(2)!, lesson.Chapters[2]);
        var sound = Wav.Read(File.ReadAllBytes(spoken.File));
        var twoFrames = 2 / lesson.Rate.FramesPerSecond;

        Assert.Equal(["wave", "swept", "visit"], spoken.Marks.Select(mark => mark.Name));
        foreach (var (name, time) in spoken.Marks)
        {
            var voice = sound.Energy(time, time + 0.3);
            // What was said before has died away, and within two frames the next word is there.
            Assert.True(sound.Energy(time - twoFrames, time) < 1e-5 * voice, name);
            Assert.True(sound.Energy(time, time + twoFrames) > 1e-4 * voice, name);
            var moment = lesson.MomentsIn(2).First(known => known.Name == name);
            Assert.InRange(moment.Time - (Narration.Lead + time), -1e-9, 1e-9);
        }
        Assert.Empty(MarkCheck.Run(lesson));
        Assert.True(chapter.Interval.Duration >= spoken.Room);
    }

    [Fact]
    public void Phases_grow_to_what_is_said_and_silent_ones_stay_as_they_were()
    {
        var read = scene.Espeak(
            "forward: { duration: 1s, say: This takes a good deal longer than just a single second to be said. }",
            "loss: { duration: 20s, say: Short. }", "backward: 12s");
        var narration = scene.Say(read);
        var (lesson, silent) = (new Lesson(read, narration: narration), new Lesson(read));

        Assert.InRange(lesson.Chapters[0].Interval.Duration - narration.Parts[0]!.Room, 0, 1 / lesson.Rate.FramesPerSecond);
        Assert.Equal([20.0, 12], lesson.Chapters[1..].Select(chapter => Math.Round(chapter.Interval.Duration, 9)));
        Assert.Equal([1.0, 20, 12], silent.Chapters.Select(chapter => chapter.Interval.Duration));
        Assert.Null(narration.Parts[2]);
        // What follows falls on whole frames again: its pictures are those of before.
        var (spoken, unspoken) = (lesson.Chapters[2].FirstFrame, silent.Chapters[2].FirstFrame);
        Assert.Equal(silent.FrameAt(unspoken + 100), lesson.FrameAt(spoken + 100));
    }

    [Fact]
    public void Who_says_it_calmly_says_some_150_words_a_minute()
    {
        const string words = "A hidden unit collects its share of the blame from all the units that it spoke to, each times the weight " +
            "that lies between them. Then its own weights know their part, too.";
        var spoken = scene.Say(scene.Espeak($"forward: {{ say: \"{words}\" }}")).Parts[0]!;
        Assert.InRange(60 * words.Split(' ').Length / spoken.Length, 130, 170);
    }

    [Theory]
    [InlineData("{ engine: espeak-ng, voice: de }", "vi", "Der Fehler läuft zurück.")]
    [InlineData("espeak-ng", "vi", "Sai số truyền ngược về.")]
    public void The_voice_is_that_of_the_language_unless_the_scene_names_one(string voice, string language, string words)
    {
        var read = scene.Read($"{voice}\nlanguage: {language}", $"forward: {{ say: \"{words}\" }}").Scene!;
        Assert.NotNull(scene.Say(read).Parts[0]);
    }

    [Fact]
    public void Nothing_is_said_twice_and_a_changed_word_says_its_piece_anew()
    {
        scene.EngineDoes($"echo \"$2\" >> '{scene["said"]}'; cp '{scene.Tone}' \"$1\"");
        string[] Said() => File.ReadAllLines(scene["said"]);
        var first = scene.Say(scene.Scripted("forward: { say: \"It goes forward {packets} and on.\" }"));
        Assert.Equal(["It goes forward", "and on."], Said());

        var again = scene.Say(scene.Scripted("forward: { say: \"It goes forward {packets} and on.\" }"));
        Assert.Equal(2, Said().Length);
        Assert.Equal(first.Parts[0]!.File, again.Parts[0]!.File);
        Assert.Equal(first.Timing, again.Timing);

        scene.Say(scene.Scripted("forward: { say: \"It goes forward {packets} and back.\" }"));
        Assert.Equal("and back.", Assert.Single(Said()[2..]));
    }

    [Fact]
    public void Silence_at_the_cuts_is_cut_off()
    {
        scene.WriteTone("padded.wav", 0.5, silenceAround: 1);
        scene.EngineDoes($"cp '{scene["padded.wav"]}' \"$1\"");
        var spoken = scene.Say(scene.Scripted("forward: { say: \"It goes forward {packets} and on.\" }")).Parts[0]!;

        Assert.InRange(spoken.Marks[0].Time, 0.5, 0.6);
        Assert.InRange(spoken.Length, 1, 1.2);
    }

    [Fact]
    public void A_cache_that_cannot_be_written_is_done_without()
    {
        File.WriteAllText(scene["blocked"], "");
        scene.EngineDoes($"cp '{scene.Tone}' \"$1\"");
        using var narrator = new Narrator(scene["blocked"]);
        var spoken = narrator.Speak(scene.Scripted("forward: { say: On it goes. }")).Narration!.Parts[0]!;

        Assert.True(File.Exists(spoken.File));
        narrator.Dispose();
        Assert.False(File.Exists(spoken.File));
    }

    [Fact]
    public void A_damaged_file_in_the_cache_is_said_anew()
    {
        scene.EngineDoes($"cp '{scene.Tone}' \"$1\"");
        var read = scene.Scripted("forward: { say: On it goes. }");
        scene.Say(read);
        foreach (var file in Directory.GetFiles(SpeechCache.FolderIn(scene.Cache))) File.WriteAllText(file, "RIFF");

        Assert.InRange(Wav.Read(File.ReadAllBytes(scene.Say(read).Parts[0]!.File)).Length, 0.4, 0.6);
    }

    [Theory]
    [InlineData("A {wave} and {visit} this {visit} that {visit} more", "this 'backward' has 'visit' 2 times and no more")]
    [InlineData("First {visit} the visit, {wave} then the wave.", "'wave' comes before 'visit' in 'backward'")]
    public void Marks_that_the_phase_cannot_follow_are_errors_at_the_mark(string text, string message)
    {
        var read = scene.Espeak("forward", "loss", $"backward: {{ say: \"{text}\" }}");
        var problem = Assert.Single(Assert.Throws<SceneException>(() => new Lesson(read)).Diagnostics);

        Assert.Equal($"say: {message}", problem.Message);
        Assert.Equal("  - backward: { say: \"".Length + text.LastIndexOf('{') + 2, problem.Position.Column);
    }

    [Fact]
    public void A_picture_that_had_to_race_or_to_stand_still_for_its_mark_is_told_of()
    {
        var read = scene.Espeak(
            "forward", "loss",
            "backward: { duration: 12s, say: \"{swept} It has been everywhere at once, and long before anybody could have said so.\" }",
            "backward: { duration: 4s, say: \"Here is a very long preface, in which nothing happens, that nobody needs. {wave} Go.\" }");
        var problems = MarkCheck.Run(new(read, narration: scene.Say(read)));

        Assert.Contains(problems, problem => problem.Position.Line == 7 && problem.Message.Contains("times as fast as usual"));
        Assert.Contains(problems, problem => problem.Position.Line == 8 && problem.Message.Contains("stands nearly still"));
        Assert.All(problems, problem => Assert.Equal(Severity.Warning, problem.Severity));
    }
}
