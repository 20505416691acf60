namespace BackpropAnimator.Speech;

/// <summary>What is kept of speech for later, to be looked at and cleared. Renders may use it meanwhile.</summary>
public static class SpeechCache
{
    /// <param name="cache">The cache's folder, in which speech has a folder of its own; it need not be there.</param>
    public static SpeechCacheContents Measure(string cache) => SpeechStore.Measure(FolderIn(cache));

    /// <summary>Removes all that nobody is using now.</summary>
    /// <param name="cache">The cache's folder; it need not be there.</param>
    /// <returns>What was removed, and what is left because it is used.</returns>
    public static (SpeechCacheContents Removed, SpeechCacheContents Left) Clear(string cache) => SpeechStore.Clear(FolderIn(cache));

    /// <summary>How long that is kept which nobody has said again.</summary>
    public static TimeSpan Forgotten { get; } = TimeSpan.FromDays(60);

    /// <summary>The part of a cache that is speech.</summary>
    internal static string FolderIn(string cache) => Path.Combine(cache, "speech");
}

/// <summary>What a cache has of speech.</summary>
/// <param name="Recordings">How many: of each text, and of its pieces between marks.</param>
/// <param name="Bytes">What they take up.</param>
/// <param name="OldestUse">The last use of what has not been used for longest, in UTC; null where there is nothing.</param>
public sealed record SpeechCacheContents(int Recordings, long Bytes, DateTime? OldestUse);
