namespace BackpropAnimator.Cli.Tests;

/// <summary>Every option of every command, good and bad. What the options do is tested where their commands are.</summary>
public sealed class OptionsTests : IDisposable
{
    const string Scene =
        "--set network.seed=5 --size 160x90 --fps 10 --allow-outside --allow-plugins --language de",
        OtherScene = "--quality 480p --aspect 1:1", Silent = "--no-voice", Taken = "--record-with @/";

    // Command lines that all succeed, with @/ for the folder, and what each leaves there.
    static readonly (string Line, string Made)[] good =
    [
        ($"render @/lesson.yaml --output @/clip.mp4 --jobs 1 --quiet --no-cache --phase intro --draft {Scene} {Silent}", "clip.mp4"),
        ("render @/lesson.yaml -o @/clip.mp4 -j 2 --json --explain --cache @/cache --memory 4GB --stall-timeout 30s "
            + $"--format mp4 --codec h264 --from 0.1s --to 0.3s --preset ultrafast --crf 30 --tune none {OtherScene} {Taken}",
            "cache clip.mp4"),
        ($"render @/lesson.yaml -o @/clip.gif --quiet --transparent --phase intro {Scene} {Silent}", "clip.gif"),
        ("render @/lesson.yaml -o @/clip.html --slides --mark 0.2s --quiet --no-cache --phase intro", "clip.html"),
        ($"batch @/lesson.yaml --data @/rows.csv --output @/v/{{name}}.mp4 --force --jobs 1 --quiet --no-cache --draft {Scene} "
            + Silent, "v"),
        ("batch @/lesson.yaml --list --json --cache @/cache --memory 4GB --stall-timeout 30s "
            + $"--preset fast --crf 20 --tune animation {OtherScene} {Taken}", ""),
        ("batch @/lesson.yaml --list --encoder nvenc", ""),
        ($"chunks @/lesson.yaml --data @/rows.csv --list --json --cache @/cache --draft --output @/v/{{name}}.mp4 {Scene} {Silent}", ""),
        ("chunks @/lesson.yaml --render 0/99 --jobs 1 --memory 4GB --stall-timeout 30s --quiet --cache @/cache "
            + $"--preset fast --crf 20 --tune animation {OtherScene} {Taken}", ""),
        ("chunks @/tiny.yaml --list --encoder nvenc", ""),
        ("chunks @/tiny.yaml --plan --nodes 4 --cores 2 --price 0.04 --cache @/cache", "cache"),
        ($"frames @/lesson.yaml --output @/d --every 10 --quiet --phase loss --from 0s --to 1.5s {Scene} {Silent}", "d"),
        ($"frames @/lesson.yaml -o @/d --at 0.1s,1s {OtherScene} {Taken}", "d"),
        ($"still @/lesson.yaml --output @/s.png --at 500ms {Scene} {Silent}", "s.png"),
        ($"still @/lesson.yaml -o @/s.png --at 0.5 {OtherScene} {Taken}", "s.png"),
        ($"sheet @/lesson.yaml --output @/s.png --every 0.5 --columns 2 --width 64 --phase forward --from 0.6s --to 1s {Scene} "
            + Silent, "s.png"),
        ($"sheet @/lesson.yaml -o @/s.png --at 0.2s,1s --width 64 {OtherScene} {Taken}", "s.png"),
        ($"check @/lesson.yaml --json {Scene} {Silent}", ""),
        ($"check @/lesson.yaml {OtherScene} {Taken}", ""),
        ($"timeline @/lesson.yaml --json {Scene} {Silent}", ""),
        ($"timeline @/lesson.yaml {OtherScene} {Taken}", ""),
        ($"script @/lesson.yaml {Scene} {Silent}", ""),
        ($"script @/lesson.yaml {OtherScene} {Taken}", ""),
        ($"trace @/lesson.yaml --format csv --epoch 1 --output @/t.csv {Scene}", "t.csv"),
        ($"trace @/lesson.yaml {OtherScene}", ""),
        ($"worksheet @/lesson.yaml --answers --output @/w.md {Scene}", "w.md"),
        ($"worksheet @/lesson.yaml {OtherScene}", ""),
        ($"web @/lesson.yaml --output @/lesson.html --video @/film.mp4 {Scene}", "lesson.html"),
        ($"web @/lesson.yaml -o @/site {OtherScene}", "site"),
        ("new @/lesson --from short --force", "scene.schema.json"),
        ("phases", ""),
        ("schema --markdown", ""),
        ("schema --variants", ""),
        ("fonts", ""),
        ("cache --cache @/cache --json", ""),
        ("cache clear --cache @/cache", ""),
        ("specimen --output @/s.png", "s.png"),
        ("doctor --json --script Thai", ""),
        ($"bench @/tiny.yaml --jobs 1 --repeat 1 --draft --preset fast --crf 20 --tune none {Scene} {Silent}", ""),
        ($"bench @/tiny.yaml --jobs 1 --repeat 1 {OtherScene} {Taken}", ""),
        ("completion bash", ""),
    ];

