using System.Globalization;
using System.Text;

namespace BackpropAnimator.Cli.Tests;

/// <summary>
/// The documents of the public YAML test suite (https://github.com/yaml/yaml-test-suite, MIT): valid and invalid YAML of every kind.
/// </summary>
static class YamlTestSuite
{
    /// <summary>Each document's name and text.</summary>
    public static IEnumerable<(string Name, string Text)> Documents()
    {
        using var stream = typeof(YamlTestSuite).Assembly.GetManifestResourceStream("yaml-test-suite.txt")!;
        using var buffer = new MemoryStream();
        stream.CopyTo(buffer);
        var bytes = buffer.ToArray();
        // A line such as "=== 229Q 112", so many bytes, and a line break.
        for (var at = 0; at < bytes.Length;)
        {
            var line = Array.IndexOf(bytes, (byte)'\n', at);
            var header = Encoding.UTF8.GetString(bytes, at, line - at).Split(' ');
            var length = int.Parse(header[2], CultureInfo.InvariantCulture);
            yield return (header[1], Encoding.UTF8.GetString(bytes, line + 1, length));
            at = line + 1 + length + 1;
        }
    }
}
