using System.Buffers.Binary;
using System.Text;
using BackpropAnimator.Video.Chunks;

namespace BackpropAnimator.Video.Tests;

public sealed class ChunkStoreTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    static string Key(int n) => $"{n:x64}";

    // As much of an MP4 file as the store looks at: an index with a video track and its table of sample sizes, and something to fill it.
    static byte[] FileOf(int frames, int length)
    {
        byte[] handler = Box("hdlr", [.. new byte[8], .. "vide"u8]), clock = Box("mdhd", [.. new byte[12], 0, 0, 0, 1, .. new byte[4]]);
        byte[] sizes = Box("stsz", [.. new byte[11], (byte)frames]);
        var index = Box("moov", Box("trak", Box("mdia", [.. handler, .. clock, .. Box("minf", Box("stbl", sizes))])));
        return [.. index, .. Box("mdat", new byte[length - index.Length - 8])];
    }

    static byte[] Box(string type, byte[] content)
    {
        var header = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(header, 8 + content.Length);
        return [.. header, .. Encoding.ASCII.GetBytes(type), .. content];
    }

    ChunkStore Open(long limit)
    {
        var store = ChunkStore.In(folder.Path, limit);
        store.Open();
        return store;
    }

    static StoredChunk Keep(ChunkStore store, int n, int length = 1000)
    {
        var path = store.PathForNew(Key(n));
        File.WriteAllBytes(path, FileOf(5, length));
        return store.Keep(Key(n), path, ChunkSeal.HasFrames(5));
    }

    [Fact]
    public void What_was_kept_is_found_by_any_store_of_the_folder()
    {
        Keep(Open(long.MaxValue), 1).Dispose();

        var another = Open(long.MaxValue);
        using var found = another.Find(Key(1));
        Assert.Equal(FileOf(5, 1000), File.ReadAllBytes(found!.Path)[..1000]);
        Assert.Null(another.Find(Key(2)));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(500)]
    [InlineData(1020)]
    public void A_damaged_chunk_is_not_found_and_is_replaced(int damagedByte)
    {
        var store = Open(long.MaxValue);
        string path;
        using (var kept = Keep(store, 1)) path = kept.Path;
        var bytes = File.ReadAllBytes(path);
        bytes[damagedByte] ^= 1;
        File.WriteAllBytes(path, bytes);

        Assert.Null(store.Find(Key(1)));
        Keep(store, 1).Dispose();
        using var mended = store.Find(Key(1));
        Assert.NotNull(mended);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    [InlineData(1000)]
    public void A_chunk_cut_short_is_not_found(int length)
    {
        var store = Open(long.MaxValue);
        string path;
        using (var kept = Keep(store, 1)) path = kept.Path;
        using (var file = new FileStream(path, FileMode.Open)) file.SetLength(length);

        Assert.Null(store.Find(Key(1)));
    }

    [Fact]
    public void A_file_with_another_number_of_frames_is_refused()
    {
        var store = Open(long.MaxValue);
        var path = store.PathForNew(Key(1));
        File.WriteAllBytes(path, FileOf(4, 300));

        var refused = Assert.Throws<RenderException>(() => store.Keep(Key(1), path, ChunkSeal.HasFrames(5)));
        Assert.Equal("FFmpeg wrote 4 frames instead of 5.", refused.Message);
        Assert.Null(store.Find(Key(1)));
    }

    [Fact]
    public void The_chunks_used_longest_ago_go_first()
    {
        var store = Open(2500);
        for (var n = 1; n <= 3; n++)
            using (var kept = Keep(store, n)) File.SetLastAccessTimeUtc(kept.Path, new DateTime(2020, 1, n, 0, 0, 0, DateTimeKind.Utc));
        store.Find(Key(1))!.Dispose();

        store.Trim();

        Assert.Equal([true, false, true], Enumerable.Range(1, 3).Select(n =>
        {
            using var found = store.Find(Key(n));
            return found is not null;
        }));
    }

    [Fact]
    public void From_a_folder_that_machines_share_nothing_goes_for_its_age()
    {
        var store = Open(1000);
        for (var n = 1; n <= 3; n++) Keep(store, n).Dispose();
        store.Share();
        store.Trim();
        Assert.Equal(3, ChunkStore.Measure(folder.Path).Chunks);

        ChunkStore.Clear(folder.Path);
        Assert.Empty(Directory.GetFiles(store.Folder));
    }

    [Fact]
    public void Who_is_second_leaves_the_chunk_that_is_there()
    {
        var store = Open(long.MaxValue);
        var (first, second) = (store.PathForNew(Key(1)), store.PathForNew(Key(1)));
        File.WriteAllBytes(first, FileOf(5, 1000));
        File.WriteAllBytes(second, FileOf(5, 2000));

        using var kept = store.Keep(Key(1), first, ChunkSeal.HasFrames(5));
        using var late = store.Keep(Key(1), second, ChunkSeal.HasFrames(5));

        Assert.Equal(kept.Held.Length, late.Held.Length);
        Assert.Equal(FileOf(5, 1000), File.ReadAllBytes(late.Path)[..1000]);
    }

    [Fact]
    public void A_chunk_in_use_is_not_removed()
    {
        var mine = Open(long.MaxValue);
        using var held = Keep(mine, 1);
        var others = Open(0);

        others.Trim();
        Assert.True(File.Exists(held.Path));
        held.Dispose();
        others.Trim();
        Assert.False(File.Exists(held.Path));
    }

    [Fact]
    public void What_a_killed_process_left_goes_after_a_day()
    {
        var store = Open(long.MaxValue);
        string old = store.PathForNew(Key(1)), young = store.PathForNew(Key(2));
        File.WriteAllText(old, "");
        File.WriteAllText(young, "");
        File.SetLastWriteTimeUtc(old, DateTime.UtcNow - TimeSpan.FromDays(2));

        store.Trim();

        Assert.Equal((false, true), (File.Exists(old), File.Exists(young)));
    }

    [Theory]
    [InlineData("mkdir")]
    [InlineData("mkfifo")]
    [InlineData("ln -s nowhere")]
    public void Something_else_in_the_place_of_a_chunk_is_not_found_and_makes_room(string made)
    {
        var store = Open(long.MaxValue);
        string path;
        using (var kept = Keep(store, 1)) path = kept.Path;
        File.Delete(path);
        Tool.Text("sh", "-c", $"{made} '{path}'");

        Assert.Null(store.Find(Key(1)));
        Keep(store, 1).Dispose();
        using var found = store.Find(Key(1));
        Assert.NotNull(found);
    }

    [Fact]
    public void A_folder_among_the_chunks_is_cleared_with_them()
    {
        var store = Open(long.MaxValue);
        string path;
        using (var kept = Keep(store, 1)) path = kept.Path;
        File.Delete(path);
        Directory.CreateDirectory(Path.Combine(path, "deeper"));

        ChunkStore.Clear(folder.Path);

        Assert.Empty(Directory.GetFileSystemEntries(store.Folder));
    }
}
