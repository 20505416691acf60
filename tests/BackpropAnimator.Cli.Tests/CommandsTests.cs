using System.Text;
using System.Text.Json.Nodes;
using BackpropAnimator.Cli.Commands;

namespace BackpropAnimator.Cli.Tests;

/// <summary>The commands around a render: help, timeline, phases, schema, fonts, doctor, new and completion.</summary>
public sealed class CommandsTests : IDisposable
{
    readonly Workbench bench = new();

    public void Dispose() => bench.Dispose();

    public static TheoryData<string> Names() => [.. Commands.CommandLine.Names];

    // Who names one gets that one alone made, so its name beside the others must be its own.
    [Theory, MemberData(nameof(Names))]
    public void A_command_answers_to_its_name(string name) =>
        Assert.Contains($" {name} ", Backprop.Run(name, "--help").Expect(0).Output, StringComparison.Ordinal);

    // REFRESH_DOCS=1 ./test writes the page anew; what changed is then seen in the commit.
    [Fact]
    public void The_committed_page_of_commands_is_what_their_help_says()
    {
        var page = new StringBuilder(
            "# Commands\n\nWhat `backprop COMMAND --help` says, for every command.\n\n"
            + "Exit codes: 0 success, 1 the scene has problems, 2 the command line is wrong, "
            + "3 the machine lacks something (FFmpeg, a library, disk, a writable folder), 130 stopped with Ctrl-C.\n");
        foreach (var name in Help.Commands)
        {
            var help = Help.Of(name);
            Assert.Contains($"Examples:\n  ", help);
            page.Append(null, $"\n## {name}\n\n```text\n{help.Trim()}\n```\n");
        }
        // The cache's folder is the user's.
        var text = page.ToString().Replace(TestStreams.CacheFolder, "~/.cache/backprop-animator", StringComparison.Ordinal);
        var file = Path.Combine(Repository.Root, "docs", "commands.md");
        if (Environment.GetEnvironmentVariable("REFRESH_DOCS") == "1") File.WriteAllText(file, text);
        Assert.Equal(text, File.ReadAllText(file));
    }

    [Fact]
    public void The_version_is_a_number() => Assert.Matches(@"^\d+\.\d+\.\d+\n$", Backprop.Run("--version").Expect(0).Output);

    [Fact]
    public void The_timeline_has_the_times_and_frames_of_every_phase()
    {
        Assert.Matches(@"forward\s+0\.5\s+1\.2\s+0\.7\s+15–35", Backprop.Run("timeline", bench.Scene).Expect(0).Output);

        var json = JsonNode.Parse(Backprop.Run("timeline", bench.Scene, "--json", "--fps", "60").Expect(0).Output)!;
        Assert.Equal((90, 1.5, "60/1"), ((int)json["frames"]!, (double)json["duration"]!, (string)json["fps"]!));
        Assert.Equal(["intro", "forward", "loss"], json["phases"]!.AsArray().Select(p => (string)p!["phase"]!));
        Assert.Equal([0, 30, 72], json["phases"]!.AsArray().Select(p => (int)p!["first_frame"]!));
        Assert.Equal([30, 42, 18], json["phases"]!.AsArray().Select(p => (int)p!["frames"]!));
    }

    [Fact]
    public void The_phases_are_listed_and_each_tells_its_options()
    {
        Assert.Matches(@"weight_update\s+6\s+Every weight", Backprop.Run("phases").Expect(0).Output);
        Assert.Matches(@"saturation_threshold\s+.*0\.05\s+A unit whose slope", Backprop.Run("phases", "backward").Expect(0).Output);
        Assert.Contains("did you mean 'backward'?", Backprop.Run("phases", "bakward").Expect(2).Error);
    }

    [Fact]
    public void The_schema_and_the_reference_are_those_of_the_docs()
    {
        Assert.Equal(File.ReadAllText(Path.Combine(Repository.Root, "docs", "scene.schema.json")), Backprop.Run("schema").Expect(0).Output);
        Assert.Equal(
            File.ReadAllText(Path.Combine(Repository.Root, "docs", "scene-reference.md")),
            Backprop.Run("schema", "--markdown").Expect(0).Output);
    }

    [Fact]
    public void The_fonts_are_listed() =>
        Assert.Matches(@"Math\s+Latin Modern Math\s+\d+\s+formulas", Backprop.Run("fonts").Expect(0).Output);

    [Fact]
    public void The_doctor_finds_all_well_on_a_machine_that_renders()
    {
        var findings = JsonNode.Parse(Backprop.Run("doctor", "--json").Expect(0).Output)!.AsArray();
        Assert.All(findings, finding => Assert.NotEqual("broken", (string)finding!["health"]!));
        Assert.Contains(findings, finding => (string)finding!["subject"]! == "H.264 in MP4" && (string)finding["detail"]! == "libx264");
    }

