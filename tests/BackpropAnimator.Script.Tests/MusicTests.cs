namespace BackpropAnimator.Script.Tests;

/// <summary>The music that a scene names, and its small sounds.</summary>
public sealed class MusicTests : IDisposable
{
    static readonly byte[] wav = [.. "RIFF"u8, 36, 0, 0, 0, .. "WAVEfmt "u8];

    readonly SceneFolder folder = new("layers: [2, 1]");

    const string Example = "\nexample: { input: [1, 0], target: [1] }";

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_file_is_enough_and_a_volume_may_be_said()
    {
        File.WriteAllBytes(folder["tune.wav"], wav);
        var plain = folder.Read("music: tune.wav" + Example);
        var loud = folder.Read("music: { file: tune.wav, volume: 0.5 }\nsounds: on" + Example);
        Assert.Equal((folder["tune.wav"], 0.15, false), (plain.Music!.Path, plain.Music.Volume, plain.Sounds));
        Assert.Equal((0.5, true), (loud.Music!.Volume, loud.Sounds));
        Assert.Null(folder.Read("title: Silence" + Example).Music);
    }

    [Fact]
    public void Another_tune_makes_another_scene()
    {
        File.WriteAllBytes(folder["tune.wav"], wav);
        var before = SceneFingerprint.Of(folder.Read("music: tune.wav" + Example));
        Assert.Equal(before, SceneFingerprint.Of(folder.Read("music: tune.wav" + Example)));
        File.WriteAllBytes(folder["tune.wav"], [.. wav, 1]);
        Assert.NotEqual(before, SceneFingerprint.Of(folder.Read("music: tune.wav" + Example)));
    }

    [Theory]
    [InlineData("music: no.mp3", "s.yaml:3:8: error: file: 'no.mp3': there is no such file")]
    [InlineData(
        "music: { file: text.mp3 }", "s.yaml:3:16: error: file: 'text.mp3' is no sound file of the kinds WAV, FLAC, Ogg, MP3 and M4A")]
    [InlineData("music: ../tune.mp3", "s.yaml:3:8: error: file: '../tune.mp3' is outside the scene's folder")]
    [InlineData("music: { file: text.mp3, volume: 2 }", "s.yaml:3:34: error: volume: expected a number from 0 to 1, found '2'")]
    public void What_is_wrong_with_it_is_told_at_its_line(string keys, string problem)
    {
        folder.Write("text.mp3", "this is a list of songs");
        Assert.Contains(problem, folder.Problems(keys + Example));
    }
}
