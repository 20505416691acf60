using System.Text;
using FFMpegCore.Enums;
using FFMpegCore.Exceptions;
using FFMpegCore.Pipes;

namespace FFMpegCore.Tests;

public sealed class RunTests : IDisposable
{
    const int FrameLength = 64 * 48 * 3 / 2;

    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("ffmpegcore-tests");

    public void Dispose() => folder.Delete(recursive: true);

    string In(string name) => Path.Combine(folder.FullName, name);

    /// <summary>Grey frames of 64×48 at 25 frames a second.</summary>
    sealed class GreyFrames(int count, Action<int>? beforeFrame = null) : IPipeSource
    {
        public string GetStreamArguments() => "-f rawvideo -pixel_format yuv420p -video_size 64x48 -framerate 25";

        public async Task WriteAsync(Stream outputStream, CancellationToken cancellationToken)
        {
            var frame = new byte[FrameLength];
            for (var n = 0; n < count; n++)
            {
                beforeFrame?.Invoke(n);
                Array.Fill(frame, (byte)(16 + n % 200));
                await outputStream.WriteAsync(frame, cancellationToken);
            }
        }
    }

    static FFMpegArgumentProcessor Encode(IPipeSource frames, string file) =>
        FFMpegArguments.FromPipeInput(frames).OutputToFile(file, true, o => o.WithCustomArgument("-c:v libx264 -pix_fmt yuv420p").ForceFormat("mp4"));

    [Fact]
    public async Task Frames_through_a_pipe_become_a_file_that_ffprobe_describes()
    {
        Assert.True(await Encode(new GreyFrames(50), In("grey.mp4")).ProcessAsynchronously());

        var probed = await FFProbe.AnalyseAsync(In("grey.mp4"));
        var video = probed.PrimaryVideoStream!;
        Assert.Equal(TimeSpan.FromSeconds(2), video.Duration);
        Assert.Equal(("h264", 64, 48, 25.0, 25.0, "yuv420p"), (video.CodecName, video.Width, video.Height, video.FrameRate, video.AvgFrameRate, video.PixelFormat));
        Assert.Contains("mp4", probed.Format.FormatName);
    }

    [Theory]
    [InlineData("-vf negate.mp4")]
    [InlineData("it's \"quoted\" & $HOME;x.mp4")]
    [InlineData("http:example.mp4")]
    [InlineData("concat:a|b.mp4")]
    [InlineData("héllo %03d.mp4")]
    public async Task A_file_s_name_is_only_ever_a_file_s_name(string name)
    {
        await Encode(new GreyFrames(3), In(name)).ProcessAsynchronously();
        Assert.Equal([name], folder.GetFiles().Select(f => f.Name));

        // Relative names, as an argument of their own.
        var here = new FFOptions { WorkingDirectory = folder.FullName };
        await FFMpegArguments.FromFileInput(name, verifyExists: false).OutputToFile("-copy " + name, true, o => o.WithCopyCodec()).ProcessAsynchronously(true, here);
        Assert.Equal(3.0 / 25, (await FFProbe.AnalyseAsync("-copy " + name, here)).Duration.TotalSeconds, 3);
    }

    [Fact]
    public async Task Metadata_brings_tags_and_chapters()
    {
        var metadata = ";FFMETADATA1\ntitle=A\\=B\n[CHAPTER]\nTIMEBASE=1/25\nSTART=0\nEND=10\ntitle=First\n";

        await FFMpegArguments.FromPipeInput(new GreyFrames(25)).AddMetaData(metadata).OutputToFile(In("tagged.mp4")).ProcessAsynchronously();

        var probed = FFProbe.Analyse(In("tagged.mp4"));
        Assert.Equal("A=B", probed.Format.Tags!["title"]);
        var chapter = Assert.Single(probed.Chapters);
        Assert.Equal(("First", TimeSpan.Zero, TimeSpan.FromSeconds(0.4)), (chapter.Title, chapter.Start, chapter.End));
        Assert.DoesNotContain(Directory.GetFiles(Path.GetTempPath(), "metadata_*.txt"), Holds);

        // Others write such files at the same time, and remove them.
        bool Holds(string file)
        {
            try
            {
                return File.ReadAllText(file) == metadata;
            }
            catch (FileNotFoundException)
            {
                return false;
            }
        }
    }

