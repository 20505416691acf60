using BackpropAnimator.Files;
using BackpropAnimator.Video.Files;

namespace BackpropAnimator.Video.Chunks;

/// <summary>A folder of finished chunks, named by their keys. Any number of processes may use it at once.</summary>
/// <remarks>
/// A chunk is written under a name of its own and renamed when it is complete. Whoever uses one holds it open, which keeps
/// others from removing it; when a process ends, however it ends, the system closes its files.
/// </remarks>
internal sealed class ChunkStore
{
    /// <summary>The extension of a file that is still being written.</summary>
    public const string Unfinished = ".part";

    const string Extension = ".mp4";

    // In a folder that several machines write: its chunks go by no limit, since none knows which the others are about to join.
    const string SharedMark = "shared";

    readonly DirectoryInfo folder;
    readonly long limit;

    ChunkStore(DirectoryInfo folder, long limit) => (this.folder, this.limit, Notes) = (folder, limit, new(folder.FullName));

    /// <summary>Where the chunks are.</summary>
    public string Folder => folder.FullName;

    /// <summary>What is known of whole videos.</summary>
    public Notes Notes { get; }

    /// <summary>The store of a cache; it may be looked into before it is opened.</summary>
    /// <param name="cache">The cache's folder.</param>
    /// <param name="limit">In bytes.</param>
    public static ChunkStore In(string cache, long limit) => new(FolderIn(cache), limit);

    /// <summary>A store for one render, which is gone when its folder is.</summary>
    public static ChunkStore Temporary(ScratchFolder scratch) => new(new(scratch.Path), long.MaxValue);

    /// <summary>Makes the folder, and finds out whether it can be written.</summary>
    /// <exception cref="RenderException">It cannot.</exception>
    public void Open()
    {
        var trial = PathForNew("trial");
        Disk.Write(folder.FullName, () =>
        {
            folder.Create();
            File.WriteAllBytes(trial, []);
            File.Delete(trial);
        });
    }

    /// <summary>Lets nothing be removed for its age from now on, until the store is cleared.</summary>
    /// <exception cref="RenderException">The folder cannot be written.</exception>
    public void Share()
    {
        var mark = Path.Combine(folder.FullName, SharedMark);
        if (!File.Exists(mark)) Disk.Write(mark, () => File.WriteAllBytes(mark, []));
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
        foreach (var note in files.Where(file => Notes.Is(file) || file.Name == SharedMark)) Discard.File(note.FullName);
        // Nothing of ours is a folder.
        foreach (var stray in FolderIn(folder) is { Exists: true } chunksFolder ? chunksFolder.GetDirectories() : [])
            Discard.Folder(stray.FullName);
        var chunks = files.Where(file => file.Extension == Extension).ToLookup(file => Discard.FileUnlessHeld(file.FullName));
        return (ContentsOf(chunks[true]), ContentsOf(chunks[false]));
    }

    /// <summary>Where to write a chunk that is not there yet.</summary>
    public string PathForNew(string key) => Path.Combine(folder.FullName, $"{key}.{Guid.NewGuid():N}{Unfinished}");

    /// <summary>The chunk, if it is there and undamaged. A damaged one stays until it is replaced: that may just be happening.</summary>
    public StoredChunk? Find(string key)
    {
        var path = PathOf(key);
        try
        {
            var held = RegularFile.OpenRead(path);
            if (ChunkSeal.IsWhole(held))
            {
                NoteUse(path);
                return new(path, held);
            }
            held.Dispose();
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Not there, or just being removed by another process.
            return null;
        }
    }

    static void NoteUse(string path)
    {
        try
        {
            File.SetLastAccessTimeUtc(path, DateTime.UtcNow);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Where it cannot be written, nothing is removed for its age either.
        }
    }

    /// <summary>Seals a finished file and puts it in its place, unless another did so meanwhile: what is there may be in use.</summary>
    /// <param name="written">A path from <see cref="PathForNew"/>.</param>
    /// <param name="check">Throws <see cref="RenderException"/> when the file does not hold what it must.</param>
    /// <exception cref="RenderException">It does not hold that, or the disk is full.</exception>
    public StoredChunk Keep(string key, string written, Action<FileStream> check)
    {
        FileStream? held = null;
        Disk.Write(written, () =>
        {
            using (var file = new FileStream(written, FileMode.Open))
            {
                check(file);
                ChunkSeal.Append(file);
            }
            held = Find(key)?.Held;
            if (held is not null) return;
            held = new FileStream(written, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
            // No file goes to where a folder is.
            if (Directory.Exists(PathOf(key))) Discard.Folder(PathOf(key));
            File.Move(written, PathOf(key), overwrite: true);
        });
        return new(PathOf(key), held!);
    }

    /// <summary>Removes the chunks that were used longest ago until the rest is within the limit, and what killed processes left.</summary>
    public void Trim()
    {
        var files = ListOf(folder);
        ForgetAbandoned(files);
        if (files.Any(file => file.Name == SharedMark)) return;
        var chunks = files.Where(file => file.Extension == Extension).ToArray();
        var total = chunks.Sum(file => file.Length);
        foreach (var file in chunks.OrderBy(file => file.LastAccessTimeUtc))
        {
            if (total <= limit) break;
            if (Discard.FileUnlessHeld(file.FullName)) total -= file.Length;
        }
    }

    static DirectoryInfo FolderIn(string cache) => new(Path.Combine(Path.GetFullPath(cache), "chunks"));

    static FileInfo[] FilesIn(string cache)
    {
        FileInfo[] files = [];
        var chunks = FolderIn(cache);
        if (chunks.Exists) Disk.Write(chunks.FullName, () => files = chunks.GetFiles());
        return files;
    }

    static FileInfo[] ListOf(DirectoryInfo folder)
    {
        try
        {
            return folder.GetFiles();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
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
            var isAbandoned = file.Extension == Unfinished && DateTime.UtcNow - file.LastWriteTimeUtc > Leftovers.Abandoned;
            if (isAbandoned || Notes.IsForgotten(file)) Discard.File(file.FullName);
        }
    }

    string PathOf(string key) => Path.Combine(folder.FullName, key + Extension);
}

/// <summary>A chunk in the store, held until disposed.</summary>
internal sealed record StoredChunk(string Path, FileStream Held) : IDisposable
{
    public void Dispose() => Held.Dispose();
}
