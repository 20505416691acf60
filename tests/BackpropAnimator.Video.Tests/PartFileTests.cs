using System.Diagnostics;
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
            "sh", ["-c", $"exec 3>'{folder["clip.mp4.part"]}'; printf old >&3; echo; read line; printf more >&3"])
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