    [Fact]
    public void The_doctor_names_a_remedy_for_what_is_missing()
    {
        bench.WriteProgram(
            "bin/ffmpeg",
            "case \"$*\" in *-version*) echo 'ffmpeg version 9.9 Copyright';; *) printf ' ------\\n V....D libx265  H.265\\n';; esac");

        var outcome = BuiltProgram.RunWithPath(bench["bin"], "doctor").Expect(3);

        Assert.Matches(@"ok +ffmpeg +9\.9\n", outcome.Output);
        // Of hardware it has none.
        Assert.DoesNotContain("--encoder", outcome.Output);
        // Nothing of ours needs FFprobe.
        Assert.DoesNotContain("ffprobe", outcome.Output);
        Assert.Matches(@"broken +H\.264 in MP4 +no encoder\n +→ install an FFmpeg that has libx264", outcome.Output);
        Assert.Matches(@"limited +GIF +no encoder", outcome.Output);
    }

    [Fact]
    public void The_doctor_names_the_fonts_on_the_machine_that_have_a_script()
    {
        bench.WriteProgram(
            "bin/fc-list",
            """
            printf '/f/NotoSansThai-Regular.ttf\t0\t20-7e e01-e3a e3f\n/f/a.ttc\t1\te01\n/f/a.ttc\t131073\te01\n'
            printf '/f/b.otf\t0\te00\n/f/c.pfb\t0\te01\n'
            """);
        string Doctor(params string[] arguments) => BuiltProgram.RunWithPath(bench["bin"], ["doctor", .. arguments]).Output;

        Assert.Equal(
            "Thai: on Debian: sudo apt install fonts-noto-core; copy NotoSansThai-Regular.ttf beside the scene, " +
            "theme: { fonts: ['NotoSansThai-Regular.ttf'] }\nOn this machine:\n  /f/NotoSansThai-Regular.ttf\n  /f/a.ttc#1\n",
            Doctor("--script", "ก"));
        Assert.Contains("No font on this machine has it.\n", Doctor("--script", "lao"));
        var whole = Doctor();
        Assert.Matches(@"ok +Thai font +/f/NotoSansThai-Regular\.ttf and 1 more\n", whole);
        Assert.Matches(@"ok +Arabic font +none on this machine\n +→ on Debian: sudo apt install fonts-noto-core; copy", whole);

        // A machine without fontconfig needs none.
        File.Delete(bench["bin/fc-list"]);
        Assert.Contains("only fontconfig (fc-list) would tell", Doctor("--script", "Thai"));
    }

    public static TheoryData<string> Templates() => [.. NewCommand.Templates];

    [Theory, MemberData(nameof(Templates))]
    public void A_new_scene_is_sound_and_names_its_schema(string template)
    {
        var outcome = Backprop.Run("new", bench["lessons/why-it-learns"], "--from", template).Expect(0);

        var file = bench["lessons/why-it-learns.yaml"];
        Assert.Equal($"Wrote {file}. Next: backprop render {file}\n", outcome.Output);
        var scene = File.ReadAllText(file);
        Assert.StartsWith("# yaml-language-server: $schema=scene.schema.json\n", scene);
        Assert.True(File.Exists(bench["lessons/scene.schema.json"]));
        Assert.Contains("title: \"Why it learns\"\n", scene);
        Assert.StartsWith("ok", Backprop.Run("check", file).Expect(0).Output);
    }

    [Fact]
    public void A_new_scene_renders_at_once()
    {
        Backprop.Run("new", bench["first.yaml"]).Expect(0);
        Backprop.Run("still", bench["first.yaml"], "--at", "20s", "--quality", "480p", "-o", bench["still.png"]).Expect(0);
        Assert.Equal(["width=854", "height=480"], Tool.Probe(bench["still.png"], "stream=width,height"));
    }

    [Fact]
    public void A_new_scene_in_a_checkout_names_the_schema_of_its_docs()
    {
        bench.Write("docs/scene.schema.json", "{}");
        Backprop.Run("new", bench["scenes/mine"]).Expect(0);
        Assert.StartsWith("# yaml-language-server: $schema=../docs/scene.schema.json\n", File.ReadAllText(bench["scenes/mine.yaml"]));
        Assert.False(File.Exists(bench["scenes/scene.schema.json"]));
    }

    [Fact]
    public void A_new_scene_replaces_another_only_by_force()
    {
        Assert.Contains("lesson.yaml is there already", Backprop.Run("new", bench["lesson"]).Expect(2).Error);
        Assert.Equal(Workbench.ShortScene, File.ReadAllText(bench.Scene));

        Backprop.Run("new", bench["lesson"], "--force").Expect(0);
        Assert.Contains("title: \"Lesson\"", File.ReadAllText(bench.Scene));
    }

    [Theory]
    [InlineData(40)]
    [InlineData(80)]
    [InlineData(139)]
    [InlineData(200)]
    public void Tables_of_phases_and_of_their_options_keep_to_the_terminal(int columns)
    {
        foreach (var arguments in new string[][] { ["phases"], ["phases", "chain_rule"], ["phases", "train"], ["check", bench.Scene] })
            Assert.All(
                Backprop.RunWithin(columns, arguments).Expect(0).Output.Split('\n'), line => Assert.True(line.Length <= columns, line));
    }

