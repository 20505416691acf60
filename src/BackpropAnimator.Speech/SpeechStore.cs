using System.Collections.Concurrent;
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
    const string Version = "speech 1", Extension = ".wav";

    readonly string? cache;

    // What is in use here stays, whoever clears the cache meanwhile.
    readonly ConcurrentBag<FileStream> held = [];
    readonly string temporary = Directory.CreateTempSubdirectory(TemporaryNames.Prefix).FullName;

    /// <summary>What is kept in a folder.</summary>
    public static SpeechCacheContents Measure(string folder) => ContentsOf(FilesIn(folder));

    /// <summary>Removes what nobody holds.</summary>
    /// <returns>What was removed and what is left.</returns>
    public static (SpeechCacheContents Removed, SpeechCacheContents Left) Clear(string folder)
    {
        var files = FilesIn(folder).ToLookup(file => Discard.FileUnlessHeld(file.FullName));
        return (ContentsOf(files[true]), ContentsOf(files[false]));
    }

    static FileInfo[] FilesIn(string folder)
    {
        try
        {
            return new DirectoryInfo(folder).GetFiles($"*{Extension}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Nothing is there, or nothing for us.
            return [];
        }
    }

    static SpeechCacheContents ContentsOf(IEnumerable<FileInfo> files)
    {
        FileInfo[] kept = [.. files];
        return new(kept.Length, kept.Sum(file => file.Length), kept.Length == 0 ? null : kept.Min(file => file.LastWriteTimeUtc));
    }

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
    public Recording? Find(string key)
    {
        if (Open(key) is not var (file, sound)) return null;
        file.Dispose();
        return sound;
    }

    /// <summary>The file of a sound, which is there for as long as this is.</summary>
    /// <param name="sound">What it is, where it is not kept yet.</param>
    /// <exception cref="SpeechException">Not even the folder for temporary files takes it.</exception>
    public string FileOf(string key, Recording sound)
    {
        var file = Open(key)?.File ?? Keep(key, sound);
        held.Add(file);
        return file.Name;
    }

    /// <summary>Keeps a sound: it appears whole or not at all.</summary>
    /// <returns>Its file; nobody removes it before that is disposed of.</returns>
    /// <exception cref="SpeechException">Not even the folder for temporary files takes it.</exception>
    public FileStream Keep(string key, Recording sound)
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
                return Hold(path);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                Discard.File(part);
            }
        }
        throw new SpeechException($"{temporary} cannot be written", "see whether the disk is full");
    }

    public void Dispose()
    {
        foreach (var file in held) file.Dispose();
        Discard.Folder(temporary);
    }

    (FileStream File, Recording Sound)? Open(string key)
    {
        foreach (var path in Places(key))
        {
            FileStream? file = null;
            try
            {
                file = Hold(path);
                var bytes = new byte[file.Length];
                file.ReadExactly(bytes);
                var sound = Wav.Read(bytes);
                // What is used stays.
                File.SetLastWriteTimeUtc(path, DateTime.UtcNow);
                return (file, sound);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or SpeechException)
            {
                // It is made anew, in its place.
                file?.Dispose();
            }
        }
        return null;
    }

    static FileStream Hold(string path) => RegularFile.OpenRead(path, FileShare.Read | FileShare.Delete);

    IEnumerable<string> Places(string key)
    {
        if (cache is not null) yield return Path.Combine(cache, $"{key}{Extension}");
        yield return Path.Combine(temporary, $"{key}{Extension}");
    }

    // What nobody has said for long, and what was never finished.
    static void Sweep(string folder)
    {
        foreach (var file in new DirectoryInfo(folder).EnumerateFiles())
        {
            var limit = file.Extension == ".part" ? TimeSpan.FromDays(1) : SpeechCache.Forgotten;
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
