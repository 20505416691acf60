using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using BackpropAnimator.Files;
using BackpropAnimator.Video;

namespace BackpropAnimator.Cli.Chunks;

/// <summary>A unit of work: a chunk of one variant's video.</summary>
/// <param name="Variant">The variant's name.</param>
/// <param name="Key">What the chunk is called in the cache; null where nobody has found out.</param>
/// <param name="IsThere">Whether it is in the cache.</param>
/// <param name="Seconds">About how long a core is busy with it.</param>
internal sealed record ListedChunk(string Variant, FrameRange Range, string? Key, bool IsThere, double Seconds)
{
    /// <summary>Reads a list that <c>chunks --list --json</c> wrote.</summary>
    /// <exception cref="RenderException">It is no such list, or cannot be read.</exception>
    public static ImmutableArray<ListedChunk> Read(string file)
    {
        try
        {
            using var stream = RegularFile.OpenRead(file);
            return JsonNode.Parse(stream) is JsonArray list
                ? [.. list.Select(entry => Of(entry!.AsObject()))]
                : throw new JsonException("it is no array");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RenderException($"The list of chunks {file} cannot be read: {e.Message}");
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or NullReferenceException or FormatException)
        {
            throw new RenderException($"{file} is no list of chunks ({e.Message}); write one with: backprop chunks … --list --json");
        }
    }

    public static JsonArray ToJson(IEnumerable<ListedChunk> chunks) => new([.. chunks.Select(chunk => new JsonObject
    {
        ["variant"] = chunk.Variant,
        ["first_frame"] = chunk.Range.First,
        ["frames"] = chunk.Range.Count,
        ["key"] = chunk.Key,
        ["there"] = chunk.IsThere,
        ["seconds"] = Math.Round(chunk.Seconds, 3),
    })]);

    static ListedChunk Of(JsonObject entry) => new(
        (string)entry["variant"]!, new((int)entry["first_frame"]!, (int)entry["frames"]!), (string?)entry["key"], (bool)entry["there"]!,
        (double)entry["seconds"]!);
}