    [Fact]
    public void On_a_narrow_terminal_an_option_is_a_paragraph() => Assert.Matches(
        @"duration How long the phase lasts\. \(a duration such as [^)]*; 8s when left out\)",
        string.Join(
            ' ',
            Backprop.RunWithin(80, "phases", "chain_rule").Expect(0).Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));

    [Fact]
    public void Check_warns_of_a_caption_that_is_gone_before_it_is_read()
    {
        var hasty = Workbench.ShortScene.Replace(
            "- forward: 0.7s", "- forward: { duration: 0.7s, caption: Every unit sums its inputs }", StringComparison.Ordinal);
        var outcome = Backprop.Run("check", bench.Write("hasty.yaml", hasty)).Expect(0);
        Assert.Contains(
            "hasty.yaml:8:41: warning: caption: 26 characters take 1.5 s to read, 17 a second", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("write 'duration: ", outcome.Error, StringComparison.Ordinal);
        // It is a matter of taste: other commands say nothing.
        Assert.Empty(Backprop.Run("timeline", bench["hasty.yaml"]).Expect(0).Error);
    }

    [Fact]
    public void Check_tells_other_programs_what_it_found()
    {
        var good = JsonNode.Parse(Backprop.Run("check", bench.Scene, "--json").Expect(0).Output)!;
        Assert.True((bool)good["ok"]!);
        Assert.Empty(good["problems"]!.AsArray());
        Assert.Equal(45, (int)good["timeline"]!["frames"]!);

        var outcome = Backprop.Run("check", bench.Write("bad.yaml", Workbench.ShortScene.Replace("seed: 3", "sed: 3")), "--json").Expect(1);
        Assert.Empty(outcome.Error);
        var bad = JsonNode.Parse(outcome.Output)!;
        var problem = Assert.Single(bad["problems"]!.AsArray())!;
        Assert.False((bool)bad["ok"]!);
        Assert.Null(bad["timeline"]);
        Assert.Equal((4, "error"), ((int)problem["line"]!, (string)problem["severity"]!));
        Assert.StartsWith("did you mean 'seed'?", (string)problem["hint"]!);
    }

    [Theory]
    [InlineData("--phase f", new[] { "forward" })]
    [InlineData("--set phases.loss.cap", new[] { "phases.loss.caption=", "phases.loss.captions=" })]
    [InlineData("--set network.see", new[] { "network.seed=" })]
    public void A_shell_is_told_the_phases_and_the_keys_of_the_scene_on_the_line(string begun, string[] completions)
    {
        var line = $"backprop render {bench.Scene} {begun}";
        var told = Backprop.Run($"[suggest:{line.Length}]", line).Expect(0).Output;
        Assert.Equal(completions, told.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void A_scene_that_cannot_be_read_has_nothing_to_complete()
    {
        const string line = "backprop render missing.yaml --phase f";
        Assert.Empty(Backprop.Run($"[suggest:{line.Length}]", line).Expect(0).Output.Trim());
    }

    [Theory]
    [InlineData("backprop ren", "render")]
    [InlineData("backprop render lesson.yaml --quality 7", "720p")]
    [InlineData("backprop render lesson.yaml --asp", "--aspect")]
    [InlineData("backprop phases chain_", "chain_rule")]
    [InlineData("backprop completion z", "zsh")]
    public void A_shell_that_asks_is_told_commands_options_and_values(string line, string completion) =>
        Assert.Contains(completion, Backprop.Run($"[suggest:{line.Length}]", line).Expect(0).Output.Split('\n'));

    [Fact]
    public void Bash_asks_the_program_and_completes_what_was_begun()
    {
        const string line = "backprop render lesson.yaml --quality 7";
        var script = $$"""
            backprop() { {{BuiltProgram.File}} "$@"; }
            source <(backprop completion bash)
            COMP_LINE='{{line}}' COMP_POINT={{line.Length}} COMP_WORDS=({{line}}) COMP_CWORD={{line.Count(c => c == ' ')}}
            _backprop
            printf '%s\n' "${COMPREPLY[@]}"
            """;
        Assert.Equal("720p", BuiltProgram.TextOf("bash", "-c", script).Trim());
    }

    // Neither shell can be asked here: their scripts must at least ask the program in the way that is tested for bash.
    [Theory]
    [InlineData("zsh", "\"[suggest:$CURSOR]\" \"$BUFFER\"", "compdef _backprop backprop")]
    [InlineData("fish", "\"[suggest:\"(string length -- \"$line\")\"]\" \"$line\"", "complete -c backprop -a '(__backprop_complete)'")]
    public void The_other_shells_ask_as_bash_does(string shell, string question, string registration)
    {
        var script = Backprop.Run("completion", shell).Expect(0).Output;
        Assert.Contains(question, script);
        Assert.Contains(registration, script);
    }
}
