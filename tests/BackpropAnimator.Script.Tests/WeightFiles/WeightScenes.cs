using BackpropAnimator.Lessons;

namespace BackpropAnimator.Script.Tests;

/// <summary>Scenes whose network has its weights from a file, in a folder of their own.</summary>
sealed class WeightScenes : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("weights-tests-").FullName;

    /// <summary>The files that the frameworks wrote.</summary>
    public static string Fixtures { get; } =
        Path.Combine(Repository.Root, "tests", "BackpropAnimator.Script.Tests", "WeightFiles", "Fixtures");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    /// <summary>Puts a file beside the scene.</summary>
    public void Write(string name, byte[] bytes) => File.WriteAllBytes(Path.Combine(folder, name), bytes);

    public void Copy(string fixture, string? name = null) => File.Copy(Path.Combine(Fixtures, fixture), Path.Combine(folder, name ?? fixture), true);

    /// <summary>Reads a scene with a fixture beside it.</summary>
    /// <param name="network">The keys of the network.</param>
    /// <param name="fixtures">The files that it names.</param>
    public ReadResult Read(string network, params string[] fixtures) => Read(network, "intro", [2, 1], fixtures);

    /// <inheritdoc cref="Read(string, string[])"/>
    /// <param name="phase">The scene's phase.</param>
    /// <param name="ends">The lengths of input and target.</param>
    public ReadResult Read(string network, string phase, int[] ends, params string[] fixtures)
    {
        foreach (var fixture in fixtures) Copy(fixture);
        var (input, target) = (Numbers(ends[0]), Numbers(ends[1]));
        File.WriteAllText(
            Path.Combine(folder, "s.yaml"),
            $"network: {{ {network} }}\nexample: {{ input: [{input}], target: [{target}] }}\nphases: [{phase}]\n");
        return SceneReader.Read(Path.Combine(folder, "s.yaml"), []);

        static string Numbers(int count) => string.Join(", ", Enumerable.Range(0, count).Select(i => i == 0 ? 1 : 0));
    }

    /// <summary>Asserts what a bad file is told, without the folder.</summary>
    public void AssertTold(string expected, ReadResult result) =>
        Assert.Equal(expected, Scenes.Lines(result.Diagnostics).Replace(folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal));
}
