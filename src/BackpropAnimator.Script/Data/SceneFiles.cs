using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using BackpropAnimator.Files;
using BackpropAnimator.Script.Diagnostics;
using BackpropAnimator.Script.WeightFiles;
using BackpropAnimator.Script.Yaml;

namespace BackpropAnimator.Script.Data;

/// <summary>
/// Takes in the files that phases name, within bounds: from the scene's folder, of the kind and size that they should have.
/// </summary>
public sealed class SceneFiles
{
    readonly string file;
    readonly bool allowOutside;
    readonly DiagnosticBag problems;
    readonly string owner;

    /// <param name="file">The scene's own file, or another that names files.</param>
    /// <param name="allowOutside">Whether files outside its folder may be read.</param>
    /// <param name="problems">Takes the diagnostics.</param>
    /// <param name="owner">What the file is in these.</param>
    internal SceneFiles(string file, bool allowOutside, DiagnosticBag problems, string owner = "the scene") =>
        (this.file, this.allowOutside, this.problems, this.owner) = (file, allowOutside, problems, owner);

    /// <summary>What the names of the files with numbers that a scene may name end in, with the dot.</summary>
    public static ImmutableArray<string> DataExtensions { get; } = [".csv", .. WeightsFormat.All.Select(format => format.Extension)];

    /// <summary>The same of pictures and fonts.</summary>
    public static ImmutableArray<string> LookExtensions { get; } = [".png", ".jpg", ".jpeg", ".ttf", ".otf", ".ttc"];

    /// <summary>The same of sounds.</summary>
    public static ImmutableArray<string> SoundExtensions { get; } = [".wav", ".flac", ".ogg", ".opus", ".mp3", ".m4a"];

    const int MaxImageBytes = 8 << 20, MaxFontBytes = 32 << 20;

    /// <summary>The longest side of an image in pixels; decoded, such a square takes 64 MB, and only while it is scaled down.</summary>
    const int MaxSide = 4096;

    /// <summary>The bytes of a PNG or JPEG file, by its first bytes; empty where there is none such, which is then reported.</summary>
    /// <param name="image">Its name as the scene has it, seen from the scene's folder.</param>
    /// <param name="at">Where the scene has it.</param>
    public ImmutableArray<byte> ReadImage(string image, SourcePosition at)
    {
        if (Read(image, MaxImageBytes, "image", at) is not { } bytes) return [];
        if (ProblemWith(bytes.Span) is not var (problem, hint)) return [.. bytes.Span];
        problems.Error(at, $"image: {Quote.InWords(image)} {problem}", hint, same: (image, problem));
        return [];
    }

    /// <summary>The bytes of a TTF or OTF file, by its first bytes; empty where there is none such, which is then reported.</summary>
    /// <inheritdoc cref="Read"/>
    internal ImmutableArray<byte> ReadFont(string name, string key, SourcePosition at)
    {
        var (file, index) = FontCollection.Named(name);
        if (Read(file, MaxFontBytes, key, at) is not { } bytes) return [];
        if (FontCollection.IsOne(bytes.Span))
        {
            if (FontCollection.Font(bytes.Span, index) is { } font) return font;
            problems.Error(
                at, $"{key}: {Quote.InWords(file)} has no font {index}, or is damaged",
                string.Create(CultureInfo.InvariantCulture, $"it has {FontCollection.CountOf(bytes.Span)}, the first of which is 0"));
            return [];
        }
        if (FontHeader.ProblemOf(bytes.Span) is not { } hint) return [.. bytes.Span];
        problems.Error(at, $"{key}: {Quote.InWords(name)} is not a font of the kinds TTF, OTF and TTC", hint, same: (name, "font"));
        return [];
    }

