using System.Buffers.Binary;
using BackpropAnimator.Script;

namespace BackpropAnimator.Speech.Tests;

/// <summary>An engine that does not do its work is told of at the line of the text, and nothing of it stays.</summary>
public sealed class EngineFaultTests : IDisposable
{
    readonly SpokenScene scene = new();

    public void Dispose() => scene.Dispose();

    // Runs the engine within short limits, and looks at what is left.
    Diagnostic ProblemWith(string script, SpeechLimits? limits = null, string say = "The error travels back")
    {
        scene.EngineDoes(script);
        var read = scene.Scripted("forward", $"loss: {{ say: {say} }}");
        using (var narrator = scene.Narrator(limits))
        {
            var (narration, problems) = narrator.Speak(read);
            Assert.Null(narration);
            Assert.Empty(Directory.EnumerateFiles(narrator.TemporaryFolder, "*", SearchOption.AllDirectories));
            Assert.False(Directory.Exists(scene.Cache));
            Assert.All(scene.Started, process => Assert.False(IsRunning(process)));
            var problem = Assert.Single(problems);
            Assert.Equal((Severity.Error, 6, 18), (problem.Severity, problem.Position.Line, problem.Position.Column));
            return problem;
        }
    }

    static bool IsRunning(int process)
    {
        var status = $"/proc/{process}/stat";
        try
        {
            // One that has ended and whom nobody has asked how is none.
            return File.Exists(status) && !File.ReadAllText(status).Contains(") Z ", StringComparison.Ordinal);
        }
        catch (IOException)
        {
            return false;
        }
    }

    [Fact]
    public void A_missing_engine_is_told_with_what_to_do()
    {
        var read = scene.Read("{ command: [no-such-voice, \"{wav}\"] }", "forward", "loss: { say: Wrong! }").Scene!;
        using var narrator = scene.Narrator();
        var problem = Assert.Single(narrator.Speak(read).Problems);

        Assert.Equal("say: no-such-voice is missing on this system", problem.Message);
        Assert.Contains("--no-voice", problem.Hint);
    }

    [Fact]
    public void An_engine_that_fails_is_told_with_its_exit_code_and_its_last_words() => Assert.Equal(
        "say: say.sh failed with exit code 1: no such voice", ProblemWith("echo working >&2; echo no such voice >&2; exit 1").Message);

    [Fact]
    public void A_hanging_engine_is_stopped() => Assert.StartsWith(
        "say: say.sh has said nothing for",
        ProblemWith("sleep 600", new() { Time = TimeSpan.FromSeconds(0.4), TimePerLetter = TimeSpan.Zero }).Message);

    [Fact]
    public void An_engine_that_writes_no_file_is_told() => Assert.Equal("say: say.sh wrote no sound", ProblemWith("exit 0").Message);

    [Fact]
    public void An_empty_file_is_told() => Assert.Equal("say: what say.sh wrote is empty", ProblemWith(": > \"$1\"").Message);

    [Fact]
    public void A_file_that_is_no_sound_is_told() =>
        Assert.Equal("say: what say.sh wrote is no WAV file", ProblemWith("echo This is not a sound. > \"$1\"").Message);

    [Fact]
    public void Silence_is_told()
    {
        File.WriteAllBytes(scene["silence.wav"], Sound.Wav.Write(new(16000, new float[16000])));
        Assert.Equal("say: say.sh wrote nothing but silence", ProblemWith($"cp '{scene["silence.wav"]}' \"$1\"").Message);
    }

    [Fact]
    public void A_rate_that_no_sound_has_is_told()
    {
        var file = File.ReadAllBytes(scene.Tone);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(24), 7);
        File.WriteAllBytes(scene["slow.wav"], file);
        Assert.StartsWith(
            "say: what say.sh wrote says that it has 7 samples a second", ProblemWith($"cp '{scene["slow.wav"]}' \"$1\"").Message);
    }

    [Fact]
    public void A_rate_at_which_nobody_speaks_is_told()
    {
        var file = File.ReadAllBytes(scene.Tone);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(24), 96000);
        File.WriteAllBytes(scene["fast.wav"], file);
        Assert.Contains(
            "its samples a second, 96000, may be wrong", ProblemWith($"cp '{scene["fast.wav"]}' \"$1\"").Message);
    }

    [Fact]
    public void Two_gigabytes_are_not_taken() => Assert.Equal(
        "say: say.sh wrote more than 128 MB for one piece of text and was stopped",
        ProblemWith("truncate -s 2G \"$1\"; sleep 600").Message);

    [Theory]
    [InlineData("cat /dev/zero > \"$1\"")]
    [InlineData("cat /dev/zero")]
    [InlineData("cat /dev/zero >&2")]
    public void An_engine_that_goes_on_writing_is_stopped(string script) => Assert.Equal(
        "say: say.sh wrote more than 4 MB for one piece of text and was stopped",
        ProblemWith(script, new() { Bytes = 4 << 20 }).Message);

    [Fact]
    public void An_engine_that_fails_for_one_phase_is_not_tried_for_all_others()
    {
        scene.EngineDoes("exit 1");
        var read = scene.Scripted([.. Enumerable.Repeat("forward: { say: Again! }", 40)]);
        using var narrator = scene.Narrator();

        Assert.Null(narrator.Speak(read).Narration);
        Assert.InRange(scene.Started.Count(), 1, 2 * Environment.ProcessorCount);
    }

    [Fact]
    public async Task A_cancelled_engine_is_gone()
    {
        scene.EngineDoes("sleep 600");
        var read = scene.Scripted("forward: { say: Wait! }");
        using var narrator = scene.Narrator();
        using var stop = new CancellationTokenSource();
        var speaking = Task.Run(() => narrator.Speak(read, stop.Token));
        while (!scene.Started.Any()) await Task.Delay(5);
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => speaking);
        Assert.All(scene.Started, process => Assert.False(IsRunning(process)));
    }

    [Theory]
    [InlineData("$(touch pwned) `touch pwned` ; touch pwned && \"touch\" 'pwned' | $HOME")]
    [InlineData("-rf --help")]
    public void Words_reach_an_engine_as_they_are_and_no_shell(string words)
    {
        var quoted = $"'{words.Replace("'", "''", StringComparison.Ordinal)}'";
        scene.EngineDoes($"printf %s \"$2\" > '{scene["heard"]}'; cp '{scene.Tone}' \"$1\"");
        using var narrator = scene.Narrator();
        narrator.Speak(scene.Scripted($"forward: {{ say: {quoted} }}"));
        Assert.Equal(words, File.ReadAllText(scene["heard"]));

        scene.EngineDoes($"cat > '{scene["heard"]}'; cp '{scene.Tone}' \"$1\"");
        narrator.Speak(scene.Read("{ command: [./say.sh, \"{wav}\"] }", $"forward: {{ say: {quoted} }}").Scene!);
        Assert.Equal(words + "\n", File.ReadAllText(scene["heard"]));
        Assert.False(File.Exists(scene["pwned"]));
    }
}
