using System.Diagnostics;
using System.Text;
using BackpropAnimator.Video.Files;

namespace BackpropAnimator.Video.Tests;

/// <summary>One writer at a time, and what it leaves is a whole file or none.</summary>
public sealed class PartFileTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    PartFile Begin() => new(folder["clip.mp4"]);

    [Fact]
    public void A_second_writer_of_a_file_is_turned_away_until_the_first_has_ended()
    {
        using (var first = Begin())
        {
            var error = Assert.Throws<RenderException>(Begin);
            Assert.Equal(
                $"{folder["clip.mp4"]} is just being written by another render; wait until that is done or stop it, or choose another " +
                    $"name for the file.",
                error.Message);
            Tool.Text("sh", "-c", $"printf 'by another program' > '{first.Path}'");
            first.Complete();
        }
        Begin().Dispose();
        Assert.Equal(["clip.mp4"], folder.Names);
        Assert.Equal("by another program", File.ReadAllText(folder["clip.mp4"]));
    }

    [Fact]
    public void What_a_killed_writer_left_is_begun_anew_as_another_file()
    {
        // Its FFmpeg is still at it, and writes when it is told to.
        using var orphan = Process.Start(new ProcessStartInfo(
            "sh", ["-c", $"exec 3>'{folder["clip.mp4.backprop-part"]}'; printf old >&3; echo; read line; printf more >&3"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        orphan.StandardOutput.ReadLine();

        using var part = Begin();
        part.Content.Write("new"u8);
        orphan.StandardInput.WriteLine();
        orphan.WaitForExit();
        part.Complete();

        Assert.Equal("new", File.ReadAllText(folder["clip.mp4"]));
    }

    // A browser calls a file so while it downloads it.
    [Fact]
    public void What_others_call_a_part_of_the_file_is_left_alone()
    {
        File.WriteAllText(folder["clip.mp4.part"], "precious");
        using (var part = Begin()) part.Complete();

        Assert.Equal(["clip.mp4", "clip.mp4.part"], folder.Names);
        Assert.Equal("precious", File.ReadAllText(folder["clip.mp4.part"]));
    }

    [Theory]
    [InlineData("nowhere")]
    [InlineData("somewhere")]
    [InlineData("clip.mp4.backprop-part")]
    public void No_file_is_made_or_changed_through_a_link_in_the_place_of_the_unfinished_one(string linked)
    {
        File.WriteAllText(folder["somewhere"], "precious");
        File.CreateSymbolicLink(folder["clip.mp4.backprop-part"], linked);

        var error = Assert.Throws<RenderException>(Begin);

        Assert.Equal(
            $"Cannot write {folder["clip.mp4"]}: {folder["clip.mp4.backprop-part"]} is in the way: it is a symbolic link; remove it.",
            error.Message);
        Assert.Equal(["clip.mp4.backprop-part", "somewhere"], folder.Names);
        Assert.Equal("precious", File.ReadAllText(folder["somewhere"]));
    }

    [Fact]
    public void A_pipe_in_the_place_of_the_unfinished_file_is_told()
    {
        Tool.Text("mkfifo", folder["clip.mp4.backprop-part"]);
        Assert.Contains("is in the way: it is a pipe; remove it", Assert.Throws<RenderException>(Begin).Message);
    }

    // 255 bytes is what file systems take.
    [Fact]
    public void Two_names_of_full_length_that_begin_alike_are_two_files()
    {
        var names = new[] { "1.mp4", "2.mp4" }.Select(end => string.Concat(Enumerable.Repeat("δ", 125)) + end).ToArray();
        using (var first = new PartFile(folder[names[0]]))
        using (var second = new PartFile(folder[names[1]]))
        {
            Assert.All(folder.Names, name => Assert.True(Encoding.UTF8.GetByteCount(name) <= 255));
            first.Content.Write("1"u8);
            second.Content.Write("2"u8);
            second.Complete();
            first.Complete();
        }
        Assert.Equal(names, folder.Names);
        Assert.Equal(["1", "2"], names.Select(name => File.ReadAllText(folder[name])));
    }

    [Fact]
    public void Of_many_writers_that_begin_at_once_none_ever_finds_half_a_file()
    {
        var (written, turnedAway) = (0, 0);
        Parallel.For(0, 400, new ParallelOptions { MaxDegreeOfParallelism = 8 }, n =>
        {
            try
            {
                using var part = Begin();
                part.Content.Write(new byte[1000]);
                if (n % 3 == 0) return;
                part.Complete();
                Interlocked.Increment(ref written);
            }
            catch (RenderException)
            {
                Interlocked.Increment(ref turnedAway);
            }
            if (File.Exists(folder["clip.mp4"])) Assert.Equal(1000, new FileInfo(folder["clip.mp4"]).Length);
        });

        Assert.True(written > 0, $"{written} written, {turnedAway} turned away");
        Assert.Equal(["clip.mp4"], folder.Names);
    }
}