    [Fact]
    public async Task An_error_carries_the_exit_code_and_what_ffmpeg_said()
    {
        var heard = new List<string>();
        var run = FFMpegArguments.FromFileInput(In("absent.mp4"), verifyExists: false).OutputToFile(In("out.mp4")).WithLogLevel(FFMpegLogLevel.Error).NotifyOnError(heard.Add);

        var error = await Assert.ThrowsAsync<FFMpegException>(() => run.ProcessAsynchronously());

        Assert.Equal(FFMpegExceptionType.Process, error.Type);
        Assert.Contains("No such file or directory", error.FFMpegErrorOutput);
        Assert.Contains("exit-code (1 ", error.Message);
        Assert.Equal(error.FFMpegErrorOutput.Split('\n'), heard);
    }

    [Fact]
    public async Task Without_throwing_an_error_is_false() =>
        Assert.False(await FFMpegArguments.FromFileInput(In("absent.mp4"), verifyExists: false).OutputToFile(In("out.mp4")).ProcessAsynchronously(throwOnError: false));

    [Fact]
    public async Task A_missing_input_is_told_before_anything_starts() =>
        await Assert.ThrowsAsync<FileNotFoundException>(() => FFMpegArguments.FromFileInput(In("absent.mp4")).OutputToFile(In("out.mp4")).ProcessAsynchronously());

    [Fact]
    public async Task Missing_programs_are_told_by_name()
    {
        var nowhere = new FFOptions { BinaryFolder = folder.FullName };

        var error = await Assert.ThrowsAsync<FFMpegException>(() => Encode(new GreyFrames(1), In("out.mp4")).ProcessAsynchronously(true, nowhere));
        Assert.Equal((FFMpegExceptionType.Operation, "ffmpeg was not found on your system"), (error.Type, error.Message));

        var probeError = await Assert.ThrowsAsync<FFProbeException>(() => FFProbe.AnalyseAsync(In("out.mp4"), nowhere));
        Assert.Contains("ffprobe was not found", probeError.Message);
    }

    [Fact]
    public async Task A_pipe_that_breaks_because_ffmpeg_failed_is_told_as_the_failure()
    {
        var run = FFMpegArguments.FromPipeInput(new GreyFrames(100_000)).OutputToFile(In("absent/out.mp4")).WithLogLevel(FFMpegLogLevel.Error);

        var error = await Assert.ThrowsAsync<FFMpegException>(() => run.ProcessAsynchronously());
        Assert.Contains("No such file or directory", error.FFMpegErrorOutput);
    }

    [Fact]
    public async Task Cancelling_ends_ffmpeg_and_throws()
    {
        using var cancel = new CancellationTokenSource();
        // More than the pipe holds: FFmpeg is at work by then.
        var frames = new GreyFrames(int.MaxValue, n => { if (n == 2000) cancel.Cancel(); });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Encode(frames, In("cancelled.mp4")).CancellableThrough(cancel.Token).ProcessAsynchronously());

        // No process writes to it any more.
        using var file = new FileStream(In("cancelled.mp4"), FileMode.Open, FileAccess.Read);
        var length = file.Length;
        await Task.Delay(100);
        Assert.Equal(length, file.Length);
    }

    [Fact]
    public async Task A_source_s_own_error_ends_ffmpeg_and_comes_through()
    {
        var frames = new GreyFrames(int.MaxValue, n => { if (n == 10) throw new InvalidDataException("frame 10"); });

        var error = await Assert.ThrowsAsync<InvalidDataException>(() => Encode(frames, In("broken.mp4")).ProcessAsynchronously());
        Assert.Equal("frame 10", error.Message);
    }

    [Fact]
    public void The_arguments_can_be_shown_as_one_line()
    {
        var run = FFMpegArguments.FromPipeInput(new GreyFrames(1))
            .OutputToFile("/tmp/a b.mp4", true, o => o.WithCustomArgument("-c:v libx264 -crf 18").WithCustomArgument("-metadata \"title=x y\""))
            .WithLogLevel(FFMpegLogLevel.Error);

        Assert.Equal(
            "-v error -f rawvideo -pixel_format yuv420p -video_size 64x48 -framerate 25 -i pipe:0 " +
            "-c:v libx264 -crf 18 -metadata \"title=x y\" -y \"file:/tmp/a b.mp4\"",
            run.Arguments);
    }

    [Fact]
    public async Task Ffprobe_s_failure_carries_what_it_said()
    {
        File.WriteAllText(In("text.mp4"), "not a video", Encoding.UTF8);
        var error = await Assert.ThrowsAsync<FFProbeException>(() => FFProbe.AnalyseAsync(In("text.mp4")));
        Assert.Contains("text.mp4", error.Message);
    }
}
