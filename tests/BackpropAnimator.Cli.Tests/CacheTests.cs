using System.Text.Json.Nodes;

namespace BackpropAnimator.Cli.Tests;

public sealed class CacheTests : IDisposable
{
    readonly Workbench bench = new();

    public void Dispose() => bench.Dispose();

    Outcome Cache(params string[] arguments) => Backprop.Run(["cache", .. arguments, "--cache", bench["cache"]]);

    JsonNode Measured => JsonNode.Parse(Cache("--json").Expect(0).Output)!;

    string Chunk(string name, int bytes, int daysAgo)
    {
        var file = bench.Write($"cache/chunks/{name}", new string('x', bytes));
        File.SetLastWriteTimeUtc(file, DateTime.UtcNow.AddDays(-daysAgo));
        File.SetLastAccessTimeUtc(file, DateTime.UtcNow.AddDays(-daysAgo));
        return file;
    }

    [Fact]
    public void A_cache_that_is_not_there_is_empty_and_stays_away()
    {
        Assert.Equal((0, 0), ((int)Measured["chunks"]!, (int)Measured["bytes"]!));
        Assert.Equal("Removed 0 chunks, 0 B.\n", Cache("clear").Expect(0).Output);
        Assert.Empty(bench.Made);
    }

    [Fact]
    public void The_cache_tells_its_folder_its_size_its_limit_and_its_oldest_chunk()
    {
        Chunk("a.mp4", 1500, daysAgo: 3);
        Chunk("b.mp4", 41_000, daysAgo: 1);
        Chunk("c.mp4.part", 100, daysAgo: 0);

        Assert.Equal((2, 42_500, 4L << 30), ((int)Measured["chunks"]!, (int)Measured["bytes"]!, (long)Measured["limit"]!));
        Assert.Equal(
            DateTime.UtcNow.AddDays(-3), DateTime.Parse((string)Measured["oldest_use"]!).ToUniversalTime(), TimeSpan.FromMinutes(5));

        var table = Cache().Expect(0).Output;
        Assert.Matches($@"folder +{bench["cache"]}", table);
        Assert.Matches(@"chunks +2", table);
        Assert.Matches(@"size +42\.5 kB of 4\.29 GB", table);
        Assert.Matches($@"oldest +last used {DateTime.Now.AddDays(-3):yyyy-MM-dd}", table);
    }

    [Fact]
    public void Clearing_removes_chunks_and_what_killed_renders_left_and_nothing_that_is_being_written()
    {
        Chunk("a.mp4", 1500, daysAgo: 0);
        Chunk("b.mp4.part", 100, daysAgo: 3);
        Chunk("c.mp4.part", 100, daysAgo: 0);

        Assert.Equal("Removed 1 chunk, 1.50 kB.\n", Cache("clear").Expect(0).Output);
        Assert.Equal(["c.mp4.part"], Directory.GetFiles(bench["cache/chunks"]).Select(Path.GetFileName));
    }

    [Fact]
    public void A_chunk_that_another_process_holds_is_left()
    {
        Chunk("a.mp4", 1500, daysAgo: 0);
        var held = Chunk("b.mp4", 2500, daysAgo: 0);
        using (var holder = new FileStream(held, FileMode.Open, FileAccess.Read, FileShare.Read))
            Assert.Equal("Removed 1 chunk, 1.50 kB.\nLeft 1 chunk, 2.50 kB, in use by a render.\n", Cache("clear").Expect(0).Output);

        Assert.Equal("Removed 1 chunk, 2.50 kB.\n", Cache("clear").Expect(0).Output);
    }

    [Fact]
    public void What_was_said_is_told_and_cleared_with_it_but_for_what_is_in_use()
    {
        Chunk("a.mp4", 1500, daysAgo: 0);
        var held = bench.Write("cache/speech/said.wav", new string('x', 2000));
        File.SetLastWriteTimeUtc(bench.Write("cache/speech/piece.wav", new string('x', 500)), DateTime.UtcNow.AddDays(-5));

        Assert.Equal((2, 2500), ((int)Measured["speech"]!["recordings"]!, (int)Measured["speech"]!["bytes"]!));
        var table = Cache().Expect(0).Output;
        Assert.Matches(@"speech +2 recordings of speech, 2\.50 kB; what nobody says for 60 days goes", table);
        Assert.Matches($"oldest +last used {DateTime.Now.AddDays(-5):yyyy-MM-dd}", table);

        using (var holder = new FileStream(held, FileMode.Open, FileAccess.Read, FileShare.Read))
            Assert.Equal(
                "Removed 1 chunk, 1.50 kB.\nRemoved 1 recording of speech, 500 B.\n" +
                    "Left 1 recording of speech, 2.00 kB, in use by a render.\n",
                Cache("clear").Expect(0).Output);
        Assert.True(File.Exists(held));
        Assert.Equal("Removed 0 chunks, 0 B.\nRemoved 1 recording of speech, 2.00 kB.\n", Cache("clear").Expect(0).Output);
    }

    [Fact]
    public void A_render_after_clearing_renders_all_again()
    {
        Backprop.Run("render", bench.Scene, "-o", bench["clip.mp4"], "-q", "--cache", bench["cache"]).Expect(0);
        Assert.Equal(3, (int)Measured["chunks"]!);
        Cache("clear").Expect(0);

        Backprop.Run("render", bench.Scene, "-o", bench["clip.mp4"], "-q", "--cache", bench["cache"]).Expect(0);
        Assert.Equal(3, (int)Measured["chunks"]!);
    }

    [Fact]
    public void A_word_that_cache_does_not_know_is_told()
    {
        var outcome = Cache("empty").Expect(2);
        Assert.Contains("'empty'", outcome.Error);
        Assert.Contains("see: backprop cache --help", outcome.Error);
    }
}
