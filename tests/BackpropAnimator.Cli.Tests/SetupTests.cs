using System.Diagnostics;

namespace BackpropAnimator.Cli.Tests;

/// <summary>How the launcher sees to the system's libraries, on a system that is a folder and with Debian's tools played by scripts.</summary>
public sealed class SetupTests : IDisposable
{
    readonly Workbench bench = new();

    public SetupTests()
    {
        Directory.CreateDirectory(bench["system/usr/lib/x86_64-linux-gnu"]);
        Directory.CreateDirectory(bench["bin"]);
    }

    public void Dispose() => bench.Dispose();

    void Has(params string[] things)
    {
        foreach (var thing in things)
            if (thing.StartsWith("lib", StringComparison.Ordinal)) bench.Write($"system/usr/lib/x86_64-linux-gnu/{thing}", "");
            else bench.WriteProgram($"bin/{thing}", "");
    }

    // The user is root, or may not use sudo; apt-get installs everything, nothing, or is not there.
    void HasApt(bool works) => bench.WriteProgram("bin/apt-get", works
        ? $"echo \"$@\" >> {bench["apt"]}\n[ \"$1\" = install ] || exit 0\n: > {bench["bin/ffmpeg"]}; : > {bench["bin/ffprobe"]}; /bin/chmod +x {bench["bin/ffmpeg"]} {bench["bin/ffprobe"]}\n: > {bench["system/usr/lib/x86_64-linux-gnu/libcairo.so.2"]}; : > {bench["system/usr/lib/x86_64-linux-gnu/libfreetype.so.6"]}; : > {bench["system/usr/lib/x86_64-linux-gnu/libturbojpeg.so.0"]}"
        : $"echo \"$@\" >> {bench["apt"]}\necho 'E: no network' >&2; exit 100");

    void UserIs(int id)
    {
        bench.WriteProgram("bin/id", $"echo {id}");
        bench.WriteProgram("bin/sudo", "exit 1");
    }

    Outcome Require()
    {
        bench.WriteProgram("bin/env", "exec /usr/bin/env \"$@\"");
        var start = new ProcessStartInfo("/bin/bash", ["-uc", $"source {Repository.Root}/.setup.sh; system_root={bench["system"]}; require_system_libraries"]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["PATH"] = bench["bin"];
        return Backprop.Finish(Process.Start(start)!);
    }

    [Fact]
    public void A_system_with_everything_is_left_alone()
    {
        Has("ffmpeg", "ffprobe", "libcairo.so.2", "libfreetype.so.6", "libturbojpeg.so.0");
        var outcome = Require().Expect(0);
        Assert.Equal(("", ""), (outcome.Output, outcome.Error));
    }

    [Fact]
    public void Root_gets_what_is_missing_installed_and_only_that()
    {
        Has("ffmpeg", "ffprobe", "libfreetype.so.6", "libturbojpeg.so.0");
        HasApt(works: true);
        UserIs(0);

        Assert.Contains("Installing from Debian: libcairo2\n", Require().Expect(0).Error);
        Assert.Equal(["update -qq", "install -y -qq --no-install-recommends libcairo2"], File.ReadAllLines(bench["apt"]));
    }

    [Fact]
    public void Everything_can_be_missing()
    {
        HasApt(works: true);
        UserIs(0);
        Assert.Contains("Installing from Debian: ffmpeg libcairo2 libfreetype6 libturbojpeg0\n", Require().Expect(0).Error);
    }

    [Fact]
    public void A_user_without_sudo_is_told_what_to_install()
    {
        Has("ffprobe", "libcairo.so.2", "libturbojpeg.so.0");
        HasApt(works: true);
        UserIs(1000);

        Assert.Equal(
            "error: missing on this system: ffmpeg libfreetype6\n  hint: install with: apt-get install ffmpeg libfreetype6\n", Require().Expect(3).Error);
        Assert.False(File.Exists(bench["apt"]));
    }

    [Fact]
    public void An_installation_that_fails_is_told_with_what_is_still_missing()
    {
        Has("ffmpeg", "ffprobe", "libcairo.so.2", "libturbojpeg.so.0");
        HasApt(works: false);
        UserIs(0);

        var outcome = Require().Expect(3);
        Assert.Contains("E: no network", outcome.Error);
        Assert.Contains("error: missing on this system: libfreetype6", outcome.Error);
    }

    [Fact]
    public void A_system_without_apt_is_told_what_is_missing() => Assert.Contains("missing on this system: ffmpeg libcairo2 libfreetype6 libturbojpeg0", Require().Expect(3).Error);
}
