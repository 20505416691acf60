using BackpropAnimator.Typesetting;

namespace BackpropAnimator.Video.Tests;

/// <summary>Encoders of hardware: what FFmpeg is told, and what is told where there is none.</summary>
public sealed class HardwareTests : IDisposable
{
    readonly TemporaryFolder folder = new();
    readonly FontShelf fonts = TestFrames.Fonts();

    public void Dispose()
    {
        folder.Dispose();
        fonts.Dispose();
    }

    const string Tags = "-color_range tv -colorspace bt709 -color_primaries bt709 -color_trc bt709 -chroma_sample_location center";

    [Theory]
    [InlineData(
        "nvenc", "h264",
        "-c:v h264_nvenc -pix_fmt yuv420p -profile:v high -preset p2 -tune hq -rc vbr -cq 19 -b:v 0 -no-scenecut 1 ")]
    [InlineData(
        "nvenc", "h265",
        "-c:v hevc_nvenc -pix_fmt yuv420p -profile:v main -tag:v hvc1 -preset p2 -tune hq -rc vbr -cq 19 -b:v 0 -no-scenecut 1 ")]
    [InlineData("nvenc", "av1", "-c:v av1_nvenc -pix_fmt yuv420p -preset p2 -tune hq -rc vbr -cq 23 -b:v 0 -no-scenecut 1 ")]
    [InlineData("qsv", "h264", "-c:v h264_qsv -pix_fmt nv12 -profile:v high -preset veryfast -global_quality 18 ")]
    [InlineData("qsv", "vp9", "-c:v vp9_qsv -pix_fmt nv12 -preset veryfast -global_quality 18 ")]
    [InlineData(
        "vaapi", "h264",
        "-init_hw_device vaapi=gpu -filter_hw_device gpu -c:v h264_vaapi -vf format=nv12,hwupload -profile:v high -rc_mode CQP "
            + "-global_quality 18 ")]
    [InlineData(
        "vaapi", "vp9",
        "-init_hw_device vaapi=gpu -filter_hw_device gpu -c:v vp9_vaapi -vf format=nv12,hwupload -rc_mode CQP -global_quality 88 ")]
    [InlineData("videotoolbox", "h265", "-c:v hevc_videotoolbox -pix_fmt yuv420p -profile:v main -tag:v hvc1 -q:v 69 ")]
    public void FFmpeg_is_told_the_encoder_its_quality_and_the_colours(string hardware, string codec, string arguments)
    {
        var settings = TestFrames.Settings with { Kind = TestFrames.Kind("mp4", codec), Hardware = HardwareEncoder.Named(hardware) };
        var told = VideoRenderer.DescribeEncoder(TestFrames.MovingDisc(20, new(30)), settings);

        Assert.Contains($" -i pipe:0 {arguments}-bf 0 -g 120 {Tags} ", told);
    }

    [Fact]
    public void Every_encoder_and_preset_and_quality_has_arguments_within_FFmpegs_limits()
    {
        foreach (var hardware in HardwareEncoder.All)
            foreach (var codec in hardware.Codecs)
                for (var crf = 0; crf <= VideoSettings.CoarsestCrf; crf++)
                {
                    var preset = (X264Preset)(crf % 9);
                    var told = hardware.Arguments(
                        TestFrames.Settings with { Kind = new(new Mp4(), codec), Crf = crf, Preset = preset }, new(30));
                    var words = told.Split(' ');
                    var quality = int.Parse(
                        words[Array.FindIndex(words, word => word is "-cq" or "-global_quality" or "-q:v") + 1],
                        System.Globalization.CultureInfo.InvariantCulture);
                    Assert.InRange(quality, 1, hardware is Vaapi && codec is Av1 or Vp9 ? 255 : hardware is VideoToolbox ? 100 : 63);
                    Assert.DoesNotContain(" p0", told);
                    Assert.DoesNotContain(" p8", told);
                }
    }

    [Fact]
    public void The_names_of_FFmpegs_encoders_are_made_of_the_codec_and_the_hardware() => Assert.Equal(
        [
            "h264_nvenc", "hevc_nvenc", "av1_nvenc", "h264_qsv", "hevc_qsv", "av1_qsv", "vp9_qsv", "h264_vaapi", "hevc_vaapi", "av1_vaapi",
            "vp9_vaapi", "h264_videotoolbox", "hevc_videotoolbox",
        ],
        HardwareEncoder.All.SelectMany(hardware => hardware.Codecs.Select(hardware.EncoderOf)));

