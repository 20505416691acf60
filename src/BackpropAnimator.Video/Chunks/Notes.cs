using BackpropAnimator.Video.Files;

namespace BackpropAnimator.Video.Chunks;

/// <summary>
/// Short texts that renders leave for the next ones, each named by a hash of all that it depends on. Any number of processes may use
/// them at once.
/// </summary>
/// <param name="folder">Where the chunks are.</param>
internal sealed class Notes(string folder)
{
    /// <summary>The key of a chunk, so that an equal video need not be composed to know it.</summary>
    public const string KeyOfChunk = ".key";

    /// <summary>The hash of a finished video, so that one that is still there need not be joined again.</summary>
    public const string HashOfVideo = ".video";

    // A note is a kilobyte. Whatever was not rendered again for so long probably never will be.
    static readonly TimeSpan Forgotten = TimeSpan.FromDays(30);

    public static bool Is(FileInfo file) => file.Extension is KeyOfChunk or HashOfVideo;

    public static bool IsForgotten(FileInfo file) => Is(file) && DateTime.UtcNow - file.LastWriteTimeUtc > Forgotten;

    /// <returns>The lines of a note; null where there is none.</returns>
    public string[]? Find(string key, string kind)
    {
        try
        {
            return File.ReadAllLines(PathOf(key, kind));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <exception cref="RenderException">The disk is full.</exception>
    public void Keep(string key, string kind, params IEnumerable<string> lines)
    {
        var written = Path.Combine(folder, $"{key}.{Guid.NewGuid():N}{ChunkStore.Unfinished}");
        Disk.Write(written, () =>
        {
            File.WriteAllLines(written, lines);
            File.Move(written, PathOf(key, kind), overwrite: true);
        });
    }

    string PathOf(string key, string kind) => Path.Combine(folder, key + kind);
}
