namespace BackpropAnimator.Video;

/// <summary>How a video is rendered: nothing here changes a bit of its pictures.</summary>
public sealed record RenderOptions
{
    /// <summary>Where finished chunks are kept for the next render; null to keep none.</summary>
    public string? CacheFolder { get; init; }

    /// <summary>The chunks kept take up no more than this many bytes; the ones used longest ago go first.</summary>
    public long CacheLimit { get; init; } = 4L << 30;

    /// <summary>Whether chunks that are not in the cache are a failure: others render them, and this only joins.</summary>
    public bool JoinsOnly { get; init; }

    /// <summary>Chunks rendered at a time, each with an encoder of one thread; 0 for as many as processors and memory allow.</summary>
    public int Jobs { get; init; }

    /// <summary>Bytes of memory that a render may take, FFmpeg's included; null for half of the machine's.</summary>
    public long? MemoryLimit { get; init; }

    /// <summary>The folder of <c>ffmpeg</c>; empty for the search path.</summary>
    public string FFmpegFolder { get; init; } = "";

    /// <summary>FFmpeg is given up when it neither reads a frame nor writes for this long.</summary>
    public TimeSpan StallTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long an FFmpeg that a signal has ended waits for us to hear of the signal too.</summary>
    internal TimeSpan SignalGrace { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>The user's folder for things that can be made again: <c>~/.cache/backprop-animator</c> on Linux.</summary>
    public static string UsersCacheFolder { get; } = Path.Combine(
        Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } folder ? folder
        : OperatingSystem.IsWindows() ? Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData)
        : OperatingSystem.IsMacOS() ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), "Library", "Caches")
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache"),
        "backprop-animator");
}
