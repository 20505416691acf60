using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace BackpropAnimator.Cli.Tests;

/// <summary>How a studio is opened and closed; what its page does is tested in a browser.</summary>
public sealed class StudioCommandTests : IDisposable
{
    readonly Workbench bench = new();

    public void Dispose() => bench.Dispose();

    [Fact]
    public async Task A_studio_prints_its_address_with_a_token_takes_every_option_and_closes_by_itself_at_Ctrl_C()
    {
        var (streams, port) = (new TestStreams(), FreePort());
        using var cancel = new CancellationTokenSource();
        var studio = Backprop.Start(streams, cancel.Token, [.. Line(port).Split(' ')]);
        Wait.Until(() => studio.IsCompleted || streams.Output.Contains('\n'));

        Assert.Matches($@"^http://127\.0\.0\.1:{port}/\?token=[0-9a-f]{{48}}\n$", streams.Output);
        using var client = new HttpClient();
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(streams.Output.Trim())).StatusCode);
        await cancel.CancelAsync();
        (await studio).Expect(0);
        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync($"http://127.0.0.1:{port}/"));
    }

    [Fact]
    public async Task Two_studios_of_one_scene_are_open_at_once_and_a_port_that_is_taken_is_told_in_words()
    {
        var (first, second, port) = (new TestStreams(), new TestStreams(), FreePort());
        using var cancel = new CancellationTokenSource();
        var one = Backprop.Start(first, cancel.Token, "studio", bench.Scene, "--port", $"{port}");
        Wait.Until(() => one.IsCompleted || first.Output.Contains('\n'));
        var other = Backprop.Start(second, cancel.Token, "studio", bench.Scene);
        Wait.Until(() => other.IsCompleted || second.Output.Contains('\n'));

        var refused = Backprop.Run("studio", bench.Scene, "--port", $"{port}").Expect(3);
        Assert.Contains($"error: Port {port} is taken", refused.Error);
        Assert.Equal("", refused.Output);
        Assert.False(one.IsCompleted || other.IsCompleted);
        await cancel.CancelAsync();
        (await one).Expect(0);
        (await other).Expect(0);
    }

    [Fact]
    public void Open_shows_the_page_and_Ctrl_C_closes_the_program()
    {
        bench.WriteProgram("bin/xdg-open", $"echo \"$1\" > {bench["opened"]}.new; mv {bench["opened"]}.new {bench["opened"]}");
        var start = BuiltProgram.StartInfo(BuiltProgram.File, "studio", bench.Scene, "--open");
        start.Environment["PATH"] = $"{bench["bin"]}:{Environment.GetEnvironmentVariable("PATH")}";
        var studio = Process.Start(start)!;
        Wait.Until(() => studio.HasExited || File.Exists(bench["opened"]));
        Tool.Text("kill", "-INT", $"{studio.Id}");

        Assert.Equal(File.ReadAllText(bench["opened"]), BuiltProgram.Finish(studio).Expect(0).Output);
    }

    [Fact]
    public async Task Ctrl_C_in_the_middle_of_a_render_ends_it_with_nothing_left_behind()
    {
        var start = BuiltProgram.StartInfo(BuiltProgram.File, "studio", bench.Scene, "--set", "phases.forward.duration=600s");
        start.WorkingDirectory = bench["."];
        var studio = Process.Start(start)!;
        var address = new Uri(studio.StandardOutput.ReadLine()!);
        using var page = new HttpClient();
        await page.GetAsync(address);
        await page.GetStringAsync(new Uri(address, "/lesson"));
        using var wish = new HttpRequestMessage(HttpMethod.Post, new Uri(address, "/renders/1/0"));
        wish.Content = new StringContent("""{ "what": "video" }""");
        wish.Headers.Add("Origin", address.GetLeftPart(UriPartial.Authority));
        Assert.Equal(HttpStatusCode.OK, (await page.SendAsync(wish)).StatusCode);
        Wait.Until(() => studio.HasExited || Directory.Exists(bench["output"]) && Directory.EnumerateFiles(bench["output"]).Any());
        Tool.Text("kill", "-INT", $"{studio.Id}");

        BuiltProgram.Finish(studio).Expect(0);

        Assert.Empty(Directory.EnumerateFiles(bench["output"]));
        Assert.False(Tool.IsEncoding(bench["."]));
    }

    [Fact]
    public void What_is_no_scene_file_is_refused()
    {
        Assert.Contains("there is no such file to watch", Backprop.Run("studio", bench["absent.yaml"]).Expect(3).Error);
        Assert.Contains("standard input is none", Backprop.Run("studio", "-").Expect(2).Error);
        Assert.Contains("--port takes 1 to 65,535, not 0", Backprop.Run("studio", bench.Scene, "--port", "0").Expect(2).Error);
    }

    /// <summary>A command line with every option but that which opens a browser.</summary>
    internal const string AllOptions =
        "--set network.seed=5 --size 160x90 --fps 10 --quality 480p --aspect 1:1 --allow-outside --allow-plugins --language de " +
        "--no-voice --record-with takes --port 4040";

    // --size excludes the two others.
    string Line(int port) => $"studio {bench.Scene} " + AllOptions.Replace("4040", $"{port}", StringComparison.Ordinal)
        .Replace("--quality 480p --aspect 1:1 ", "", StringComparison.Ordinal);

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
