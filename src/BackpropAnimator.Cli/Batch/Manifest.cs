using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using BackpropAnimator.Cli.Output;
using BackpropAnimator.Cli.Rendering;
using BackpropAnimator.Files;
using BackpropAnimator.Script;
using BackpropAnimator.Speech;
using BackpropAnimator.Typesetting;
using BackpropAnimator.Video;
using SkiaSharp;

namespace BackpropAnimator.Cli.Batch;

/// <summary>
/// What is known of a folder's videos, in a file beside them: from what each was made, and how it looked when it was finished. A video
/// that is missing, was changed by somebody, or would be made from something else now is not up to date.
/// </summary>
internal sealed class Manifest
{
    public const string FileName = ".backprop-batch.json";

    static readonly JsonSerializerOptions format =
        new() { WriteIndented = true, NewLine = "\n", PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    readonly Lock changing = new();
    readonly string folder;

    Manifest(string folder) => this.folder = folder;

    string File => Path.Combine(folder, FileName);

    /// <summary>The manifests of the folders that videos go to.</summary>
    public static Func<string, Manifest> ForVideos()
    {
        var manifests = new ConcurrentDictionary<string, Manifest>();
        return video => manifests.GetOrAdd(Path.GetDirectoryName(Path.GetFullPath(video))!, folder => new Manifest(folder));
    }

    /// <summary>Whether a video is there, whole, and made from what the key stands for.</summary>
    public bool IsUpToDate(string video, string key) =>
        Read().Videos.TryGetValue(Path.GetFileName(video), out var entry) && entry.Key == key && entry.Sha256 == HashOf(video);

    /// <summary>Notes a finished video. What others noted meanwhile is kept; videos that are gone are forgotten.</summary>
    /// <exception cref="RenderException">The manifest cannot be written.</exception>
    public void Note(string video, string key)
    {
        var entry = new Entry(key, HashOf(video) ?? "");
        lock (changing)
        {
            var videos =
                Read().Videos.SetItem(Path.GetFileName(video), entry).Where(pair => System.IO.File.Exists(Path.Combine(folder, pair.Key)));
            OutputFile.Write(
                File,
                stream =>
                    JsonSerializer.Serialize(
                        stream, new Content(About, videos.ToImmutableSortedDictionary(StringComparer.Ordinal)), format));
        }
    }

    Content Read()
    {
        try
        {
            using var stream = RegularFile.OpenRead(File);
            if (JsonSerializer.Deserialize<Content>(stream, format) is { Videos: { } videos } content
                && videos.Values.All(entry => entry is not null))
                return content;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            // Not there, or spoilt: then nothing is known, and everything is rendered.
        }
        return new(About, ImmutableSortedDictionary.Create<string, Entry>(StringComparer.Ordinal));
    }

    static string? HashOf(string video)
    {
        try
        {
            using var stream = RegularFile.OpenRead(video);
            return Convert.ToHexStringLower(SHA256.HashData(stream));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    const string About =
        "backprop batch keeps here from what it made the videos in this folder. Without this file they are rendered again.";

    sealed record Content(string About, ImmutableSortedDictionary<string, Entry> Videos);

    /// <param name="Key">What the video was made from: <see cref="VideoKey"/>.</param>
    /// <param name="Sha256">The finished file.</param>
    sealed record Entry(string Key, string Sha256);
}

/// <summary>
/// Names a video by all that it is made from: the lesson, the code from its frames to a file, FFmpeg, and how it is encoded.
/// </summary>
internal static class VideoKey
{
    /// <returns>64 hexadecimal digits.</returns>
    public static string Of(Scene scene, Narration? narration, VideoSettings settings, FontShelf fonts)
    {
        object[] parts =
        [
            LessonIdentity.Of(scene, fonts, narration), typeof(SKCanvas).Assembly.ManifestModule.ModuleVersionId,
                typeof(VideoRenderer).Assembly.ManifestModule.ModuleVersionId,
            FFmpegInfo.Installed, settings,
        ];
        return TextHash.Of(string.Join('\n', parts));
    }
}
