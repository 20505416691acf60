using System.Diagnostics;

namespace BackpropAnimator.Cli.Tests;

/// <summary>How the launcher sees to FFmpeg and a voice, on a system that is a folder and with Debian's tools played by scripts.</summary>
public sealed class SetupTests : IDisposable
{
    readonly Workbench bench = new();

    public SetupTests() => Directory.CreateDirectory(bench["bin"]);

    public void Dispose() => bench.Dispose();

    void HasFFmpeg() => bench.WriteProgram("bin/ffmpeg", "");

    // The user is root, or may not use sudo; apt-get installs what it is asked for, nothing, or is not there.
    void HasApt(bool works, string package = "ffmpeg") => bench.WriteProgram("bin/apt-get", works
        ? $"echo \"$@\" >> {bench["apt"]}\n[ \"$1\" = install ] || exit 0\n" +
            $": > {bench[$"bin/{package}"]}; /bin/chmod +x {bench[$"bin/{package}"]}"
        : $"echo \"$@\" >> {bench["apt"]}\necho 'E: no network' >&2; exit 100");

    void UserIs(int id)
    {
        bench.WriteProgram("bin/id", $"echo {id}");
        bench.WriteProgram("bin/sudo", "exit 1");
    }

    Outcome Require(string system = "linux-gnu", string what = "require_ffmpeg")
    {
        bench.WriteProgram("bin/env", "exec /usr/bin/env \"$@\"");
        var start = new ProcessStartInfo("/bin/bash", ["-uc", $"source {Repository.Root}/.setup.sh; OSTYPE={system}; {what}"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PATH"] = bench["bin"];
        return BuiltProgram.Finish(Process.Start(start)!);
    }

    [Fact]
    public void A_system_with_FFmpeg_is_left_alone()
    {
        HasFFmpeg();
        var outcome = Require().Expect(0);
        Assert.Equal(("", ""), (outcome.Output, outcome.Error));
    }

    [Fact]
    public void Root_gets_FFmpeg_installed_and_nothing_else()
    {
        HasApt(works: true);
        UserIs(0);

        Assert.Contains("Installing from Debian: ffmpeg\n", Require().Expect(0).Error);
        Assert.Equal(["update -qq", "install -y -qq --no-install-recommends ffmpeg"], File.ReadAllLines(bench["apt"]));
    }

    [Fact]
    public void A_user_without_sudo_is_told_what_to_install()
    {
        HasApt(works: true);
        UserIs(1000);

        Assert.Equal(
            "error: FFmpeg is missing on this system\n  hint: install it with: apt-get install ffmpeg\n", Require().Expect(3).Error);
        Assert.False(File.Exists(bench["apt"]));
    }

    [Fact]
    public void An_installation_that_fails_is_told_with_what_is_still_missing()
    {
        HasApt(works: false);
        UserIs(0);

        var outcome = Require().Expect(3);
        Assert.Contains("E: no network", outcome.Error);
        Assert.Contains("error: FFmpeg is missing on this system", outcome.Error);
    }

    [Fact]
    public void A_system_without_apt_is_told_what_is_missing() =>
        Assert.Contains("error: FFmpeg is missing on this system", Require().Expect(3).Error);

    [Fact]
    public void A_Mac_is_told_its_own_way() => Assert.Contains("brew install ffmpeg", Require("darwin24").Expect(3).Error);

    [Theory]
    [InlineData("  - loss: { say: Wrong! }", "", true)]
    [InlineData("  - loss:\n      say: Wrong!", "", true)]
    [InlineData("  - loss: { say: Wrong! }", "--no-voice", false)]
    [InlineData("  - loss: { caption: The essay is over. }", "", false)]
    public void A_voice_is_installed_for_a_scene_that_speaks(string phases, string option, bool installs)
    {
        HasApt(works: true, "espeak-ng");
        UserIs(0);
        bench.Write("lesson.yaml", $"phases:\n{phases}\n");

        Require(what: $"install_voice_for render {bench["lesson.yaml"]} {option}").Expect(0);

        Assert.Equal(
            installs ? ["update -qq", "install -y -qq --no-install-recommends espeak-ng"] : [],
            File.Exists(bench["apt"]) ? File.ReadAllLines(bench["apt"]) : []);
    }

    [Fact]
    public void Where_no_voice_can_be_installed_the_program_goes_on_and_says_so_itself()
    {
        bench.Write("lesson.yaml", "phases: [{ loss: { say: Wrong! } }]");

        Assert.Equal("", Require(what: $"install_voice_for render {bench["lesson.yaml"]}").Expect(0).Error);
    }
}
