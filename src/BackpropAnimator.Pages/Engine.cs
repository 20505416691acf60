using System.IO.Compression;
using System.Text.Json;

namespace BackpropAnimator.Pages;

/// <summary>The laboratory as WebAssembly and the page's scripts, packed into one text that every lesson's page can use.</summary>
internal static class Engine
{
    // All but the one that unpacks them.
    static readonly string[] scripts = [.. Resource.Names(".js").Where(name => name != "boot.js")];

    // Packed once, however many pages are made.
    static readonly Lazy<string> usual = new(() => PackedFrom(UsualFolder));

    /// <summary>Where the program has it.</summary>
    public static string UsualFolder => Path.Combine(AppContext.BaseDirectory, "engine");

    /// <summary>
    /// Base64 of a gzip of: the length of a header as four bytes, the header, which is a JSON list of names and sizes, and the files.
    /// </summary>
    /// <param name="folder">Where it is; the usual folder when left out.</param>
    /// <exception cref="PageException">The folder does not have it.</exception>
    public static string Packed(string? folder = null) => folder is null ? usual.Value : PackedFrom(folder);

    static string PackedFrom(string folder)
    {
        List<(string Name, byte[] Content)> files = [.. scripts.Select(name => (name, Resource.Bytes(name))), .. PageFonts.All];
        try
        {
            files.AddRange(Directory.GetFiles(folder).Order(StringComparer.Ordinal)
                .Where(path => Path.GetExtension(path) is ".js" or ".wasm")
                .Select(path => (Path.GetFileName(path), File.ReadAllBytes(path))));
        }
        catch (DirectoryNotFoundException)
        {
            // Told below, as an empty one is.
        }
        if (!files.Any(file => file.Name.EndsWith(".wasm", StringComparison.Ordinal)))
            throw new PageException(
                "this build of the program has no engine for pages: the .NET runtime for browsers could not be had when it was built",
                "build it again with access to a package feed that has Microsoft.NETCore.App.Runtime.Mono.browser-wasm");
        return Packed(files);
    }

    static string Packed(List<(string Name, byte[] Content)> files)
    {
        var header = JsonSerializer.SerializeToUtf8Bytes(files.Select(file => new object[] { file.Name, file.Content.Length }));
        using var packed = new MemoryStream();
        using (var zip = new GZipStream(packed, CompressionLevel.SmallestSize))
        {
            zip.Write(BitConverter.GetBytes(header.Length));
            zip.Write(header);
            foreach (var (_, content) in files) zip.Write(content);
        }
        return Convert.ToBase64String(packed.ToArray());
    }
}
