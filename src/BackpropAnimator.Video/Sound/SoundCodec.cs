namespace BackpropAnimator.Video;

/// <summary>How what is heard is compressed.</summary>
public sealed record SoundCodec
{
    /// <summary>What every player of MP4 and MOV decodes.</summary>
    public static SoundCodec Aac { get; } = new("AAC", "aac")
    {
        // Its quick search for coefficients, at rates where nobody hears the difference: it takes half the time.
        Options = "-aac_coder fast",
        BitsPerChannel = 112_000,
        SamplesPerPacket = 1024,
        Muxer = "mp4",
    };

    /// <summary>WebM's.</summary>
    public static SoundCodec Opus { get; } = new("Opus", "libopus")
    {
        // Short packets: the last one is over within a frame of the picture.
        Options = "-vbr on -frame_duration 10",
        BitsPerChannel = 72_000,
        SamplesPerPacket = 480,
        Muxer = "webm",
    };

    SoundCodec(string title, string encoder) => (Title, Encoder) = (title, encoder);

    /// <summary>How it is written in a sentence, such as AAC.</summary>
    public string Title { get; }

    /// <summary>FFmpeg's name for the encoder.</summary>
    public string Encoder { get; }

    /// <summary>What the encoder is told besides.</summary>
    internal string Options { get; init; } = "";

    /// <summary>A second.</summary>
    internal int BitsPerChannel { get; init; }

    /// <summary>Of each channel.</summary>
    internal int SamplesPerPacket { get; init; }

    /// <summary>FFmpeg's name for the file that the sound waits in until it is joined with the pictures.</summary>
    internal string Muxer { get; init; } = "";

    /// <summary>FFmpeg's options, from the codec's name to the file's format.</summary>
    internal string Arguments(int channels) =>
        $"-c:a {Encoder} {Options} -b:a {BitsPerChannel * channels} -fflags +bitexact -flags:a +bitexact -f {Muxer}";

    /// <summary>The title.</summary>
    public override string ToString() => Title;
}
