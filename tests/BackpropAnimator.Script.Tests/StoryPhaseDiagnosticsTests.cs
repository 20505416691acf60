using System.Text;
using BackpropAnimator.Lessons;

namespace BackpropAnimator.Script.Tests;

/// <summary>What the phases of the story need of the network, the data and the files beside the scene.</summary>
public sealed class StoryPhaseDiagnosticsTests : IDisposable
{
    const string Network = "network: { layers: [6, 4, 3], activation: [tanh, softmax], loss: categorical_cross_entropy }\nexample: { " +
        "input: [0, 0, 0, 0, 0, 0], target: [1, 0, 0] }\n";

    // The first bytes of a PNG file of 3 × 2 pixels.
    static readonly byte[] png = [0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, 0, 0, 0, 13, .. "IHDR"u8, 0, 0, 0, 3, 0, 0, 0, 2, 8, 2, 0, 0, 0];

    readonly string folder = Directory.CreateTempSubdirectory("script-tests-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData(
        "classify: { classes: [cat, dog] }",
        "s.yaml:3:33: error: classes: expected 3 items, one for each unit of the output layer, found 2")]
    [InlineData("classify: { truth: cow }", "s.yaml:3:31: error: truth: no class is called 'cow'\n  hint: known classes: cat, dog, truck")]
    [InlineData(
        "classify: { truth: dag }",
        "s.yaml:3:31: error: truth: no class is called 'dag'\n  hint: did you mean 'dog'? Known classes: cat, dog, truck")]
    [InlineData("classify: { columns: 4 }", "s.yaml:3:33: error: columns: 6 inputs cannot be laid in rows of 4")]
    [InlineData(
        "classify: { network: trained }",
        "s.yaml:3:33: error: network: there is no data that it could have been trained on\n  hint: give the scene data, or leave this out")]
    [InlineData("classify: { picture: cow }", "s.yaml:3:33: error: picture: expected one of cat, dog, truck, found 'cow'")]
    [InlineData(
        "scoreboard: { output: 3 }", "s.yaml:3:34: error: output: output has no unit o.4; it has o.1 to o.3, or output[0] to output[2]")]
    [InlineData(
        "nudge: { weight: 'hidden[4] -> output[0]' }",
        "s.yaml:3:29: error: weight: hidden has no unit h.5; it has h.1 to h.4, or hidden[0] to hidden[3]\n  hint: " +
            "layers in order: input → hidden → output")]
    [InlineData(
        "chain: { weight: 'input[0] -> output[0]' }",
        "s.yaml:3:29: error: weight: no weight leads from input to output\n  hint: layers in order: input → hidden → output")]
    [InlineData(
        "landscape: { x: 'hidden[9] -> output[0]' }",
        "s.yaml:3:28: error: x: hidden has no unit h.10; it has h.1 to h.4, or hidden[0] to hidden[3]\n  hint: " +
            "layers in order: input → hidden → output")]
    [InlineData(
        "landscape: { x: 'hidden[1] -> output[0]', y: 'hidden[1] -> output[0]' }",
        "s.yaml:3:57: error: y: this is the weight of the other axis\n  hint: a landscape spreads over two weights")]
    [InlineData("landscape: { start: [1] }", "s.yaml:3:32: error: start: expected 2 to 2 items, found 1")]
    [InlineData(
        "landscape: { learning_rates: [1, 2, 3], steps: [5, 6] }",
        "s.yaml:3:59: error: steps: expected 1 number for all paths or 3, one for each learning rate, found 2")]
    [InlineData("landscape: { steps: [5, 6] }", "s.yaml:3:32: error: steps: expected 1 number for all paths, found 2")]
    [InlineData("classify: { light: 1.5 }", "s.yaml:3:31: error: light: expected a number from 0.1 to 1, found '1.5'")]
    [InlineData("table: { rows: [{ step: one, text: alone }] }", "s.yaml:3:27: error: rows: expected 2 to 6 items, found 1")]
    public void A_phase_names_only_what_there_is(string phase, string expected) =>
        Scenes.AssertRefused($"{Network}phases: [{{ {phase} }}]\n", expected.Split('\n'));

    [Fact]
    public void Outputs_that_are_no_probabilities_are_no_classes() => Scenes.AssertRefused(
        "network: { layers: [6, 4, 3], activation: tanh }\nexample: { input: [0, 0, 0, 0, 0, 0], target: [1, 0, 0] }\nphases: [classify]\n",
        "s.yaml:3:10: error: classify: the outputs are no probabilities",
        "  hint: give the output layer softmax, as in activation: [tanh, softmax]");

    [Fact]
    public void A_landscape_needs_two_weights() => Scenes.AssertRefused(
        "network: { layers: [1, 1] }\nexample: { input: [0], target: [1] }\nphases: [landscape]\n",
        "s.yaml:3:10: error: landscape: this network has a single weight, and a landscape spreads over two");

    // The first bytes of a JPEG file: a segment for applications, then that of the frame.
    static byte[] JpegOf(int width, int height) =>
        [
            0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 0, 0, 0xFF, 0xC2, 0, 17, 8, (byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width, 3,
            0, 0, 0, 0,
        ];

    [Fact]
    public void An_image_beside_the_scene_is_read_with_it()
    {
        foreach (var (name, bytes) in new[] { ("pet.png", png), ("pet.jpg", JpegOf(4000, 3000)) })
        {
            File.WriteAllBytes(Path.Combine(folder, name), bytes);

            var classify = (ClassifyOptions)Read(name).Scene!.Phases[0];

            Assert.Equal(bytes, classify.ImageBytes);
            Assert.Null(classify.RightClass);
        }
    }

    [Theory]
    [InlineData("none.png", "image: 'none.png': there is no such file")]
    [InlineData(
        "../pet.png", "image: '../pet.png' is outside the scene's folder\n  hint: put the file beside the scene, or allow reading outside")]
    [InlineData(
        "/etc/hostname",
        "image: '/etc/hostname' is outside the scene's folder\n  hint: put the file beside the scene, or allow reading outside")]
    [InlineData("notes.txt", "image: 'notes.txt' is neither a PNG nor a JPEG file")]
    [InlineData(
        "photo.jpg",
        "image: 'photo.jpg' has 6000 × 4000 pixels, and 4096 is the most on a side\n  hint: scale it down: a picture is shown at some " +
            "500 pixels")]
    [InlineData("half.jpg", "image: 'half.jpg' is neither a PNG nor a JPEG file")]
    [InlineData(
        "huge.png",
        "image: 'huge.png' has 70000 × 2 pixels, and 4096 is the most on a side\n  hint: scale it down: a picture is shown at some 500 " +
            "pixels")]
    [InlineData("long.png", "image: 'long.png': the file is longer than 8 MiB")]
    public void An_image_that_cannot_be_shown_is_told_with_its_cause(string name, string expected)
    {
        File.WriteAllText(Path.Combine(folder, "notes.txt"), "no picture");
        File.WriteAllBytes(Path.Combine(folder, "photo.jpg"), JpegOf(6000, 4000));
        File.WriteAllBytes(Path.Combine(folder, "half.jpg"), JpegOf(60, 40)[..16]);
        File.WriteAllBytes(Path.Combine(folder, "huge.png"), [.. png[..16], 0, 1, 0x11, 0x70, .. png[20..]]);
        File.WriteAllBytes(Path.Combine(folder, "long.png"), [.. png, .. new byte[8 << 20]]);

        var told = string.Join('\n', Read(name).Diagnostics.Select(d => d.ToString()));

        Assert.EndsWith("s.yaml:3:31: error: " + expected, told, StringComparison.Ordinal);
    }

    [Fact]
    public void Another_image_under_the_same_name_makes_another_scene()
    {
        File.WriteAllBytes(Path.Combine(folder, "pet.png"), png);
        var first = SceneFingerprint.Of(Read("pet.png").Scene!);
        File.WriteAllBytes(Path.Combine(folder, "pet.png"), [.. png, 1]);

        Assert.NotEqual(first, SceneFingerprint.Of(Read("pet.png").Scene!));
    }

    ReadResult Read(string image)
    {
        var file = Path.Combine(folder, "s.yaml");
        File.WriteAllText(file, $"{Network}phases: [{{ classify: {{ image: {image} }} }}]\n", new UTF8Encoding(false));
        return SceneReader.Read(file, []);
    }
}