    // Tested with what they open and watch, and with hardware that is not there.
    static readonly string[] elsewhere =
    [
        "render --watch", "render --open", "render --encoder", "bench --encoder", "studio --open",
        "chunks --join", "chunks --order",
        "batch --on", "batch --nodes", "batch --cores", "batch --time", "batch --sbatch", "batch --detach", "batch --attach",
        .. StudioCommandTests.AllOptions.Split(' ').Where(word => word.StartsWith('-')).Select(option => $"studio {option}"),
    ];

    // What each option with a value refuses, and how: 1 for what the scene would refuse too.
    static readonly Dictionary<string, (string Value, int ExitCode)[]> bad = new()
    {
        ["--set"] = [("nonsense", 1), ("network.sed=3", 1), ("=3", 1)],
        ["--size"] = [("8x180", 1), ("wide", 1), ("0x0", 1), ("99999x99999", 1)],
        ["--fps"] = [("900", 1), ("0", 1), ("-1", 1), ("1/0", 1)],
        ["--quality"] = [("700p", 2)],
        ["--aspect"] = [("3:2", 2)],
        ["--script"] = [("Latin", 2), ("x", 2), ("", 2)],
        ["--jobs"] = [("many", 2), ("-1", 2), ("0", 2)],
        ["--phase"] = [("outro", 2)],
        ["--from"] = [("later", 2), ("-1s", 2), ("100s", 2)],
        ["--to"] = [("later", 2), ("0s", 2)],
        ["--crf"] = [("99", 2), ("-1", 2), ("low", 2)],
        ["--preset"] = [("quick", 2)],
        ["--tune"] = [("film", 2)],
        ["--at"] = [("soon", 2), ("100s", 2), ("-1s", 2)],
        ["--every"] = [("0", 2), ("-1", 2), ("often", 2)],
        ["--columns"] = [("0", 2), ("21", 2), ("few", 2)],
        ["--width"] = [("0", 2), ("-5", 2), ("wide", 2)],
        ["--encoder"] = [("chip", 2)],
        ["--mark"] = [("soon", 2), ("-1s", 2)],
        ["--format"] = [("xml", 2)],
        ["--codec"] = [("mpeg2", 2)],
        ["--memory"] = [("lots", 2), ("-1GB", 2), ("0MB", 2)],
        ["--stall-timeout"] = [("long", 2), ("0s", 2)],
        ["--epoch"] = [("-1", 2), ("99999999", 2), ("last", 2)],
        ["--repeat"] = [("0", 2), ("often", 2)],
        ["--data"] = [("absent.csv", 1)],
        ["--output"] = [("/sys/kernel/x/{name}.mp4", 3), ("", 2)],
        ["--cache"] = [("", 2)],
        ["--language"] = [("german", 2), ("", 2)],
        ["--record-with"] = [("", 2)],
        ["--video"] = [("film.avi", 2), ("absent.mp4", 2), ("", 2)],
        ["--render"] = [("8/8", 2), ("half", 2)],
        ["--order"] = [("absent.json", 2)],
        ["--on"] = [("pbs", 2)],
        ["--nodes"] = [("0", 2), ("many", 2)],
        ["--cores"] = [("0", 2), ("many", 2)],
        ["--price"] = [("-1", 2), ("cheap", 2)],
        ["--time"] = [("30", 2)],
        ["--sbatch"] = [("--mem=4G", 2)],
    };

    readonly Workbench bench = new();

    public OptionsTests()
    {
        bench.Write("tiny.yaml", BatchTests.Tiny);
        bench.Write("rows.csv", "name,network.seed\none,1\n");
        bench.Write("film.mp4", "a video");
    }