    [Fact]
    public async Task What_FFmpeg_has_instead_is_told_where_it_lacks_the_encoder()
    {
        using var fake = new FakeFFmpeg(
            "case \"$*\" in *-version*) echo 'ffmpeg version 9.9 Copyright';; *) printf ' ------\\n V....D libx264  H.264\\n V....D "
            + "h264_qsv  H.264\\n V....D h264_vaapi  H.264\\n';; esac");
        Assert.Equal(
            "This FFmpeg has no encoder 'h264_nvenc'; for h264 it has --encoder qsv or vaapi, and libx264 without --encoder.",
            (await Fails(new Nvenc(), new() { FFmpegFolder = fake.Folder })).Message);
        Assert.Empty(folder.Names);
    }

    [Fact]
    public async Task A_device_that_cannot_be_opened_is_told_with_FFmpegs_words_and_the_remedy()
    {
        using var fake = new FakeFFmpeg(
            "case \"$*\" in *-version*) echo 'ffmpeg version 9.9 Copyright';; *-encoders*) "
            + "printf ' ------\\n V....D h264_nvenc  H.264\\n';; *) echo '[h264_nvenc @ 0x55] Cannot load libcuda.so.1' >&2; "
            + "echo 'Error initializing output stream' >&2; exit 1;; esac");
        Assert.Equal(
            "NVENC does not encode this here: Cannot load libcuda.so.1. It needs an NVIDIA graphics card and its driver; "
                + "leave --encoder out to encode on the processor.",
            (await Fails(new Nvenc(), new() { FFmpegFolder = fake.Folder })).Message);
        Assert.Empty(folder.Names);
    }

    [Theory]
    [InlineData("nvenc")]
    [InlineData("qsv")]
    [InlineData("vaapi")]
    [InlineData("videotoolbox")]
    public async Task On_a_machine_without_the_hardware_the_message_says_what_it_needs_or_which_there_are(string name)
    {
        var hardware = HardwareEncoder.Named(name)!;
        var ffmpeg = (await FFmpegInfo.AskAsync())!;
        var isThere = ffmpeg.Encoders.Contains(hardware.EncoderOf(new H264()));
        RenderException? error = null;
        try
        {
            await Render(hardware, new());
        }
        catch (RenderException e)
        {
            error = e;
        }
        // A machine that has it makes the video.
        if (error is null) Assert.True(isThere && File.Exists(folder["clip.mp4"]));
        else
            Assert.StartsWith(
                isThere ? $"{hardware.Title} does not encode this here: " : $"This FFmpeg has no encoder 'h264_{name}'; ", error.Message);
    }

    [Fact]
    public async Task The_hardware_is_part_of_the_name_of_a_chunk()
    {
        using var cache = new TemporaryFolder();
        await Render(null, new() { CacheFolder = cache.Path });
        // A chunk that was found would need no encoder.
        using var fake = new FakeFFmpeg("case \"$*\" in *-version*) echo 'ffmpeg version 9.9 Copyright';; *) printf ' ------\\n';; esac");
        await Fails(new Nvenc(), new() { CacheFolder = cache.Path, FFmpegFolder = fake.Folder });
    }

    [Theory]
    [InlineData("nvenc", "webm", "vp9", true, "nvenc makes no transparent video.")]
    [InlineData("nvenc", "mov", "prores", false, "nvenc does not encode prores; it encodes h264, h265 and av1.")]
    [InlineData("videotoolbox", "gif", "gif", false, "videotoolbox does not encode gif; it encodes h264 and h265.")]
    public async Task What_it_does_not_encode_is_told(string name, string format, string codec, bool transparent, string words)
    {
        var error = await Assert.ThrowsAsync<RenderException>(() => VideoRenderer.RenderAsync(
            TestFrames.MovingDisc(4, new(10)),
            TestFrames.Settings with { Kind = TestFrames.Kind(format, codec, transparent), Hardware = HardwareEncoder.Named(name) }, fonts,
            folder["clip"]));
        Assert.Equal(words, error.Message);
    }

    Task<RenderReport> Render(HardwareEncoder? hardware, RenderOptions options) => VideoRenderer.RenderAsync(
        TestFrames.MovingDisc(4, new(10)), TestFrames.Settings with { Hardware = hardware, Size = new(320, 180) }, fonts,
        folder["clip.mp4"], options);

    Task<RenderException> Fails(HardwareEncoder hardware, RenderOptions options) =>
        Assert.ThrowsAsync<RenderException>(() => Render(hardware, options));
}
