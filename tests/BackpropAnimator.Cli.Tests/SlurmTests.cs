using System.Diagnostics;
using System.Text.Json.Nodes;

namespace BackpropAnimator.Cli.Tests;

/// <summary>Batches on a Slurm cluster, which is started on this machine: two nodes of one processor each.</summary>
public sealed class SlurmTests : IClassFixture<SlurmCluster>, IDisposable
{
    const int Variants = 6;

    static readonly string[] Shared = ["--cache", "shared"];

    readonly Workbench bench = new();
    readonly SlurmCluster cluster;

    public SlurmTests(SlurmCluster cluster)
    {
        this.cluster = cluster;
        bench.Write("tiny.yaml", BatchTests.Tiny);
        bench.Write("six.yaml", "scene: tiny.yaml\noutput: videos/{name}.mp4\nmatrix: { network.seed: [1, 2, 3, 4, 5, 6] }\n");
    }

    public void Dispose() => bench.Dispose();

    ProcessStartInfo Batch(params string[] options) => cluster.StartInfo(
        bench, BuiltProgram.File,
        ["batch", "six.yaml", "--on", "slurm", "--nodes", "2", .. options.Contains("--cache") ? [] : Shared, .. options]);

    Outcome Run(params string[] options) => BuiltProgram.Finish(Process.Start(Batch(options))!);

    /// <summary>
    /// An FFmpeg that notes the key of each chunk that it begins. While it is held, every share finishes one chunk and waits with the next.
    /// </summary>
    void WatchFFmpeg(bool holds)
    {
        bench.Write("begun", "");
        if (holds) bench.Write("held", "");
        bench.WriteProgram("bin/ffmpeg", $"""
            case "$*" in *rawvideo*)
                echo "$*" | grep -o '[0-9a-f]\{"{64\\}"}' | head -1 | tee -a {bench["begun"]} >> {bench["begun-"]}$SLURM_ARRAY_TASK_ID
                while [ -e {bench["held"]} ] && [ $(wc -l < {bench["begun-"]}$SLURM_ARRAY_TASK_ID) -gt 1 ]; do sleep 0.05; done
            esac
            exec {Tool.PathOf("ffmpeg")} "$@"
            """);
    }

    void LetGo() => File.Delete(bench["held"]);

    /// <summary>The keys of the chunks that are finished.</summary>
    string[] Finished(string? cache = null) => Directory.Exists(bench[$"{cache ?? "shared"}/chunks"])
        ? [.. bench.In($"{cache ?? "shared"}/chunks", "*.mp4").Select(file => Path.GetFileNameWithoutExtension(file))]
        : [];

    string[] Queue => cluster.Ask(bench, "squeue", "-h", "-r", "-o", "%i %T %N").Split('\n', StringSplitOptions.RemoveEmptyEntries);

