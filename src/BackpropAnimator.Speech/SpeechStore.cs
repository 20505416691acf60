using BackpropAnimator.Files;
using BackpropAnimator.Speech.Sound;

namespace BackpropAnimator.Speech;

/// <summary>
/// Where speech is kept: in the cache, under the hash of all that it depends on, for whoever says the same again; where that cannot be
/// written, and for what is only needed for a moment, in a temporary folder, which goes together with this.
/// </summary>
/// <remarks>For several threads.</remarks>
internal sealed class SpeechStore : IDisposable
{
    // Of another format than this one's, or cut otherwise.
    const string Version = "speech 1";

    static readonly TimeSpan Forgotten = TimeSpan.FromDays(60);

    readonly string? cache;
    readonly string temporary = Directory.CreateTempSubdirectory(TemporaryNames.Prefix).FullName;

    /// <summary>Where everything is that is not kept.</summary>
    public string TemporaryFolder => temporary;

    /// <param name="folder">The folder for it; null where nothing shall be kept.</param>
    public SpeechStore(string? folder)
    {
        try
        {
            cache = folder;
            if (Directory.Exists(folder)) Sweep(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // What is old stays a while longer.
        }
    }

    /// <summary>The name of speech by all that it depends on.</summary>
    public static string KeyOf(params IEnumerable<string> parts)
    {
        var text = string.Concat(parts.Prepend(Version).Select(part => $"{part.Length} {part}\n"));
        return TextHash.Of(text);
    }

    /// <summary>A folder of its own for a program to work in; it goes when it is disposed of.</summary>
    public WorkFolder Work() => new(Path.Combine(temporary, Guid.NewGuid().ToString("N")));

    /// <summary>What is kept under a key; null where there is nothing, or nothing that can be used.</summary>
    public (Recording Sound, string Path)? Find(string key)
    {
        foreach (var path in Places(key))
            try
            {
                var found = Wav.Read(File.ReadAllBytes(path));
                // What is used stays.
                File.SetLastWriteTimeUtc(path, DateTime.UtcNow);
                return (found, path);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or SpeechException)
            {
                // It is made anew, in its place.
            }
        return null;
    }

    /// <summary>Keeps a sound: it appears whole or not at all.</summary>
    /// <returns>Its file.</returns>
    /// <exception cref="SpeechException">Not even the folder for temporary files takes it.</exception>
    public string Keep(string key, Recording sound)
    {
        var bytes = Wav.Write(sound);
        foreach (var path in Places(key))
        {
            var part = $"{path}.{Guid.NewGuid():N}.part";
            try
            {
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.WriteAllBytes(part, bytes);
                File.Move(part, path, overwrite: true);
                return path;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                Discard.File(part);
            }
        }
        throw new SpeechException($"{temporary} cannot be written", "see whether the disk is full");
    }

    public void Dispose() => Discard.Folder(temporary);

    IEnumerable<string> Places(string key)
    {
        if (cache is not null) yield return Path.Combine(cache, $"{key}.wav");
        yield return Path.Combine(temporary, $"{key}.wav");
    }

    // What nobody has said for long, and what was never finished.
    static void Sweep(string folder)
    {
        foreach (var file in new DirectoryInfo(folder).EnumerateFiles())
        {
            var limit = file.Extension == ".part" ? TimeSpan.FromDays(1) : Forgotten;
            if (DateTime.UtcNow - file.LastWriteTimeUtc > limit) Discard.File(file.FullName);
        }
    }

    /// <summary>A folder for one run of a program.</summary>
    internal readonly struct WorkFolder : IDisposable
    {
        readonly string path;

        public WorkFolder(string path) => Directory.CreateDirectory(this.path = path);

        /// <summary>The file for a program to write.</summary>
        public string Wav => Path.Combine(path, "speech.wav");

        public void Dispose() => Discard.Folder(path);
    }
}
