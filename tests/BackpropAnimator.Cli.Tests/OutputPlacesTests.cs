using System.Diagnostics;

namespace BackpropAnimator.Cli.Tests;

/// <summary>Whatever <c>-o</c> leads to stays what it is, in every command that writes.</summary>
public sealed class OutputPlacesTests : IDisposable
{
    const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    readonly Workbench bench = new();

    public void Dispose() => bench.Dispose();

    // The place of the output comes last.
    static readonly string[] streams =
    [
        "still @/lesson.yaml --at 1s -o", "sheet @/lesson.yaml -o", "trace @/lesson.yaml --format json -o",
        "worksheet @/lesson.yaml --answers -o",
    ];

    public static TheoryData<string> Streams() => [.. streams];

    public static TheoryData<string> Files() => [.. streams, "render @/lesson.yaml -q --no-cache -o", "new --force"];

    [Theory, MemberData(nameof(Files))]
    public void A_link_is_followed_and_the_mode_of_its_file_stays(string command)
    {
        if (OperatingSystem.IsWindows()) return;
        var extension = command.Split(' ')[0] switch { "render" => "mp4", "still" or "sheet" => "png", _ => "yaml" };
        var (link, real) = (bench[$"place/link.{extension}"], bench[$"place/real.{extension}"]);
        bench.Write(real, "old");
        File.SetUnixFileMode(real, Private);
        File.CreateSymbolicLink(link, Path.GetFileName(real));

        Backprop.Run([.. bench.PathsIn(command), link]).Expect(0);

        Assert.Equal((Path.GetFileName(real), Private), (new FileInfo(link).LinkTarget, File.GetUnixFileMode(real)));
        Assert.NotEqual("old", File.ReadAllText(real));
        Assert.DoesNotContain(Directory.GetFiles(bench["place"]), file => file.EndsWith("part", StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Streams))]
    public async Task What_goes_through_a_pipe_is_what_a_file_gets(string command)
    {
        Tool.Text("mkfifo", bench["pipe"]);
        var read = Task.Run(() => Tool.Text("sh", "-c", $"cat '{bench["pipe"]}' | sha256sum"));

        Backprop.Run([.. bench.PathsIn(command), bench["pipe"]]).Expect(0);
        Backprop.Run([.. bench.PathsIn(command), bench["file"]]).Expect(0);

        Assert.Equal(Tool.Text("sh", "-c", $"cat '{bench["file"]}' | sha256sum"), await read);
        Assert.Equal(["file", "pipe"], bench.Made);
    }

    /// <summary>Runs the program where <c>@/node</c> is a device, in folders that nobody else sees.</summary>
    /// <param name="device">Which one.</param>
    Outcome OnDevice(string device, string command)
    {
        bench.Write("node", "");
        // Users may mount where they are root by themselves, but nowhere make a device.
        var script = $"mount --bind /dev/{device} '{bench["node"]}' && '{BuiltProgram.File}' \"$@\"; code=$?; " +
            $"[ -c '{bench["node"]}' ] && echo still a device; exit $code";
        var start = BuiltProgram.StartInfo(
            "unshare", ["--map-root-user", "--mount", "sh", "-c", script, "sh", .. bench.PathsIn(command), bench["node"]]);
        return BuiltProgram.Finish(Process.Start(start)!);
    }

    [Theory]
    [InlineData("still @/lesson.yaml --at 1s -o")]
    [InlineData("trace @/lesson.yaml -o")]
    public void A_device_gets_the_bytes_and_stays_a_device(string command)
    {
        var outcome = OnDevice("null", command).Expect(0);
        Assert.Equal(("still a device\n", ""), (outcome.Output, outcome.Error));
        Assert.Equal(["node"], bench.Made);
    }

    [Fact]
    public void A_device_that_takes_no_more_is_told()
    {
        var outcome = OnDevice("full", "worksheet @/lesson.yaml -o").Expect(3);
        Assert.Equal("still a device\n", outcome.Output);
        Assert.StartsWith($"error: The disk is full: {bench["node"]} could not be written", outcome.Error);
    }

    [Fact]
    public void A_device_is_no_place_for_a_video()
    {
        var outcome = OnDevice("null", "render @/lesson.yaml -q --no-cache --format mp4 -o").Expect(3);
        Assert.Equal("still a device\n", outcome.Output);
        Assert.Equal($"error: Cannot write {bench["node"]}: it is a device, and this has to be a file.\n", outcome.Error);
        Assert.Equal(["node"], bench.Made);
    }
}
