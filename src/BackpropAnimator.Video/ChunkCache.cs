using BackpropAnimator.Video.Chunks;

namespace BackpropAnimator.Video;

/// <summary>The chunks that are kept for later renders, to be looked at and cleared. Renders may use them meanwhile.</summary>
public static class ChunkCache
{
    /// <param name="folder">The cache's folder; it need not be there.</param>
    /// <exception cref="RenderException">The folder cannot be read.</exception>
    public static ChunkCacheContents Measure(string folder) => ChunkStore.Measure(folder);

    /// <summary>Removes every chunk that no render is using now, and what killed renders left.</summary>
    /// <param name="folder">The cache's folder; it need not be there.</param>
    /// <returns>What was removed, and what is left because it is used.</returns>
    /// <exception cref="RenderException">The folder cannot be read.</exception>
    public static (ChunkCacheContents Removed, ChunkCacheContents Left) Clear(string folder) => ChunkStore.Clear(folder);
}

/// <summary>What is in a cache.</summary>
/// <param name="Chunks">How many finished chunks.</param>
/// <param name="Bytes">What the finished chunks take up.</param>
/// <param name="OldestUse">The last use of the chunk that has not been used for longest, in UTC; null where there is none.</param>
public sealed record ChunkCacheContents(int Chunks, long Bytes, DateTime? OldestUse);
