using System.Diagnostics;
using System.Net.Sockets;
using BackpropAnimator.Typesetting;
using BackpropAnimator.Video.Files;

namespace BackpropAnimator.Video.Tests;

/// <summary>What is at the place of output is respected: links are followed, modes stay, and what takes bytes gets them.</summary>
public sealed class OutputFileTests : IDisposable
{
    const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    static void Write(string path) => OutputFile.Write(path, stream => stream.Write("written"u8));

    static string Refused(Action action) => Assert.Throws<RenderException>(action).Message;

    [Fact]
    public void The_file_that_a_link_leads_to_is_replaced_and_the_link_stays()
    {
        File.WriteAllText(folder["real"], "old");
        File.CreateSymbolicLink(folder["middle"], "real");
        File.CreateSymbolicLink(folder["link"], folder["middle"]);

        Write(folder["link"]);

        Assert.Equal(["link", "middle", "real"], folder.Names);
        Assert.Equal(("real", "written"), (new FileInfo(folder["middle"]).LinkTarget, File.ReadAllText(folder["real"])));
    }

    // A link's ".." is seen from where its folder really is, whatever path led there.
    [Fact]
    public void A_link_in_a_linked_folder_is_followed_from_where_it_is()
    {
        Directory.CreateDirectory(folder["a/b"]);
        Directory.CreateSymbolicLink(folder["short"], "a/b");
        File.CreateSymbolicLink(folder["a/b/link"], "../real");

        Write(folder["short/link"]);

        Assert.Equal("written", File.ReadAllText(folder["a/real"]));
    }

    [Fact]
    public void A_link_to_a_file_that_is_not_there_makes_it()
    {
        File.CreateSymbolicLink(folder["link"], "new");
        Write(folder["link"]);
        Assert.Equal(("new", "written"), (new FileInfo(folder["link"]).LinkTarget, File.ReadAllText(folder["new"])));
    }

    [Fact]
    public void Links_in_a_circle_are_told()
    {
        File.CreateSymbolicLink(folder["link"], "link");
        Assert.Equal($"Cannot write {folder["link"]}: too many symbolic links.", Refused(() => Write(folder["link"])));
    }

    [Fact]
    public void A_file_keeps_its_mode()
    {
        if (OperatingSystem.IsWindows()) return;
        File.WriteAllText(folder["real"], "old");
        File.SetUnixFileMode(folder["real"], Private);
        Write(folder["real"]);
        Assert.Equal((Private, "written"), (File.GetUnixFileMode(folder["real"]), File.ReadAllText(folder["real"])));
    }

    [Fact]
    public async Task A_pipe_is_written_through_to_its_reader()
    {
        Tool.Text("mkfifo", folder["pipe"]);
        File.CreateSymbolicLink(folder["link"], "pipe");
        foreach (var path in new[] { folder["pipe"], folder["link"] })
        {
            var read = Task.Run(() => Tool.Text("cat", folder["pipe"]));
            Write(path);
            Assert.Equal("written", await read);
        }
        Assert.Equal(["link", "pipe"], folder.Names);
    }

    [Fact]
    public void A_pipe_that_nobody_reads_is_refused_and_waited_for_only_a_while()
    {
        Tool.Text("mkfifo", folder["pipe"]);
        var error = Assert.Throws<IOException>(() => Outlet.Open(Destination.Of(folder["pipe"]), tries: 2));
        Assert.Equal("it is a pipe, and nobody reads from it", error.Message);
    }

    [Fact]
    public async Task A_socket_is_written_through_to_its_listener()
    {
        using var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(new UnixDomainSocketEndPoint(folder["socket"]));
        listener.Listen();
        var accepted = listener.AcceptAsync();

        Write(folder["socket"]);

        using var reader = new StreamReader(new NetworkStream(await accepted, ownsSocket: true));
        Assert.Equal("written", await reader.ReadToEndAsync());
    }

    [Fact]
    public void A_socket_where_nobody_listens_is_refused_and_stays()
    {
        using (var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified))
        {
            listener.Bind(new UnixDomainSocketEndPoint(folder["socket"]));
            // Closed, the socket would be removed with its listener.
            File.Move(folder["socket"], folder["left"]);
        }
        Assert.Contains("it is a socket, and nobody listens there", Refused(() => Write(folder["left"])));
        Assert.Equal(["left"], folder.Names);
    }

    [Theory]
    [InlineData("mp4", "h264")]
    [InlineData("gif", "gif")]
    public async Task A_video_is_no_stream_of_bytes_so_a_pipe_is_refused(string format, string codec)
    {
        using var fonts = TestFrames.Fonts();
        Tool.Text("mkfifo", folder["pipe"]);
        var settings = TestFrames.Settings with { Kind = TestFrames.Kind(format, codec) };

        var error = await Assert.ThrowsAsync<RenderException>(() =>
            VideoRenderer.RenderAsync(TestFrames.MovingDisc(5, new(25)), settings, fonts, folder["pipe"]));

        Assert.Equal($"Cannot write {folder["pipe"]}: it is a pipe, and this has to be a file.", error.Message);
        Assert.Equal(["pipe"], folder.Names);
    }

    [Fact]
    public async Task A_video_follows_links_and_keeps_modes_too()
    {
        if (OperatingSystem.IsWindows()) return;
        using var fonts = TestFrames.Fonts();
        File.WriteAllText(folder["real.mp4"], "old");
        File.SetUnixFileMode(folder["real.mp4"], Private);
        File.CreateSymbolicLink(folder["link.mp4"], "real.mp4");

        await VideoRenderer.RenderAsync(TestFrames.MovingDisc(5, new(30)), TestFrames.Settings, fonts, folder["link.mp4"]);

        Assert.Equal(["link.mp4", "real.mp4"], folder.Names);
        Assert.Equal(Private, File.GetUnixFileMode(folder["real.mp4"]));
        Assert.Equal("real.mp4", new FileInfo(folder["link.mp4"]).LinkTarget);
        Assert.True(new FileInfo(folder["real.mp4"]).Length > 500);
    }
}
