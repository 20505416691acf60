using BackpropAnimator.Files;

namespace BackpropAnimator.Video.Files;

/// <summary>What renders left that were killed: removed by a later one, when it is ours by name, owner and lock, and a day old.</summary>
internal static class Leftovers
{
    /// <summary>Longer than anyone writes at one file: what was not changed for so long was left.</summary>
    public static readonly TimeSpan Abandoned = TimeSpan.FromDays(1);

    /// <summary>Removes unfinished files from a folder that videos and pictures go to.</summary>
    public static void SweepTargets(string? folder, ScratchFolder own) => Sweep(folder, "*" + PartName.Extension, (path, status) =>
    {
        if (status.Kind != FileKind.Regular || status.Owner != own.Owner) return;
        if (!FileLock.TryOpen(path, isThere: true, out var held) || held is null) return;
        using (held)
            if (FileLock.IsStillAt(held, path)) Discard.File(path);
    });

    /// <summary>Removes the folders for temporary files of ended processes, and what .NET left of these.</summary>
    public static void SweepScratch(ScratchFolder own) => Sweep(Path.GetTempPath(), TemporaryNames.Prefix + "*", (path, status) =>
    {
        if (status.Kind != FileKind.Folder || status.Owner != own.Owner) return;
        var isLocked = FileStatus.OfEntry(ScratchFolder.LockIn(path)).Kind == FileKind.Regular;
        FileStream? held = null;
        if (isLocked && (!FileLock.TryOpen(ScratchFolder.LockIn(path), isThere: true, out held) || held is null)) return;
        using (held)
            if (held is not null) RuntimeFiles.Forget(held, Path.GetTempPath());
        Discard.Folder(path);
    });

    static void Sweep(string? folder, string pattern, Action<string, FileStatus> remove)
    {
        try
        {
            if (!Directory.Exists(folder)) return;
            foreach (var entry in new DirectoryInfo(folder).EnumerateFileSystemInfos(pattern))
                if (DateTime.UtcNow - entry.LastWriteTimeUtc > Abandoned) remove(entry.FullName, FileStatus.OfEntry(entry.FullName));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Nobody waits for the room.
        }
    }
}
