using BackpropAnimator.Script;

namespace BackpropAnimator.Lessons.Tests;

/// <summary>Images from files, as a phase shows them and a network sees them.</summary>
public sealed class ImageFileTests : IDisposable
{
    // A camera that was held upright.
    static readonly byte[] portrait = Photo.Held(6, isBig: true);

    readonly string folder = Directory.CreateTempSubdirectory("lessons-tests-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_photo_is_upright_and_the_network_sees_its_brightness()
    {
        var picture = new Picture(PictureKind.Cat, [.. portrait]);

        Assert.Equal(0.5f, picture.Aspect);
        // Blue and red above white and green, by their luma.
        Assert.Equal([0.07, 0.21, 1, 0.72], picture.Brightness(2, 2, Lessons.Fonts), (expected, seen) => Math.Abs(expected - seen) < 0.06);
    }

    [Fact]
    public void A_file_that_is_cut_off_is_told_where_the_scene_names_it()
    {
        File.WriteAllBytes(Path.Combine(folder, "pet.jpg"), portrait[..^30]);
        var file = Path.Combine(folder, "s.yaml");
        File.WriteAllText(file, """
            network: { layers: [6, 4, 3], activation: [tanh, softmax], loss: categorical_cross_entropy }
            example: { input: [0, 0, 0, 0, 0, 0], target: [1, 0, 0] }
            phases: [{ classify: { image: pet.jpg } }]
            """);
        var read = SceneReader.Read(file, []);
        Assert.Empty(read.Diagnostics);

        var problem = Assert.Single(LessonChecks.Run(read.Scene!, Lessons.Fonts));

        Assert.Equal(
            $"{file}:3:31: error: image: 'pet.jpg' is damaged, or of a kind that is not read\n  hint: save it anew as PNG",
            problem.ToString());
    }
}
