using System.Collections.Immutable;
using BackpropAnimator.Files;
using BackpropAnimator.Video.Files;

namespace BackpropAnimator.Video.Chunks;

/// <summary>
/// Where the chunks of one render are: in the cache, for the next one, as long as that can be written; else in a folder of its own.
/// </summary>
/// <param name="cacheFolder">Null where nothing shall be kept.</param>
/// <param name="limit">The cache's, in bytes.</param>
/// <remarks>For several threads.</remarks>
internal sealed class RenderStore(string? cacheFolder, long limit, ScratchFolder scratch) : IDisposable
{
    readonly ChunkStore? cache = cacheFolder is null ? null : ChunkStore.In(cacheFolder, limit);
    readonly ChunkStore own = ChunkStore.Temporary(scratch);
    readonly Lock givingUp = new();
    volatile string? warning;
    volatile bool opened;

    /// <summary>What the user should know, in the end.</summary>
    public ImmutableArray<string> Warnings => warning is null ? [] : [warning];

    /// <summary>Whether a cache that cannot be written is a failure, since nothing else is done with what is rendered.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Whether what is found is kept for later renders.</summary>
    public bool IsKept => cache is not null;

    /// <summary>The chunk, if it is there and undamaged.</summary>
    public StoredChunk? Find(string key) => own.Find(key) ?? cache?.Find(key);

    /// <summary>Has a chunk written, and puts it in its place.</summary>
    /// <param name="check">Throws when the file does not hold what it must.</param>
    /// <param name="write">Writes the file; called again, for another place, when the cache turns out not to take it.</param>
    /// <exception cref="RenderException">It does not hold that, or not even the folder for temporary files takes it.</exception>
    public async Task<StoredChunk> AddAsync(string key, Action<FileStream> check, Func<string, Task> write)
    {
        if (IsOpen() && cache is not null)
        {
            try
            {
                return await AddAsync(cache, key, check, write).ConfigureAwait(false);
            }
            catch (RenderException e) when (e.Obstacle is not null && !IsRequired)
            {
                GiveUp(e);
            }
        }
        return await AddAsync(own, key, check, write).ConfigureAwait(false);
    }

    /// <summary>Tells all who use the cache that others use it too.</summary>
    /// <exception cref="RenderException">It cannot be written.</exception>
    public void Share()
    {
        if (IsOpen()) Try(store => store.Share());
    }

    /// <summary>The lines of a note that an earlier render left; null where there is none.</summary>
    public string[]? FindNote(string key, string kind) => cache?.Notes.Find(key, kind);

    /// <summary>Leaves a note for later renders.</summary>
    public void Note(string key, string kind, params IEnumerable<string> lines)
    {
        if (IsOpen()) Try(store => store.Notes.Keep(key, kind, lines));
    }

    /// <summary>Sees to it that chunks are all in one folder.</summary>
    /// <returns>The folder.</returns>
    /// <exception cref="RenderException">The disk is full.</exception>
    public string Gather(StoredChunk[] chunks)
    {
        if (chunks.All(chunk => Path.GetDirectoryName(chunk.Path) == cache?.Folder)) return cache!.Folder;
        for (var i = 0; i < chunks.Length; i++)
        {
            var copy = Path.Combine(own.Folder, Path.GetFileName(chunks[i].Path));
            if (chunks[i].Path != copy && !File.Exists(copy)) Disk.Write(copy, () => File.Copy(chunks[i].Path, copy));
        }
        return own.Folder;
    }

    public void Dispose()
    {
        if (warning is null) cache?.Trim();
    }

    static async Task<StoredChunk> AddAsync(
        ChunkStore store, string key, Action<FileStream> check, Func<string, Task> write)
    {
        var path = store.PathForNew(key);
        try
        {
            await write(path).ConfigureAwait(false);
            return store.Keep(key, path, check);
        }
        finally
        {
            Discard.File(path);
        }
    }

    bool IsOpen()
    {
        if (!opened) opened = Try(store => store.Open());
        return opened && warning is null;
    }

    /// <summary>Does something with the cache.</summary>
    /// <returns>False where there is none to be used.</returns>
    bool Try(Action<ChunkStore> action)
    {
        if (cache is null || warning is not null) return false;
        try
        {
            action(cache);
            return true;
        }
        catch (RenderException e) when (!IsRequired)
        {
            GiveUp(e);
            return false;
        }
    }

    void GiveUp(RenderException e)
    {
        lock (givingUp)
            warning ??= $"the cache in {cacheFolder} cannot be written ({e.Obstacle ?? e.Message}), and the render goes on without it";
    }
}
