using System.Text.Json.Nodes;

namespace BackpropAnimator.Cli.Tests;

/// <summary>Many videos in one go: from a variants file, from a table, and from several scenes.</summary>
public sealed class BatchTests : IDisposable
{
    /// <summary>Eight variants, seven of 10 frames and one of 26, 160×90.</summary>
    const string Eight = """
        scene: tiny.yaml
        output: videos/{name}.mp4
        matrix:
          network.activation: [sigmoid, tanh]
          network.seed: [1, 2, 3]
        include: [{ name: tall, set: { video.size: 90x160 } }, { name: slow, set: { phases.loss.duration: 2s } }]

        """;

    readonly Workbench bench = new();

    public BatchTests()
    {
        bench.Write("tiny.yaml", Tiny);
        bench.Write("eight.yaml", Eight);
    }

    public void Dispose() => bench.Dispose();

    public const string Tiny = """
        title: Tiny
        video: { size: 160x90, fps: 10 }
        network: { layers: [1, 1], seed: 3 }
        example: { input: [0.5], target: [1] }
        phases: [forward: 0.6s, loss: 0.4s]

        """;

    /// <param name="commandLine">What follows the command, with @/ for the folder.</param>
    Outcome Batch(string commandLine) => Backprop.Run(["batch", .. bench.PathsIn(commandLine)]);

