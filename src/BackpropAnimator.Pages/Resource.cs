using System.Text;

namespace BackpropAnimator.Pages;

/// <summary>The page's own files, in this assembly.</summary>
internal static class Resource
{
    /// <summary>The names of those that end so, in order.</summary>
    public static IEnumerable<string> Names(string end) => typeof(Resource).Assembly.GetManifestResourceNames()
        .Where(name => name.EndsWith(end, StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    public static byte[] Bytes(string name)
    {
        using var stream = typeof(Resource).Assembly.GetManifestResourceStream(name)!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    public static string Text(string name) => Encoding.UTF8.GetString(Bytes(name));
}
