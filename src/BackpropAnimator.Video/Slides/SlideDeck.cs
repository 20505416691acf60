using System.Collections.Immutable;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using BackpropAnimator.Typesetting;
using BackpropAnimator.Video.Files;
using SkiaSharp;

namespace BackpropAnimator.Video;

/// <summary>
/// A web page that plays a video and pauses where somebody may want to speak: one file with all that it needs, for any browser and
/// without a network.
/// </summary>
/// <param name="Title">Its name, as plain text.</param>
/// <param name="Stops">Where it pauses, in order; the last one is the end.</param>
/// <param name="Ground">The colour around the video.</param>
public sealed partial record SlideDeck(string Title, ImmutableArray<SlideStop> Stops, SKColor Ground)
{
    /// <summary>What the names of its files end in, with the dot; the usual one first.</summary>
    public static ImmutableArray<string> Extensions { get; } = [".html", ".htm"];

    const string Template = "Slides.html";

    // Of base64, four letters stand for three bytes: whole ones at a time.
    const int BlockLength = 3 << 16;

    /// <summary>Whether a file's name ends as a page's does.</summary>
    public static bool IsNameOf(string? file) => Extensions.Contains(Path.GetExtension(file) ?? "", StringComparer.OrdinalIgnoreCase);

    /// <summary>Why browsers do not play a kind of video, and what they play; null where they do.</summary>
    public static string? ProblemOf(VideoKind kind)
    {
        if (IsPlayed(kind.Format, kind.Codec)) return null;
        var played =
            from format in OutputFormat.All
            let codecs = format.Codecs.Where(codec => IsPlayed(format, codec)).Select(codec => codec.Name).ToArray()
            where codecs.Length > 0
            select $"{format} with {Enumeration.Of(codecs)}";
        return $"slides are {Enumeration.Of(played)}, which browsers play, and not {kind.Format} with {kind.Codec}";
    }

    static bool IsPlayed(OutputFormat format, Codec codec) => format.BrowsersType is not null && codec.IsInBrowsers;

    /// <summary>Renders the video, and writes the page with it.</summary>
    /// <inheritdoc cref="VideoRenderer.RenderAsync"/>
    public async Task<RenderReport> RenderAsync(
        FrameSequence frames, VideoSettings settings, FontShelf fonts, string target,
        RenderOptions? options = null, IProgress<RenderProgress>? progress = null, CancellationToken cancellation = default)
    {
        using var part = new PartFile(target);
        using var scratch = ScratchFolder.Create();
        var file = scratch.PathFor(settings.Kind.Format.Extension);
        var report = await VideoRenderer.RenderAsync(frames, settings, fonts, file, options, progress, cancellation).ConfigureAwait(false);
        using var video = File.OpenRead(file);
        Disk.Write(part.Path, () => Write(video, settings.Kind.Format.BrowsersType!, part.Content));
        part.Complete();
        return report;
    }

    /// <summary>Writes the page.</summary>
    /// <param name="video">The whole file.</param>
    /// <param name="type">Its media type, such as <c>video/mp4</c>.</param>
    internal void Write(Stream video, string type, Stream to)
    {
        using var template = new StreamReader(typeof(SlideDeck).Assembly.GetManifestResourceStream(Template)!);
        using var text = new StreamWriter(to, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        // What is put in is never looked through for places again, whatever it says.
        var rest = template.ReadToEnd();
        foreach (var place in new[] { "{title}", "{ground}", "{type}", "{video}", "{stops}" })
        {
            var (before, after) = Split(rest, place);
            text.Write(before);
            rest = after;
            switch (place)
            {
                case "{title}": text.Write(WebUtility.HtmlEncode(Title)); break;
                case "{ground}": text.Write($"#{Ground.Red:x2}{Ground.Green:x2}{Ground.Blue:x2}"); break;
                case "{type}": text.Write(type); break;
                case "{stops}": text.Write(JsonSerializer.Serialize(Stops, Format.Default.ImmutableArraySlideStop)); break;
                case "{video}":
                    text.Flush();
                    using (var encoded = new CryptoStream(to, new ToBase64Transform(), CryptoStreamMode.Write, leaveOpen: true))
                        video.CopyTo(encoded, BlockLength);
                    break;
            }
        }
        text.Write(rest);
    }

    static (string Before, string After) Split(string text, string place)
    {
        var at = text.IndexOf(place, StringComparison.Ordinal);
        return (text[..at], text[(at + place.Length)..]);
    }

    // By default it escapes what would end a script.
    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
    [JsonSerializable(typeof(ImmutableArray<SlideStop>))]
    sealed partial class Format : JsonSerializerContext;
}

/// <summary>Where slides pause.</summary>
/// <param name="Time">Seconds from the video's beginning, in the middle of the frame that then stands.</param>
/// <param name="Title">What is shown there, in a few words.</param>
public sealed record SlideStop(double Time, string Title);
