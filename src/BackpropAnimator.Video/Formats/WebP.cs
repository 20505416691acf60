using System.Buffers.Binary;
using System.Collections.Immutable;
using BackpropAnimator.Timeline;
using BackpropAnimator.Video.Chunks;
using BackpropAnimator.Video.Pixels;

namespace BackpropAnimator.Video;

/// <summary>WebP (RFC 9649): a picture that moves, over and over.</summary>
[Listed(60)]
public sealed record WebP : OutputFormat
{
    const int Milliseconds = 1000;

    public override string Name => "webp";
    public override string Title => "WebP";
    public override string Description => "a picture that moves, for web pages: lossless, and a third of an APNG";
    public override ImmutableArray<string> Extensions => [".webp"];
    public override ImmutableArray<Codec> Codecs => [new WebPCodec()];
    public override int? TicksPerSecond => Milliseconds;

    internal override bool MergesEqualFrames => true;

    internal override string FileArguments(FrameRate rate, int frameCount)
    {
        var (over, under) = ((long)Milliseconds * rate.Denominator, rate.Numerator);
        // Nobody can tell libwebp when the last frame ends: it lets it last as long as the others on average, less a fraction of a
        // millisecond. So that frame begins where it then ends with the lesson, a millisecond from its place at most.
        var (end, last) = (frameCount * over / under, frameCount - 1);
        var shift = end - end / frameCount - NearestTick(last, Milliseconds, rate);
        var time = $"round(N*{over}/{under})+floor(N/{Math.Max(1, last)})*{shift}";
        return $"-vf settb=1/{Milliseconds},setpts={time} -enc_time_base 1:{Milliseconds} -fps_mode passthrough -loop 0 -f webp";
    }

    internal override (int Frames, double Seconds)? Measure(FileStream file)
    {
        var (frames, milliseconds) = (0, 0L);
        Span<byte> header = stackalloc byte[8];
        // A frame's place and size, then how long it is shown (section 2.7.1.3).
        Span<byte> frame = stackalloc byte[16];
        // "RIFF", the file's length and "WEBP", then chunks of an even length: a name, a length and a content.
        for (var at = 12L; at + header.Length <= file.Length;)
        {
            file.Position = at;
            file.ReadExactly(header);
            var length = BinaryPrimitives.ReadUInt32LittleEndian(header[4..]);
            if (header[..4].SequenceEqual("ANMF"u8) && file.ReadAtLeast(frame, frame.Length, throwOnEndOfStream: false) == frame.Length)
            {
                frames++;
                milliseconds += BinaryPrimitives.ReadUInt32LittleEndian(frame[12..]) & 0xFFFFFF;
            }
            at += header.Length + length + length % 2;
        }
        // A picture that does not move has no frames of its own.
        return (Math.Max(1, frames), (double)milliseconds / Milliseconds);
    }
}

/// <summary>Lossless pictures, each of what differs from the one before.</summary>
/// <remarks>
/// libwebp's lossy animations are no choice: they take changes of one or two levels from one frame to the next for none, so what fades in
/// slowly never arrives.
/// </remarks>
public sealed record WebPCodec : Codec
{
    public override string Name => "webp";
    public override string Title => "WebP";
    public override string Description => "lossless: every pixel as it was painted";
    public override string Encoder => "libwebp_anim";
    public override Alpha Alpha => Alpha.Full;
    public override bool HasQuality => false;
    public override bool WantsEvenSides => false;

    internal override ChunkContainer? Chunks(bool transparent) => null;

    internal override PixelLayout Layout(VideoSettings settings) => PixelLayout.Bgra;

    // Besides, libwebp keeps what it has compressed until the end: a finished file twice.
    internal override int BytesPerPixel(bool transparent) => 100;

    internal override double SecondsPerMegapixel => 0.1;

    // Here "quality" is how hard the encoder tries. The next level makes files a hundredth smaller, in a quarter more time.
    internal override string Arguments(VideoSettings settings, FrameRate rate) =>
        $"-c:v {Encoder} -pix_fmt bgra -lossless 1 -quality 50 -compression_level 3";
}
