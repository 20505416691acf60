using System.Text.Json.Nodes;
using BackpropAnimator.Cli.Chunks;
using BackpropAnimator.Video;

namespace BackpropAnimator.Cli.Tests;

/// <summary>A batch in shares: on several machines with a folder in common, which here are processes or one after another.</summary>
public sealed class ChunksTests : IDisposable
{
    readonly Workbench bench = new();

    public ChunksTests()
    {
        bench.Write("tiny.yaml", BatchTests.Tiny);
        bench.Write("three.yaml", """
            scene: tiny.yaml
            output: joined/{name}.mp4
            include: [{ name: one }, { name: two, set: { network.seed: 4 } }, { name: slow, set: { phases.loss.duration: 14s } }]

            """);
    }

    public void Dispose() => bench.Dispose();

    Outcome Chunks(string commandLine) => Backprop.Run(["chunks", .. bench.PathsIn(commandLine), "--cache", bench["shared"]]);

    JsonArray List(string variants) => JsonNode.Parse(Chunks($"{variants} --list --json").Expect(0).Output)!.AsArray();

    static IEnumerable<JsonNode> Events(Outcome outcome) =>
        outcome.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!);

    static int Rendered(Outcome outcome) =>
        Events(outcome).Count(e => (string)e["event"]! == "chunk_there" && !(bool)e["reused"]!);

    [Fact]
    public void Videos_joined_of_shares_are_those_of_a_batch()
    {
        Assert.All(List("@/three.yaml"), chunk => Assert.False((bool)chunk!["there"]!));
        for (var i = 2; i >= 0; i--) Chunks($"@/three.yaml --render {i}/3 -q").Expect(0);
        Assert.All(List("@/three.yaml"), chunk => Assert.True((bool)chunk!["there"]!));
        Chunks("@/three.yaml --join -q").Expect(0);

        Backprop.Run("batch", bench["three.yaml"], "-o", bench["local/{name}.mp4"], "--no-cache", "-q").Expect(0);
        foreach (var name in new[] { "one", "two", "slow" })
            Assert.Equal(File.ReadAllBytes(bench[$"local/{name}.mp4"]), File.ReadAllBytes(bench[$"joined/{name}.mp4"]));
        // A batch of the same finds that nothing is left to do.
        var batch = Backprop.Run("batch", bench["three.yaml"], "--json").Expect(0);
        Assert.Equal(3, Events(batch).Count(e => (string)e["event"]! == "up_to_date"));
    }

    [Fact]
    public void What_is_missing_is_not_joined_and_what_is_whole_is()
    {
        Chunks("@/three.yaml --render 0/2 -q").Expect(0);
        var outcome = Chunks("@/three.yaml --join --json").Expect(3);

        var summary = Events(outcome).Single(e => (string)e["event"]! == "summary")["variants"]!.AsArray();
        Assert.Equal(["rendered", "rendered", "failed"], summary.Select(v => (string)v!["outcome"]!));
        Assert.StartsWith("2 of 4 chunks are not in ", (string)summary[2]!["message"]!);
        Assert.Equal(["one.mp4", "two.mp4"], bench.In("joined", "*.mp4"));
    }

    [Fact]
    public void A_share_that_is_run_again_renders_only_what_is_missing_or_damaged()
    {
        Assert.Equal(6, Rendered(Chunks("@/three.yaml --render 0/1 --json").Expect(0)));
        var files = bench.In("shared/chunks", "*.mp4");
        Assert.Equal(6, files.Length);
        File.Delete(bench["shared/chunks/" + files[0]]);
        using (var damaged = File.OpenWrite(bench["shared/chunks/" + files[1]])) damaged.WriteByte(1);

        Assert.Equal(2, Rendered(Chunks("@/three.yaml --render 0/1 --json").Expect(0)));
        Assert.Equal(files, bench.In("shared/chunks", "*.mp4"));
    }

    [Fact]
    public void Shares_that_run_twice_at_once_or_are_killed_leave_what_a_join_finds_whole()
    {
        string[] share = ["chunks", "three.yaml", "--render", "0/1", "--cache", "shared", "-q", "--set", "video.size=1280x720"];
        using var first = BuiltProgram.Start(bench.Folder, share);
        using var second = BuiltProgram.Start(bench.Folder, share);
        Wait.Until(() => Directory.Exists(bench["shared/chunks"]) && bench.In("shared/chunks", "*.mp4").Length > 0);
        first.Kill();
        BuiltProgram.Finish(second).Expect(0);

        string[] join = ["chunks", "three.yaml", "--join", "--cache", "shared", "-q", "--set", "video.size=1280x720"];
        BuiltProgram.RunIn(bench.Folder, join).Expect(0);
        Assert.Equal(["nb_read_frames=146"], Tool.Probe(bench["joined/slow.mp4"], "stream=nb_read_frames"));
    }

    [Fact]
    public void Animated_pictures_are_one_chunk_each()
    {
        Chunks("@/tiny.yaml --render 0/1 -o @/shared.gif -q").Expect(0);
        Assert.Single(JsonNode.Parse(Chunks("@/tiny.yaml --list --json -o @/shared.gif").Expect(0).Output)!.AsArray());
        Chunks("@/tiny.yaml --join -o @/shared.gif -q").Expect(0);

        Backprop.Run("render", bench["tiny.yaml"], "-o", bench["local.gif"], "--no-cache", "-q").Expect(0);
        Assert.Equal(File.ReadAllBytes(bench["local.gif"]), File.ReadAllBytes(bench["shared.gif"]));
    }

    [Fact]
    public void A_share_that_cannot_write_the_shared_folder_fails_and_says_why()
    {
        bench.Write("file", "");
        var outcome = Backprop.Run("chunks", bench["tiny.yaml"], "--render", "0/1", "--cache", bench["file"]).Expect(3);
        Assert.Contains($"error: tiny: Cannot write {bench["file"]}/chunks: ", outcome.Error);
    }

    [Fact]
    public void Shares_of_a_list_are_of_what_was_missing_in_it()
    {
        Chunks("@/three.yaml --render 0/2 -q").Expect(0);
        bench.Write("order.json", List("@/three.yaml").ToJsonString());

        var outcomes = Enumerable.Range(0, 2).Select(i => Chunks($"@/three.yaml --render {i}/2 --order @/order.json --json").Expect(0));
        Assert.Equal([1, 1], outcomes.Select(Rendered));
        Chunks("@/three.yaml --join -q").Expect(0);
    }

    [Fact]
    public void A_list_of_another_lesson_is_refused()
    {
        bench.Write("order.json", List("@/three.yaml").ToJsonString());
        bench.Write("tiny.yaml", BatchTests.Tiny.Replace("forward: 0.6s", "forward: 3s", StringComparison.Ordinal));
        Assert.Contains(
            "Its chunks are not those of the list", Chunks("@/three.yaml --render 0/1 --order @/order.json").Expect(3).Error);
        bench.Write("order.json", "{}");
        Assert.Contains("is no list of chunks", Chunks("@/three.yaml --render 0/1 --order @/order.json").Expect(3).Error);
    }

    [Fact]
    public void Every_chunk_is_in_one_share_and_the_shares_take_about_as_long_as_each_other()
    {
        var random = new Random(5);
        var all = Enumerable.Range(0, 400).Select(i => new ListedChunk("v", new(i, 1), null, false, random.NextDouble() * 4)).ToList();
        foreach (var count in new[] { 1, 3, 8, 50 })
        {
            var shares = Enumerable.Range(0, count).Select(i => new Share(i, count).Of([.. all])).ToList();
            Assert.Equal(all, shares.SelectMany(share => share));
            var (mean, longest) = (all.Sum(c => c.Seconds) / count, all.Max(c => c.Seconds));
            Assert.All(shares, share => Assert.InRange(share.Sum(c => c.Seconds), mean - longest, mean + longest));
        }
    }

    [Fact]
    public void Sound_and_subtitles_come_with_the_join()
    {
        bench.Write("sounds.yaml", Workbench.ShortScene.Replace("phases:", "sounds: true\nphases:", StringComparison.Ordinal)
            .Replace("- loss: 0.3s", "- loss: { duration: 0.3s, caption: It is wrong }", StringComparison.Ordinal));
        Chunks("@/sounds.yaml --render 0/1 -q").Expect(0);
        Chunks("@/sounds.yaml --join -o @/joined.mp4 -q").Expect(0);

        Backprop.Run("render", bench["sounds.yaml"], "-o", bench["local.mp4"], "--no-cache", "-q").Expect(0);
        Assert.Equal(File.ReadAllBytes(bench["local.mp4"]), File.ReadAllBytes(bench["joined.mp4"]));
        Assert.Equal(File.ReadAllText(bench["local.srt"]), File.ReadAllText(bench["joined.srt"]));
        Assert.Contains("codec_name=aac", Tool.Text("ffprobe", "-v", "error", "-show_streams", bench["joined.mp4"]));
    }

    [Fact]
    public void A_plan_counts_shares_rounds_bytes_and_money()
    {
        // A thousand videos of 40 s of a core each in 10,000 chunks of 1 MB.
        var figures = new PlanFigures(
            Videos: 1000, CoreSeconds: 40_000, LongestChunk: 5, Chunks: 10_000, Bytes: 10e9, StartSeconds: 1, VideoSeconds: 0.2,
            JoinSeconds: 0.4, BytesPerSecond: 1e9);

        var one = new ClusterPlan(figures, Nodes: 1, Cores: 1, Price: null);
        Assert.InRange(one.RenderSeconds, 40_000, 42_000);
        Assert.InRange(one.Efficiency, 0.9, 1);

        var many = new ClusterPlan(figures, Nodes: 100, Cores: 4, Price: 0.05);
        Assert.Equal((100, 1), (many.Shares, many.Rounds));
        Assert.Equal(3 + 10 * 0.2 / 4 + 100, many.RenderSeconds, 6);
        Assert.Equal(3 + 1000 * 0.6 / 4, many.JoinTime, 6);
        Assert.Equal((many.RenderSeconds * 400 + many.JoinTime * 4) / 3600 * 0.05, many.Cost!.Value, 6);

        // With too many cores the folder is what they wait for.
        Assert.Equal(10, new ClusterPlan(figures, Nodes: 10_000, Cores: 32, Price: null).RenderSeconds, 6);
    }

    [Fact]
    public void A_plan_measures_here_and_leaves_nothing_but_the_cache()
    {
        var plan = JsonNode.Parse(Chunks("@/three.yaml --plan --nodes 2 --json").Expect(0).Output)!;
        Assert.Equal((3, 6, 2), ((int)plan["measured"]!["videos"]!, (int)plan["measured"]!["chunks"]!, (int)plan["shares"]!));
        Assert.All(
            new[] { "core_seconds", "bytes", "start_seconds", "video_seconds", "join_seconds", "folder_bytes_per_second" },
            figure => Assert.True((double)plan["measured"]![figure]! > 0, figure));
        Assert.Empty(Directory.GetFileSystemEntries(bench["shared"]));
    }

    [Theory]
    [InlineData("3/8", null, null, "3/8")]
    [InlineData("8", "SLURM_ARRAY_TASK_ID", "7", "7/8")]
    [InlineData("8", "AWS_BATCH_JOB_ARRAY_INDEX", "0", "0/8")]
    [InlineData("8", "JOB_COMPLETION_INDEX", "2", "2/8")]
    [InlineData("8", null, null, "--render 8 does not say which share; write I/8, or let SLURM_ARRAY_TASK_ID, "
        + "AWS_BATCH_JOB_ARRAY_INDEX, JOB_COMPLETION_INDEX tell it")]
    [InlineData("8", "SLURM_ARRAY_TASK_ID", "8", "there is no share 8 of 8 (SLURM_ARRAY_TASK_ID): they are counted from 0")]
    [InlineData("8", "SLURM_ARRAY_TASK_ID", "first", "'first' is no number of a share (SLURM_ARRAY_TASK_ID)")]
    [InlineData("8/8", null, null, "there is no share 8 of 8: they are counted from 0")]
    [InlineData("0/0", null, null, "'0/0' is not a share; write I/N, such as 0/8 for the first of eight")]
    [InlineData("half", null, null, "'half' is not a share; write I/N, such as 0/8 for the first of eight")]
    public void A_share_is_named_by_its_number_or_by_the_engine(string word, string? variable, string? value, string expected)
    {
        var refusal = "";
        var share = Share.Parse(word, name => name == variable ? value : null, message => refusal = message);
        Assert.Equal(expected, share is null ? refusal : $"{share.Index}/{share.Count}");
    }
}
