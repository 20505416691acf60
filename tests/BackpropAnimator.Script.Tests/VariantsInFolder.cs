using System.Collections.Immutable;
using BackpropAnimator.Lessons;

namespace BackpropAnimator.Script.Tests;

/// <summary>What tests of variants share: a folder with a scene, a matrix over it, and what becomes of a file of variants there.</summary>
public abstract class VariantsInFolder : IDisposable
{
    private protected const string Matrix = """
        scene: lesson.yaml
        output: variants/{name}.mp4
        matrix:
          network.activation: [sigmoid, tanh, relu]
          video: [{ size: 1920x1080 }, { size: 1080x1920 }]

        """;

    // What the names of videos end in.
    private protected static readonly string[] Videos = [".mp4", ".webm"];

    private protected string Folder { get; } = Directory.CreateTempSubdirectory("variants-tests-").FullName;

    protected VariantsInFolder() => Write("lesson.yaml", Scenes.Good);

    public void Dispose()
    {
        Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    private protected string Write(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(Folder, name))!);
        File.WriteAllText(Path.Combine(Folder, name), text);
        return Path.Combine(Folder, name);
    }

    private protected ImmutableArray<Variant> Read(string text)
    {
        var result = VariantsReader.Read([Write("v.yaml", text)], Videos);
        Assert.Equal([], result.Diagnostics.Select(d => d.ToString()));
        return result.Variants;
    }

    private protected ImmutableArray<Variant> ReadTable(string text) =>
        Good(VariantsReader.Read([Path.Combine(Folder, "lesson.yaml")], Videos, Write("rows.csv", text)));

    private protected static ImmutableArray<Variant> Good(VariantsResult result)
    {
        Assert.Equal([], result.Diagnostics.Select(d => d.ToString()));
        return result.Variants;
    }

    private protected static Scene SceneOf(Variant variant)
    {
        var result = SceneReader.Read(variant, []);
        Assert.Equal([], result.Diagnostics.Select(d => d.ToString()));
        return result.Scene!;
    }

    private protected void AssertRefused(string text, params string[] lines) =>
        AssertRefused(VariantsReader.Read([Write("v.yaml", text)], Videos), lines);

    private protected void AssertRefused(VariantsResult result, params string[] lines)
    {
        Assert.Equal(string.Join('\n', lines), Scenes.Lines(result.Diagnostics).Replace(Folder + "/", "", StringComparison.Ordinal));
        Assert.True(result.HasErrors);
    }
}
