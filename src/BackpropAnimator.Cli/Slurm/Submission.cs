using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using BackpropAnimator.Cli.Chunks;
using BackpropAnimator.Cli.Output;
using BackpropAnimator.Files;
using BackpropAnimator.Video;

namespace BackpropAnimator.Cli.Slurm;

/// <summary>The jobs that render and join the videos of a batch.</summary>
/// <param name="Array">The job array, with a task for each share.</param>
/// <param name="Join">The job that waits for it.</param>
internal sealed record Submission(int Array, int Join, int Shares);

/// <summary>
/// Where those who submit a batch, render it and follow it meet: a folder of the cache, which all of them see, with the list of chunks, the
/// numbers of the jobs, and what each job tells.
/// </summary>
internal sealed class SubmissionFolder
{
    readonly string path;

    /// <param name="cache">The cache's folder.</param>
    /// <param name="videos">Where the videos of the batch go: by these it is found again.</param>
    public SubmissionFolder(string cache, IEnumerable<string> videos)
    {
        var names = string.Join('\n', videos.Select(Path.GetFullPath).Order(StringComparer.Ordinal));
        path = Path.Combine(Path.GetFullPath(cache), "jobs", TextHash.Of(names)[..16]);
    }

    public string Order => Path.Combine(path, "chunks.json");

    string Jobs => Path.Combine(path, "jobs.json");

    /// <summary>The events of a share, one a line; of the join for null. <c>%a</c> stands for each share in Slurm's own words.</summary>
    public string EventsOf(object? share) => FileOf(share, "events");

    /// <summary>What a job says to people.</summary>
    /// <inheritdoc cref="EventsOf"/>
    public string LogOf(object? share) => FileOf(share, "log");

    string FileOf(object? share, string end) => Path.Combine(path, $"{(share is null ? "join" : $"share-{share}")}.{end}");

    /// <summary>Begins anew, with a list of chunks.</summary>
    /// <exception cref="RenderException">The folder cannot be written.</exception>
    public void Begin(ImmutableArray<ListedChunk> chunks)
    {
        try
        {
            Discard.Folder(path);
            Directory.CreateDirectory(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RenderException($"The folder {path}, which the machines share, cannot be made: {e.Message}");
        }
        Write(Order, ListedChunk.ToJson(chunks));
    }

    /// <exception cref="RenderException">The folder cannot be written.</exception>
    public void Note(Submission jobs) =>
        Write(Jobs, new JsonObject { ["array"] = jobs.Array, ["join"] = jobs.Join, ["shares"] = jobs.Shares });

    /// <returns>What was submitted last for these videos; null for nothing.</returns>
    public Submission? Read()
    {
        try
        {
            var jobs = JsonNode.Parse(File.ReadAllText(Jobs))!;
            return new((int)jobs["array"]!, (int)jobs["join"]!, (int)jobs["shares"]!);
        }
        catch (Exception e) when (
            e is IOException or UnauthorizedAccessException or JsonException or NullReferenceException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Nothing is left to be followed.</summary>
    public void End() => Discard.Folder(path);

    static void Write(string file, JsonNode content) => OutputFile.Write(file, stream =>
    {
        using var writer = new StreamWriter(stream);
        writer.Write(Json.Indented(content));
    });
}