    static JsonNode[] Events(Outcome outcome) =>
        [.. outcome.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!)];

    static string[] Variants(IEnumerable<JsonNode> events, string name) =>
        [.. events.Where(e => (string)e["event"]! == name).Select(e => (string)e["variant"]!).Order(StringComparer.Ordinal)];

    string[] Videos(string folder = "videos") =>
        [.. Directory.GetFiles(bench[folder], "*.mp4").Select(file => Path.GetFileNameWithoutExtension(file))
            .Order(StringComparer.Ordinal)];

    [Fact]
    public void A_killed_batch_goes_on_where_it_stopped_and_ends_with_every_video_whole()
    {
        string[] arguments = ["batch", "eight.yaml", "--json", "--cache", bench["cache"], "--jobs", "2"];
        using (var batch = BuiltProgram.Start(bench.Folder, arguments))
        {
            for (var finished = 0; finished < 3;)
                if (batch.StandardOutput.ReadLine()!.Contains("\"finished\"", StringComparison.Ordinal)) finished++;
            batch.Kill();
            batch.WaitForExit();
        }
        // FFmpeg finds its input at an end, finishes what it has and goes.
        Wait.Until(() => !Tool.IsEncoding(bench["cache"]) && !Tool.IsEncoding(bench["videos"]));
        var noted = JsonNode.Parse(File.ReadAllText(bench["videos/.backprop-batch.json"]))!["videos"]!.AsObject()
            .Select(v => Path.GetFileNameWithoutExtension(v.Key)).Order(StringComparer.Ordinal).ToArray();
        Assert.InRange(noted.Length, 1, 6);
        Assert.All(
            Videos(), video => Assert.Equal(["nb_read_frames=10"], Tool.Probe(bench[$"videos/{video}.mp4"], "stream=nb_read_frames")));

        // By the same program: what is up to date depends on the code.
        var second = Events(BuiltProgram.RunIn(bench.Folder, arguments).Expect(0));

        Assert.Equal(noted, Variants(second, "up_to_date"));
        Assert.Equal(8 - noted.Length, Variants(second, "finished").Length);
        Assert.Equal(8, Videos().Length);
        Assert.All(
            Videos(),
            video =>
                Assert.Equal(
                    [$"nb_read_frames={(video == "slow" ? 26 : 10)}"], Tool.Probe(bench[$"videos/{video}.mp4"], "stream=nb_read_frames")));
        Assert.Empty(Directory.GetFiles(bench["videos"], "*part"));
        Assert.Equal(8, Variants(Events(BuiltProgram.RunIn(bench.Folder, arguments).Expect(0)), "up_to_date").Length);
    }

    [Fact]
    public void Only_what_is_missing_changed_or_spoilt_is_rendered_again()
    {
        const string beginning = "scene: tiny.yaml\noutput: videos/{name}.mp4\n";
        bench.Write("v.yaml", beginning + "matrix: { network.seed: [1, 2, 3] }\n");
        Batch("@/v.yaml -q").Expect(0);
        File.Delete(bench["videos/seed-1.mp4"]);
        using (var spoilt = File.OpenWrite(bench["videos/seed-2.mp4"])) spoilt.WriteByte(1);
        bench.Write("v.yaml", "# A comment changes nothing.\n" + beginning + "matrix: { network.seed: [1, 2, 3, 4] }\n");

        var events = Events(Batch("@/v.yaml --json").Expect(0));
        Assert.Equal(["seed-3"], Variants(events, "up_to_date"));
        Assert.Equal(["seed-1", "seed-2", "seed-4"], Variants(events, "finished"));

        bench.Write("v.yaml", beginning + "matrix: { network.seed: [1, 2] }\n");
        bench.Write("tiny.yaml", Tiny.Replace("title: Tiny", "title: Small", StringComparison.Ordinal));
        foreach (var options in new[] { "", "--aspect 9:16", "--aspect 9:16 --draft", "--aspect 9:16 --draft --force" })
            Assert.Equal(2, Variants(Events(Batch("@/v.yaml --json " + options).Expect(0)), "finished").Length);
    }

    [Fact]
    public void A_spoilt_manifest_means_that_nothing_is_known()
    {
        bench.Write("v.yaml", "scene: tiny.yaml\noutput: videos/{name}.mp4\ninclude: [{ name: one }]\n");
        Batch("@/v.yaml -q").Expect(0);

        foreach (var spoilt in new[]
        {
            "",
            "{",
            "[]",
            "null",
            "{\"videos\": null}",
            "{\"videos\": {\"one.mp4\": null}}",
            "{\"videos\": {\"one.mp4\": {}}}",
        })
        {
            bench.Write("videos/.backprop-batch.json", spoilt);
            Assert.Equal("render", (string)JsonNode.Parse(Batch("@/v.yaml --list --json").Expect(0).Output)![0]!["plan"]!);
        }
        Assert.Equal(["one"], Variants(Events(Batch("@/v.yaml --json").Expect(0)), "finished"));
    }

    [Fact]
    public void A_list_shows_what_would_be_rendered_and_renders_nothing()
    {
        var table = Batch("@/eight.yaml --list").Expect(0);

        Assert.Matches(
            @"sigmoid-seed-1 +render +network\.activation=sigmoid +\S+/videos/sigmoid-seed-1\.mp4 *\n +network\.seed=1 ", table.Output);
        Assert.DoesNotContain('\u001b', table.Output);
        Assert.Equal(["eight.yaml", "tiny.yaml"], bench.Made);

        var list = JsonNode.Parse(Batch("@/eight.yaml --list --json").Expect(0).Output)!.AsArray();
        Assert.Equal(8, list.Count);
        Assert.Equal(
            $$"""{"name":"tall","plan":"render","scene":"{{bench["tiny.yaml"]}}","set":{"video.size":"90x160"}""" +
            $$""","output":"{{bench["videos/tall.mp4"]}}"}""",
            list[6]!.ToJsonString());
    }

    [Fact]
    public void The_summary_has_time_size_and_outcome_of_each()
    {
        bench.Write(
            "v.yaml", "scene: tiny.yaml\noutput: videos/{name}.mp4\ninclude: [{ name: one }, { name: two, set: { network.seed: 9 } }]\n");
        Batch("@/v.yaml -q --set network.seed=9").Expect(0);
        File.Delete(bench["videos/one.mp4"]);

        var outcome = Batch("@/v.yaml --set network.seed=9").Expect(0);

        Assert.Matches(@"one +rendered +\d+\.\d s +[\d.]+ kB +\S+/videos/one\.mp4", outcome.Output);
        Assert.Matches(@"two +up to date +[\d.]+ kB +\S+/videos/two\.mp4", outcome.Output);
        Assert.Matches(@"2 variants: 1 rendered, 1 up to date, in \d+\.\d s", outcome.Output);
        Assert.DoesNotContain('\u001b', outcome.Output);
        Assert.Equal(
            ["[1/2]", "[2/2]"], outcome.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ')[0]));
    }

    [Fact]
    public void A_table_makes_a_video_of_each_row()
    {
        bench.Write("rows.csv", "name,network.seed,phases.loss.duration\nfirst,1,0.6s\n,2,\n");

        Batch("@/tiny.yaml --data @/rows.csv -o @/rows/{name}.mp4 -q").Expect(0);

        Assert.Equal(["first", "seed-2"], Videos("rows"));
        Assert.Equal(["nb_read_frames=12"], Tool.Probe(bench["rows/first.mp4"], "stream=nb_read_frames"));
        Assert.Equal(["nb_read_frames=10"], Tool.Probe(bench["rows/seed-2.mp4"], "stream=nb_read_frames"));
    }

    [Fact]
    public void Several_scenes_and_variants_files_go_together_into_the_output_folder()
    {
        bench.Write("other.yaml", Tiny);
        bench.Write("v.yaml", "scene: tiny.yaml\ninclude: [{ name: extra }]\n");

        BuiltProgram.RunIn(bench.Folder, "batch", "tiny.yaml", "other.yaml", "v.yaml", "-q", "--size", "90x160").Expect(0);

        Assert.Equal(["other", "tiny"], Videos("output"));
        Assert.Equal(["tiny-extra"], Videos("output/v"));
        Assert.Equal(["width=90", "height=160"], Tool.Probe(bench["output/other.mp4"], "stream=width,height"));
    }

    [Fact]
    public void Bad_variants_are_all_told_before_the_first_is_rendered_and_the_good_ones_are_rendered()
    {
        bench.Write("v.yaml", """
            scene: tiny.yaml
            output: videos/{name}.mp4
            matrix:
              network.activation: [sigmoid, tahn, reul]
              network.seed: [1, 2]
            include: [{ name: broken, set: { network.sed: 1 } }]

            """);

        var outcome = Batch("@/v.yaml").Expect(1);

        Assert.Contains("v.yaml:4:33: error: activation: expected one of", outcome.Error);
        Assert.Contains("did you mean 'tanh'?", outcome.Error);
        Assert.Contains("\n  in: tahn-seed-1, tahn-seed-2\n", outcome.Error);
        Assert.Contains("v.yaml:4:39: error: activation: expected one of", outcome.Error);
        Assert.Contains("v.yaml:6:34: error: unknown key 'sed' in network\n  hint: did you mean 'seed'?", outcome.Error);
        Assert.True(outcome.Error.LastIndexOf("hint", StringComparison.Ordinal) < outcome.Error.IndexOf("[1/2]", StringComparison.Ordinal));
        Assert.Equal(["sigmoid-seed-1", "sigmoid-seed-2"], Videos());
        Assert.Contains("7 variants: 2 rendered, 5 refused", outcome.Output);
        Assert.Matches(@"tahn-seed-1 +refused *\n", outcome.Output);

        Assert.Matches(@"broken +refused", Batch("@/v.yaml --list").Expect(1).Output);
        var problems = Events(Batch("@/v.yaml --json").Expect(1)).Where(e => (string)e["event"]! == "diagnostic").ToArray();
        Assert.Equal(
            ["""["tahn-seed-1","tahn-seed-2"]""", """["reul-seed-1","reul-seed-2"]""", """["broken"]"""],
            problems.Select(p => p["variants"]!.ToJsonString()));
    }

    [Fact]
    public void What_the_machine_does_not_allow_stops_one_variant_and_not_the_others()
    {
        bench.Write("v.yaml", "scene: tiny.yaml\noutput: videos/{name}.mp4\nmatrix: { network.seed: [1, 2, 3] }\n");
        Directory.CreateDirectory(bench["videos/seed-2.mp4"]);

        var outcome = Batch("@/v.yaml").Expect(3);

        Assert.Matches(@"error: seed-2: Cannot write .*/videos/seed-2\.mp4: it is a folder\.\n", outcome.Error);
        Assert.Equal(["seed-1", "seed-3"], Videos());
        Assert.Matches(@"seed-2 +failed", outcome.Output);
        var events = Events(Batch("@/v.yaml --json").Expect(3));
        Assert.Equal("seed-2", (string)events.Single(e => (string)e["event"]! == "failed")["variant"]!);
        Assert.Equal(["up_to_date", "failed", "up_to_date"], events[^1]["variants"]!.AsArray().Select(v => (string)v!["outcome"]!));
    }

    [Fact]
    public void A_place_that_cannot_be_made_is_the_machines_fault() =>
        Assert.Contains(
            "error: tiny: Cannot make the folder /sys/kernel/x", Batch("@/tiny.yaml -o /sys/kernel/x/{name}.mp4").Expect(3).Error);

    [Fact]
    public async Task A_batch_that_is_cancelled_says_that_it_can_go_on()
    {
        bench.Write("v.yaml", "scene: tiny.yaml\noutput: videos/{name}.mp4\nmatrix: { phases.loss.duration: [0.4s, 3600s, 3601s] }\n");
        using var cancel = new CancellationTokenSource();
        var batch = Backprop.Start(new(), cancel.Token, "batch", bench["v.yaml"], "--cache", bench["cache"], "-j", "1");
        Wait.Until(() => File.Exists(bench["videos/loss-3600s.mp4.backprop-part"]) || batch.IsCompleted);
        await cancel.CancelAsync();

        var outcome = (await batch).Expect(130);

        Assert.EndsWith("Cancelled; run again, it goes on with the variants that are not finished.\n", outcome.Error);
        Assert.Matches(@"loss-0\.4s +rendered", outcome.Output);
        Assert.Matches(@"loss-3600s +unfinished", outcome.Output);
        Assert.Equal(
            [".backprop-batch.json", "loss-0.4s.mp4"],
            Directory.GetFiles(bench["videos"]).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("@/eight.yaml --data @/rows.csv", 1, "eight.yaml: error: a table of variants goes with scenes")]
    [InlineData("@/tiny.yaml --data @/absent.csv", 1, "absent.csv: error: there is no such file")]
    [InlineData("@/absent.yaml", 1, "absent.yaml: error: there is no such file")]
    [InlineData("@/tiny.yaml @/lesson.yaml -o one.mp4", 1, "--output one.mp4: error: output: 2 variants would be written to one.mp4")]
    [InlineData(
        "@/tiny.yaml -o {name}.yaml", 1,
        "--output {name}.yaml: error: output: expected a path that ends with one of .mp4, .webm, .mov, .gif, .apng")]
    [InlineData("@/tiny.yaml --set network.sed=1", 1, "--set network.sed=1: error: unknown key 'sed'")]
    [InlineData("", 2, "FILE")]
    [InlineData("@/tiny.yaml --jobs many", 2, "many")]
    [InlineData("@/tiny.yaml --quality 700p", 2, "700p")]
    public void A_batch_that_cannot_be_is_told(string arguments, int exitCode, string words)
    {
        var outcome = Batch(arguments).Expect(exitCode);

        Assert.Contains(words, outcome.Error);
        Assert.Equal(["eight.yaml", "tiny.yaml"], bench.Made);
    }

    [Fact]
    public void The_end_of_the_output_tells_the_format()
    {
        Batch("@/tiny.yaml -q -o @/{name}.gif --fps 60").Expect(0);
        Assert.Equal(["codec_name=gif", "nb_read_frames=30"], Tool.Probe(bench["tiny.gif"], "stream=codec_name,nb_read_frames"));
    }

    [Fact]
    public void Names_that_reach_for_other_folders_stay_in_theirs()
    {
        bench.Write("v.yaml", """
            scene: tiny.yaml
            output: videos/{name}.mp4
            include: [{ name: ../../evil }, { name: "-y ; %d 'x'" }, { set: { title: /etc/passwd } }]

            """);

        Batch("@/v.yaml -q").Expect(0);

        Assert.Equal(["evil", "title-etc-passwd", "y-d-x"], Videos());
        Assert.Equal(["eight.yaml", "tiny.yaml", "v.yaml", "videos"], bench.Made);
    }
}