    public void Dispose() => bench.Dispose();

    public static TheoryData<string, string> GoodLines()
    {
        var lines = new TheoryData<string, string>();
        foreach (var (line, made) in good) lines.Add(line, made);
        return lines;
    }

    [Theory, MemberData(nameof(GoodLines))]
    public void A_good_command_line_does_what_it_says(string line, string made)
    {
        var outcome = Backprop.Run(bench.PathsIn(line)).Expect(0);

        Assert.DoesNotContain("error", outcome.Error);
        Assert.Equal(made, string.Join(' ', bench.Made.Where(name => name is not ("tiny.yaml" or "rows.csv" or "film.mp4"))));
    }

    [Fact]
    public void Every_command_and_option_is_driven() => Assert.All(Help.Commands, command =>
    {
        var lines =
            good.Where(g => $"{g.Line} ".StartsWith(command + " ", StringComparison.Ordinal)).Select(g => g.Line.Split(' ')).ToList();
        Assert.True(lines.Count > 0 || elsewhere.Any(e => e.StartsWith(command + " ", StringComparison.Ordinal)), command);
        var driven = lines.SelectMany(words => words)
            .Concat(elsewhere.Where(e => e.StartsWith(command + " ", StringComparison.Ordinal)).Select(e => e.Split(' ')[^1]));
        Assert.Empty(Help.OptionsOf(command).Except(driven));
    });

    static readonly string[] commandsOnScenes =
        ["render", "batch", "chunks", "frames", "still", "sheet", "check", "timeline", "script", "trace", "worksheet", "web", "bench"];

    public static TheoryData<string> CommandsOnScenes() => [.. commandsOnScenes];

    [Theory, MemberData(nameof(CommandsOnScenes))]
    public void A_bad_value_is_told_and_nothing_is_written(string command)
    {
        // Single frames are no videos.
        var end = command is "still" or "sheet" ? ".png" : ".mp4";
        var needed = (command is "frames" or "still" or "sheet" or "render" ? new[] { "--output", bench["out" + end] } : [])
            .Concat(command == "still" ? ["--at", "0.5s"] : command == "chunks" ? ["--join"] : []).ToArray();
        foreach (var option in Help.OptionsOf(command).Where(bad.ContainsKey))
            foreach (var (any, exitCode) in bad[option])
            {
                var value = any.Replace(".mp4", end, StringComparison.Ordinal);
                // trace and worksheet take a place that cannot be written where batch takes a pattern.
                string[] rest = [.. needed.Chunk(2).Where(pair => pair[0] != option).SelectMany(pair => pair)];
                var outcome = Backprop.Run([command, bench.Scene, .. rest, option, value]);
                Assert.True(
                    outcome.ExitCode == exitCode,
                    $"{command} {option} {value}: exit code {outcome.ExitCode} instead of {exitCode}\n{outcome.Error}");
                Assert.Contains("error", outcome.Error);
                Assert.Equal(["film.mp4", "rows.csv", "tiny.yaml"], bench.Made);
            }
    }

    [Fact]
    public void Every_value_that_can_be_bad_is_tried()
    {
        string[] free =
        [
            "--answers", "--allow-outside", "--allow-plugins", "--no-cache", "--draft", "--transparent", "--watch", "--open", "--json",
            "--quiet", "--list", "--join", "--plan", "--detach", "--attach", "--force", "--explain", "--slides", "--no-voice",
        ];
        Assert.Empty(commandsOnScenes.SelectMany(Help.OptionsOf).Except(bad.Keys).Except(free));
    }

    [Fact]
    public void What_no_command_knows_is_told_by_every_command() => Assert.All(Help.Commands, command =>
    {
        var outcome = Backprop.Run([.. command.Split(' '), "--bogus"]).Expect(2);
        Assert.Contains("'--bogus'", outcome.Error);
        Assert.Contains($"see: backprop {command} --help", outcome.Error);
        Assert.Equal("", outcome.Output);
    });

    [Fact]
    public void After_two_dashes_a_file_may_be_called_like_an_option()
    {
        var outcome = Backprop.Run("timeline", "--", "--bogus.yaml").Expect(1);
        Assert.Contains("--bogus.yaml: error: there is no such file", outcome.Error);
    }
}
