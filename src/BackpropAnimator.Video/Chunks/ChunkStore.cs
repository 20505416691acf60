using BackpropAnimator.Video.Files;

namespace BackpropAnimator.Video.Chunks;

/// <summary>A folder of finished chunks, named by their keys. Any number of processes may use it at once.</summary>
/// <remarks>
/// A chunk is written under a name of its own and renamed when it is complete. Whoever uses one holds it open, which keeps
/// others from removing it; when a process ends, however it ends, the system closes its files.
/// </remarks>
internal sealed class ChunkStore : IDisposable
{
    /// <summary>The extension of a file that is still being written.</summary>
    public const string Unfinished = ".part";

    const string Extension = ".mp4";

    // Longer than anyone writes at one chunk: what is older was left by a process that was killed.
    static readonly TimeSpan Abandoned = TimeSpan.FromDays(1);

    readonly DirectoryInfo folder;
    readonly long? limit;

    ChunkStore(DirectoryInfo folder, long? limit) => (this.folder, this.limit, Notes) = (folder, limit, new(folder.FullName));

    /// <summary>Where the chunks are.</summary>
    public string Folder => folder.FullName;

    /// <summary>What is known of whole videos.</summary>
    public Notes Notes { get; }

    /// <param name="limit">In bytes.</param>
    /// <exception cref="RenderException">The folder cannot be made.</exception>
    public static ChunkStore Open(string folder, long limit)
    {
        var chunks = FolderIn(folder);
        Disk.Write(chunks.FullName, chunks.Create);
        return new(chunks, limit);
    }

    /// <summary>What a store in a folder holds.</summary>
    /// <exception cref="RenderException">The folder cannot be read.</exception>
    public static ChunkCacheContents Measure(string folder) => ContentsOf(FilesIn(folder));

    /// <summary>Removes every chunk that nobody holds, and what killed processes left.</summary>
    /// <returns>What was removed and what is left.</returns>
    /// <exception cref="RenderException">The folder cannot be read.</exception>
    public static (ChunkCacheContents Removed, ChunkCacheContents Left) Clear(string folder)
    {
        var files = FilesIn(folder);
        ForgetAbandoned(files);
        foreach (var note in files.Where(Notes.Is)) Disk.Forget(note.FullName);
        var chunks = files.Where(file => file.Extension == Extension).ToLookup(file => RemoveUnlessHeld(file.FullName));
        return (ContentsOf(chunks[true]), ContentsOf(chunks[false]));
    }

    /// <summary>A store for one render, which is gone afterwards.</summary>
    /// <exception cref="RenderException">The system's folder for temporary files cannot be written.</exception>
    public static ChunkStore Temporary()
    {
        DirectoryInfo? folder = null;
        Disk.Write(Path.GetTempPath(), () => folder = Directory.CreateTempSubdirectory("backprop-animator-"));
        return new(folder!, limit: null);
    }

    /// <summary>Where to write a chunk that is not there yet.</summary>
    public string PathForNew(string key) => Path.Combine(folder.FullName, $"{key}.{Guid.NewGuid():N}{Unfinished}");

    /// <summary>The chunk, if it is there and undamaged. A damaged one is removed.</summary>
    public StoredChunk? Find(string key)
    {
        var path = PathOf(key);
        try
        {
            var held = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            if (ChunkSeal.IsWhole(held))
            {
                File.SetLastAccessTimeUtc(path, DateTime.UtcNow);
                return new(path, held);
            }
            held.Dispose();
            File.Delete(path);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Not there, or just being removed by another process.
            return null;
        }
    }

    /// <summary>Seals a finished file and puts it in its place.</summary>
    /// <param name="written">A path from <see cref="PathForNew"/>.</param>
    /// <param name="frameCount">How many frames it must have.</param>
    /// <exception cref="RenderException">It has another number of frames, or the disk is full.</exception>
    public StoredChunk Keep(string key, string written, int frameCount)
    {
        FileStream? held = null;
        Disk.Write(written, () =>
        {
            using (var file = new FileStream(written, FileMode.Open))
            {
                var frames = ChunkSeal.CountFrames(file);
                if (frames != frameCount) throw new RenderException($"FFmpeg wrote {frames} frames instead of {frameCount}.");
                ChunkSeal.Append(file);
            }
            held = new FileStream(written, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
            File.Move(written, PathOf(key), overwrite: true);
        });
        return new(PathOf(key), held!);
    }

    /// <summary>Removes the chunks that were used longest ago until the rest is within the limit, and what killed processes left.</summary>
    public void Trim()
    {
        var files = folder.GetFiles();
        ForgetAbandoned(files);
        var chunks = files.Where(file => file.Extension == Extension).ToArray();
        var total = chunks.Sum(file => file.Length);
        foreach (var file in chunks.OrderBy(file => file.LastAccessTimeUtc))
        {
            if (total <= limit) break;
            if (RemoveUnlessHeld(file.FullName)) total -= file.Length;
        }
    }

    public void Dispose()
    {
        if (limit is null) Disk.ForgetFolder(folder.FullName);
        else Trim();
    }

    static DirectoryInfo FolderIn(string cache) => new(Path.Combine(Path.GetFullPath(cache), "chunks"));

    static FileInfo[] FilesIn(string cache)
    {
        FileInfo[] files = [];
        var chunks = FolderIn(cache);
        if (chunks.Exists) Disk.Write(chunks.FullName, () => files = chunks.GetFiles());
        return files;
    }

    // Lengths and times are those of when the folder was listed: a file that was removed since then raises no error.
    static ChunkCacheContents ContentsOf(IEnumerable<FileInfo> files)
    {
        var chunks = files.Where(file => file.Extension == Extension).ToArray();
        return new(chunks.Length, chunks.Sum(file => file.Length), chunks.Length == 0 ? null : chunks.Min(file => file.LastAccessTimeUtc));
    }

    static void ForgetAbandoned(IEnumerable<FileInfo> files)
    {
        foreach (var file in files)
        {
            var isAbandoned = file.Extension == Unfinished && DateTime.UtcNow - file.LastWriteTimeUtc > Abandoned;
            if (isAbandoned || Notes.IsForgotten(file)) Disk.Forget(file.FullName);
        }
    }

    static bool RemoveUnlessHeld(string path)
    {
        try
        {
            new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose).Dispose();
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    string PathOf(string key) => Path.Combine(folder.FullName, key + Extension);
}

/// <summary>A chunk in the store, held until disposed.</summary>
internal sealed record StoredChunk(string Path, FileStream Held) : IDisposable
{
    public void Dispose() => Held.Dispose();
}
