using BackpropAnimator.Files;

namespace BackpropAnimator.Video.Files;

/// <summary>A folder for what one render needs for a while, in the system's folder for temporary files; it is gone afterwards.</summary>
/// <remarks>A lock in it tells that its process is alive, however that ends; what a killed one left, a later render removes.</remarks>
internal sealed class ScratchFolder : IDisposable
{
    readonly FileStream held;

    ScratchFolder(string path, FileStream held) => (Path, this.held) = (path, held);

    public string Path { get; }

    /// <summary>Who runs this program, as the file system knows them.</summary>
    public uint Owner => FileStatus.Of(held.SafeFileHandle).Owner;

    /// <exception cref="RenderException">The system's folder for temporary files is not there, or cannot be written.</exception>
    public static ScratchFolder Create()
    {
        var temporary = System.IO.Path.GetTempPath();
        if (!Directory.Exists(temporary))
            throw new RenderException($"There is no folder {temporary} for temporary files; let TMPDIR name one that is there.");
        ScratchFolder? folder = null;
        Disk.Write(temporary, () =>
        {
            var path = Directory.CreateTempSubdirectory(TemporaryNames.Prefix).FullName;
            if (!FileLock.TryOpen(LockIn(path), isThere: false, out var held) || held is null)
                throw new IOException($"{path} was taken by another program");
            RuntimeFiles.Note(held, temporary);
            folder = new(path, held);
        });
        return folder!;
    }

    /// <summary>A name for a file in it.</summary>
    public string PathFor(string extension) => System.IO.Path.Combine(Path, $"{Guid.NewGuid():N}{extension}");

    /// <summary>Writes a text into it, and says where.</summary>
    /// <exception cref="RenderException">The disk is full.</exception>
    public string Write(string extension, string text)
    {
        var path = PathFor(extension);
        Disk.Write(path, () => File.WriteAllText(path, text));
        return path;
    }

    /// <summary>The lock of such a folder.</summary>
    public static string LockIn(string folder) => System.IO.Path.Combine(folder, "lock");

    public void Dispose()
    {
        // Windows removes no open file.
        held.Dispose();
        Discard.Folder(Path);
    }
}
