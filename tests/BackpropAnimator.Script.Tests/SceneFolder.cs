using System.Collections.Immutable;
using System.Text;
using BackpropAnimator.Lessons;

namespace BackpropAnimator.Script.Tests;

/// <summary>A folder with a scene of one network, and with the files that it names.</summary>
/// <param name="network">The network's keys.</param>
sealed class SceneFolder(string network) : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("script-tests-").FullName;

    /// <summary>The path of a file in the folder.</summary>
    public string this[string name] => Path.Combine(folder, name);

    public void Dispose() => Directory.Delete(folder, recursive: true);

    /// <summary>Writes a file beside the scene, in UTF-8; a byte order mark is there where the text has one.</summary>
    public void Write(string name, string text) => File.WriteAllText(Path.Combine(folder, name), text, new UTF8Encoding(false));

    /// <summary>The scene with further keys from line 3 on.</summary>
    public ReadResult Result(string keys)
    {
        var file = Path.Combine(folder, "s.yaml");
        File.WriteAllText(file, $"network: {{ {network} }}\nphases: [intro]\n{keys}\n");
        return SceneReader.Read(file, []);
    }

    /// <summary>The same, which has no problems.</summary>
    public Scene Read(string keys)
    {
        var result = Result(keys);
        Assert.Equal([], result.Diagnostics.Select(d => d.ToString()));
        return result.Scene!;
    }

    /// <summary>What is wrong with it, its files by their bare names.</summary>
    public ImmutableArray<string> Problems(string keys, bool withHints = false) =>
    [
        .. Result(keys).Diagnostics.Select(d => (withHints ? d : d with { Hint = null }).ToString())
            .Select(line => line.Replace(folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal)),
    ];
}
