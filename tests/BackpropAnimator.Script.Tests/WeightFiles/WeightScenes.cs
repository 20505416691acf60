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

    void Copy(string fixture) => File.Copy(Path.Combine(Fixtures, fixture), Path.Combine(folder, fixture), overwrite: true);

    /// <summary>Reads a scene with fixtures beside it.</summary>
    /// <param name="network">The keys of the network.</param>
    /// <param name="phase">The scene's phase.</param>
    /// <param name="ends">The lengths of input and target.</param>
    /// <param name="fixtures">The files that it names.</param>
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

    /// <summary>Reads the same scene with changes.</summary>
    public ReadResult Again(params string[] overrides) => SceneReader.Read(Path.Combine(folder, "s.yaml"), overrides);

    /// <summary>Asserts what is told of a file that a network of 3-4-2 units names, at the place where it names it.</summary>
    /// <param name="told">The message after the file's name, and the hint after a line break.</param>
    /// <param name="network">The keys of the network.</param>
    public void AssertTold(string told, string network, string file, string severity = "error") => AssertLines(
        $"s.yaml:1:{"network: { ".Length + network.IndexOf(file, StringComparison.Ordinal) + 1}: {severity}: weights: '{file}': {told}",
        Read(network, "intro", [3, 2]));

    /// <summary>Asserts all diagnostics, without the folder.</summary>
    public void AssertLines(string expected, ReadResult result) => Assert.Equal(
        expected, Scenes.Lines(result.Diagnostics).Replace(folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal));
}