    static IEnumerable<JsonNode> Events(Outcome outcome) =>
        outcome.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!);

    static string[] Outcomes(Outcome outcome) =>
        [.. Events(outcome).Last()["variants"]!.AsArray().Select(variant => (string)variant!["outcome"]!)];

    /// <param name="finished">The keys of chunks that were finished before something happened.</param>
    void AllAreWholeAndNoneIsRenderedAgainOf(string[] finished)
    {
        Assert.Equal(Variants, bench.In("videos", "*.mp4").Length);
        foreach (var video in bench.In("videos", "*.mp4"))
            Assert.Equal(["nb_read_frames=10"], Tool.Probe(bench["videos/" + video], "stream=nb_read_frames"));
        var begun = File.ReadAllLines(bench["begun"]);
        Assert.Equal(Variants, begun.Distinct().Count());
        Assert.All(finished, key => Assert.Single(begun, key));
    }

    [Fact]
    public void A_batch_on_a_cluster_makes_the_files_of_a_local_one()
    {
        var outcome = Run("--json");
        Assert.True(outcome.ExitCode == 0, outcome.Output + outcome.Error);
        Assert.Equal(Variants, Events(outcome).Count(e => (string)e["event"]! == "finished"));
        Assert.Matches("job [0-9]+ renders in 2 shares, and job [0-9]+ joins them", (string)Events(outcome).First()["message"]!);
        Assert.Empty(Directory.GetFileSystemEntries(bench["shared/jobs"]));

        BuiltProgram.RunIn(bench.Folder, "batch", "six.yaml", "-o", "local/{name}.mp4", "--no-cache", "-q").Expect(0);
        var videos = bench.In("videos", "*.mp4");
        Assert.Equal(Variants, videos.Length);
        Assert.All(videos, video => Assert.Equal(Tool.FrameMd5(bench["local/" + video]), Tool.FrameMd5(bench["videos/" + video])));
        Assert.All(videos, video => Assert.Equal(File.ReadAllBytes(bench["local/" + video]), File.ReadAllBytes(bench["videos/" + video])));
    }

    [Fact]
    public void A_share_whose_node_dies_goes_on_on_another()
    {
        WatchFFmpeg(holds: true);
        var batch = Process.Start(Batch())!;
        Wait.Until(() => Finished().Length >= 2);
        var finished = Finished();
        cluster.Kill("n1");
        LetGo();
        if (!Thorough.IsAskedFor)
        {
            // As a health check of the site would, so that nobody waits until Slurm misses the node and lets the share begin again.
            cluster.Ask(bench, "scontrol", "update", "NodeName=n1", "State=DOWN", "Reason=test");
            Wait.Until(() => Queue.Any(job => job.Contains("PENDING", StringComparison.Ordinal) && job.Contains('_')));
            var pending = Queue.First(job => job.Contains("PENDING", StringComparison.Ordinal) && job.Contains('_')).Split(' ')[0];
            cluster.Ask(bench, "scontrol", "update", $"JobId={pending}", "StartTime=now");
        }
        // Slurm misses a node within half a minute, and lets what ran there begin again when its credentials have expired.
        batch.WaitForExit(TimeSpan.FromMinutes(3));
        BuiltProgram.Finish(batch).Expect(0);
        AllAreWholeAndNoneIsRenderedAgainOf(finished);
        Assert.Contains("Restarts=1 ", cluster.Ask(bench, "scontrol", "show", "job"));

        // It is taken back when it registers; told to resume after that, Slurm would refuse.
        cluster.Start("n1");
        Wait.Until(() => cluster.Ask(bench, "sinfo", "-h", "-n", "n1", "-o", "%t").Trim() == "idle");
    }

    [Fact]
    public void A_detached_batch_is_followed_by_whoever_attaches_not_submitted_twice_and_cancelled_by_Ctrl_C()
    {
        WatchFFmpeg(holds: true);
        Assert.Contains("note: job ", Run("--detach").Expect(0).Error);
        Assert.Contains("are at work on these videos; --attach follows them", Run().Expect(3).Error);
        var batch = Process.Start(Batch("--attach"))!;
        Assert.StartsWith("note: job ", batch.StandardError.ReadLine());
        Wait.Until(() => Finished().Length >= 2);
        Process.Start("kill", $"-INT {batch.Id}")!.WaitForExit();
        var outcome = BuiltProgram.Finish(batch).Expect(130);
        Assert.Contains("run again, it goes on with the variants that are not finished", outcome.Error);
        Wait.Until(() => Queue.Length == 0);
        Assert.False(Directory.Exists(bench["videos"]));

        var finished = Finished();
        LetGo();
        Run().Expect(0);
        AllAreWholeAndNoneIsRenderedAgainOf(finished);
        Assert.Contains("No jobs were submitted for these videos", Run("--attach").Expect(3).Error);
    }

    // Slurm counts time limits in minutes and looks twice in one, so that takes two.
    public static TheoryData<string> Endings() => Thorough.IsAskedFor ? ["CANCELLED", "TIMEOUT"] : ["CANCELLED"];

    [Theory, MemberData(nameof(Endings))]
    public void A_share_that_is_ended_is_told_with_its_log_and_what_is_whole_is_joined(string ending)
    {
        WatchFFmpeg(holds: true);
        var batch = Process.Start(Batch("--json", "--time", "1"))!;
        Wait.Until(() => Finished().Length >= 2);
        var finished = Finished();
        if (ending == "TIMEOUT") batch.WaitForExit(TimeSpan.FromMinutes(4));
        else
            foreach (var share in Queue.Where(job => job.Contains(" RUNNING", StringComparison.Ordinal)))
                cluster.Ask(bench, "scancel", "--signal=KILL", "--full", share.Split(' ')[0]);
        var outcome = BuiltProgram.Finish(batch).Expect(3);

        Assert.Equal(["rendered", "failed", "failed", "rendered", "failed", "failed"], Outcomes(outcome));
        var warnings = Events(outcome).Where(e => (string)e["event"]! == "warning").Select(e => (string)e["message"]!).ToList();
        Assert.NotEmpty(warnings);
        Assert.All(warnings, warning => Assert.Matches(
            $"^shares? [01, ]+ of 2 ended as {ending} .*; finished chunks are kept, .* The log is .*/share-[01].log", warning));
        Assert.Contains("1 of 1 chunk is not in ", (string)Events(outcome).Last()["variants"]![5]!["message"]!);

        LetGo();
        Assert.Equal(2, Outcomes(Run("--json").Expect(0)).Count(word => word == "up_to_date"));
        AllAreWholeAndNoneIsRenderedAgainOf(finished);
    }

    [Fact]
    public void A_full_shared_folder_is_told_and_with_more_room_the_batch_goes_on()
    {
        WatchFFmpeg(holds: false);
        // Where nobody may mount a disk, FFmpeg says what it says on a full one.
        var disk = cluster.Disk("full", "100k");
        string[] options = ["--cache", disk ?? bench["shared"], "--set", "video.size=320x180", "--json"];
        if (disk is null)
            bench.WriteProgram("bin/ffmpeg", "case \"$*\" in *rawvideo*) echo 'No space left on device' >&2; exit 1; esac; exec "
                + Tool.PathOf("ffmpeg") + " \"$@\"");
        var outcome = Run(options).Expect(3);
        Assert.Contains("failed", Outcomes(outcome));
        Assert.Contains("The disk is full: ", outcome.Output);
        var finished = Finished(disk);

        if (disk is null) WatchFFmpeg(holds: false);
        else cluster.Disk("full", "20m");
        Run(options).Expect(0);
        AllAreWholeAndNoneIsRenderedAgainOf(finished);
    }

    [Fact]
    public void A_partition_that_is_not_there_is_told_in_Slurms_words_and_nothing_is_left()
    {
        var outcome = Run("--sbatch", "--partition=gpu").Expect(3);
        Assert.Contains("error: Slurm's sbatch failed: invalid partition specified: gpu", outcome.Error);
        Assert.Empty(Directory.GetFileSystemEntries(bench["shared/jobs"]));
    }
}