    /// <summary>
    /// Where a sound file is, with its folders, and the hash of what is in it; null where there is none such, which is then reported. It is
    /// left to whoever plays it to read it.
    /// </summary>
    /// <inheritdoc cref="Read"/>
    internal (string Path, string Hash)? FindSound(string name, string key, SourcePosition at)
    {
        (string, string)? found = null;
        Try(name, 0, key, at, path =>
        {
            using var sound = RegularFile.OpenRead(path);
            var header = new byte[SoundHeader.Length];
            if (sound.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) == header.Length && SoundHeader.IsSound(header))
            {
                sound.Position = 0;
                found = (Path.GetFullPath(path), Convert.ToHexStringLower(SHA256.HashData(sound)));
            }
            else problems.Error(
                at, $"{key}: {Quote.InWords(name)} is no sound file of the kinds WAV, FLAC, Ogg, MP3 and M4A", "save it as one of these",
                same: (name, "sound"));
        });
        return found;
    }

    /// <summary>The network with what is in the file of weights that it names.</summary>
    internal T WithWeights<T>(T network) where T : NetworkScript => (T)new WeightsSource(this, problems).Fill(network);

    /// <summary>The bytes of a file; null where it cannot be had, which is then reported.</summary>
    /// <param name="name">Its name as the scene has it, seen from the scene's folder.</param>
    /// <param name="maxBytes">The most bytes that it may have.</param>
    /// <param name="key">The key that names it.</param>
    /// <param name="at">Where the scene has it.</param>
    internal ReadOnlyMemory<byte>? Read(string name, int maxBytes, string key, SourcePosition at)
    {
        ReadOnlyMemory<byte>? bytes = null;
        Try(name, maxBytes, key, at, path => bytes = BoundedFile.ReadBytes(path, maxBytes));
        return bytes;
    }

    /// <summary>The table in a CSV file; null where there is none, which is then reported.</summary>
    /// <inheritdoc cref="Read"/>
    internal CsvTable? ReadTable(string name, SourcePosition at)
    {
        CsvTable? table = null;
        Try(name, CsvTable.MaxBytes, "csv", at, path =>
            table = CsvTable.Parse(BoundedFile.ReadText(path, CsvTable.MaxBytes), path, problems));
        return table;
    }

    /// <summary>Whether a file may be named, which is told where not. Whether it is there is for its reader to tell.</summary>
    /// <inheritdoc cref="Read"/>
    internal bool Allows(string name, string key, SourcePosition at)
    {
        var isAllowed = false;
        Try(name, 0, key, at, _ => isAllowed = true);
        return isAllowed;
    }

    /// <summary>Where a file is that another program will read; null where it may not be named, which is then reported.</summary>
    /// <inheritdoc cref="Read"/>
    internal string? PathOf(string name, string key, SourcePosition at) =>
        Allows(name, key, at) ? Path.GetFullPath(ScenePath.Beside(file, name)) : null;

    /// <summary>Where the scene is, with its folders.</summary>
    internal string Folder => Path.GetDirectoryName(Path.GetFullPath(ScenePath.Beside(file, "scene")))!;

    void Try(string name, int maxBytes, string key, SourcePosition at, Action<string> use)
    {
        if (name.Length == 0)
        {
            problems.Error(at, $"{key}: expected the name of a file, found nothing", "leave the key out, or name the file");
            return;
        }
        var path = ScenePath.Beside(file, name);
        try
        {
            if (allowOutside || ScenePath.IsInside(file, path)) use(path);
            else problems.Error(
                at, $"{key}: {Quote.InWords(name)} is outside {owner}'s folder",
                $"put the file beside {owner}, or allow reading outside", same: (path, "outside"));
        }
        catch (Exception e) when (BoundedFile.InWords(e, maxBytes) is { } words)
        {
            problems.Error(at, $"{key}: {Quote.InWords(name)}: {words}", same: (path, words));
        }
    }

    static (string, string?)? ProblemWith(ReadOnlySpan<byte> bytes)
    {
        if (ImageHeader.SizeOf(bytes) is not var (width, height)) return ("is neither a PNG nor a JPEG file", null);
        return width is > 0 and <= MaxSide && height is > 0 and <= MaxSide
            ? null
            : (
                $"has {width} × {height} pixels, and {MaxSide} is the most on a side",
                "scale it down: a picture is shown at some 500 pixels");
    }
}
