using System.Buffers.Binary;
using BackpropAnimator.Script;
using BackpropAnimator.Speech.Sound;

namespace BackpropAnimator.Speech.Tests;

/// <summary>Recordings of a speaker's own.</summary>
public sealed class RecordingTests : IDisposable
{
    readonly SpokenScene scene = new();

    public void Dispose() => scene.Dispose();

    [Fact]
    public void A_recording_takes_the_place_of_the_voice()
    {
        scene.WriteTone("take1.wav", 3);
        var part = scene.Say(scene.Espeak("forward: { say: { file: take1.wav } }")).Parts[0]!;

        Assert.Equal((scene["take1.wav"], 3.0), (part.File, part.Length));
        Assert.Empty(part.Pieces);
    }

    [Fact]
    public void Marks_come_when_the_scene_says_or_else_in_the_pause_nearest_to_their_words()
    {
        // Two words of a second each, and half a second between them.
        var (word, pause) = (Sounds.Tone(1).Samples.ToArray(), new float[8000]);
        File.WriteAllBytes(scene["take.wav"], Wav.Write(new(16000, new[] { word, pause, word }.SelectMany(part => part).ToArray())));
        SpokenMark MarkOf(string more) =>
            scene.Say(scene.Espeak($"forward: {{ say: {{ file: take.wav, text: \"First this {{packets}} then that.\"{more} }} }}"))
                .Parts[0]!.Marks[0];

        Assert.Equal(1.9, MarkOf(", marks_at: 1.9s").Time);
        Assert.InRange(MarkOf("").Time, 1, 1.5);
    }

    [Fact]
    public void Takes_in_a_folder_go_before_everything_else()
    {
        Directory.CreateDirectory(scene["takes"]);
        scene.WriteTone("takes/forward-2.wav", 2);
        var read = scene.Espeak("forward: { say: The voice. }", "forward: { say: The voice. }");
        using var narrator = new Narrator(scene.Cache) { TakesFolder = scene["takes"] };
        var narration = narrator.Speak(read).Narration!;

        Assert.Equal(scene["takes/forward-2.wav"], narration.Parts[1]!.File);
        Assert.Equal(2, narration.Parts[1]!.Length);
        Assert.StartsWith(scene.Cache, narration.Parts[0]!.File);
    }

    [Fact]
    public void A_recording_that_is_none_is_told_where_it_is_named()
    {
        File.WriteAllText(scene["take.wav"], "This is a text, whatever its name.");
        using var narrator = scene.Narrator();
        var problem = Assert.Single(narrator.Speak(scene.Espeak("forward: { say: { file: take.wav } }")).Problems);

        Assert.EndsWith("take.wav is no WAV file", problem.Message);
        Assert.Equal((5, 29), (problem.Position.Line, problem.Position.Column));
    }

    [Fact]
    public void A_recording_that_is_not_there_is_told_when_the_scene_is_read()
    {
        var problem = Assert.Single(scene.Read("espeak-ng", "forward: { say: { file: no.wav } }").Diagnostics);
        Assert.Contains("there is no such file", problem.Message);
    }

    [Theory]
    [InlineData(1, 8)]
    [InlineData(1, 16)]
    [InlineData(1, 24)]
    [InlineData(1, 32)]
    [InlineData(3, 32)]
    [InlineData(3, 64)]
    public void Samples_of_every_usual_kind_are_read_and_channels_mixed(ushort coding, ushort bits)
    {
        // Left at a half, right at minus a quarter.
        byte[] Sample(double value) => (coding, bits) switch
        {
            (1, 8) => [(byte)(128 + 128 * value)],
            (1, 16) => BitConverter.GetBytes((short)(32768 * value)),
            (1, 24) => BitConverter.GetBytes((int)(8388608 * value))[..3],
            (1, _) => BitConverter.GetBytes((int)(2147483648 * value)),
            (_, 32) => BitConverter.GetBytes((float)value),
            _ => BitConverter.GetBytes(value),
        };
        byte[] data = [.. Sample(0.5), .. Sample(-0.25), .. Sample(0.5), .. Sample(-0.25)];
        var header = Wav.Write(new(44100, default)).AsSpan()[..44].ToArray();
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(20), coding);
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(22), 2);
        BinaryPrimitives.WriteUInt16LittleEndian(header.AsSpan(34), bits);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(40), data.Length);

        var read = Wav.Read([.. header, .. data]);
        Assert.Equal((44100, 2), (read.Rate, read.Samples.Length));
        Assert.All(read.Samples.ToArray(), sample => Assert.Equal(0.125, sample, 0.01));
    }

    [Fact]
    public void A_file_cut_anywhere_is_read_or_refused_but_never_breaks_the_reader()
    {
        var file = Wav.Write(Sounds.Tone(0.01));
        for (var length = 0; length < file.Length; length++)
            try
            {
                Assert.InRange(Wav.Read(file.AsSpan(0, length)).Length, 0, 0.01);
            }
            catch (SpeechException)
            {
                // Said in words.
            }
    }
}
