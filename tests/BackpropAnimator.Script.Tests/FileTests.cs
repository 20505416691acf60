using System.Text;
using BackpropAnimator.Lessons;

namespace BackpropAnimator.Script.Tests;

public sealed class FileTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("script-tests-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_file_is_read_with_or_without_a_byte_order_mark()
    {
        var file = Write(Encoding.UTF8.GetPreamble().Concat(Encoding.UTF8.GetBytes(Scenes.Good)).ToArray());

        var result = SceneReader.Read(file, []);

        Assert.Empty(result.Diagnostics);
        Assert.Equal($"{file}:13:5", result.Scene!.Phases[1].Position.ToString());
    }

    [Fact]
    public void A_file_that_is_not_there_is_a_diagnostic() =>
        AssertRefused(Path.Combine(folder, "none.yaml"), "error: there is no such file");

    [Fact]
    public void A_folder_that_is_not_there_is_a_diagnostic() =>
        AssertRefused(Path.Combine(folder, "none", "none.yaml"), "error: there is no such file");

    [Fact]
    public void A_folder_is_no_scene() => AssertRefused(folder, "error: this is a folder\n  hint: name the scene's file");

    [Fact]
    public void A_file_of_more_than_a_mebibyte_is_refused_kindly() => AssertRefused(
        Write(new byte[10_000_000]),
        "error: the file is longer than 1 MiB\n  hint: a scene holds the lesson; large data goes into a CSV file beside it");

    [Fact]
    public void A_file_that_is_not_UTF8_is_refused() =>
        AssertRefused(Write([0x61, 0x3A, 0x20, 0xFF, 0x0A]), "error: this is not UTF-8 text: see byte 3\n  hint: save the file as UTF-8");

    [Fact]
    public void A_path_that_is_none_is_a_diagnostic()
    {
        var diagnostic = Assert.Single(SceneReader.Read("a\0b", []).Diagnostics);

        Assert.StartsWith("this is no name of a file", diagnostic.Message, StringComparison.Ordinal);
    }

    string Write(byte[] bytes)
    {
        var file = Path.Combine(folder, "scene.yaml");
        File.WriteAllBytes(file, bytes);
        return file;
    }

    static void AssertRefused(string file, string expected)
    {
        var result = SceneReader.Read(file, []);

        Assert.Equal($"{file}: {expected}", Assert.Single(result.Diagnostics).ToString());
        Assert.Null(result.Scene);
    }
}
