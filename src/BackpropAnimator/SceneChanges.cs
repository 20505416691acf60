using System.Threading.Channels;
using BackpropAnimator.Script.Data;

namespace BackpropAnimator;

/// <summary>Tells when a scene, or a data file, a picture, a font or a sound beside it, has been saved, moved or removed.</summary>
public sealed class SceneChanges : IDisposable
{
    static readonly HashSet<string> extensions =
        [.. SceneFiles.DataExtensions, .. SceneFiles.LookExtensions, .. SceneFiles.SoundExtensions];

    // Something may write beside the scene without an end.
    const int MostWaits = 10;

    readonly Channel<bool> changes =
        Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    readonly FileSystemWatcher watcher;
    readonly TimeSpan settling;
    readonly string name;

    /// <param name="scene">The scene's file.</param>
    /// <param name="settling">How long a file has to be left alone: editors write it in several steps.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public SceneChanges(string scene, TimeSpan settling)
    {
        this.settling = settling;
        var path = Path.GetFullPath(scene);
        if (!File.Exists(path)) throw new FileNotFoundException($"{scene}: there is no such file to watch.");
        name = Path.GetFileName(path);
        watcher =
            new(Path.GetDirectoryName(path)!) { NotifyFilter = NotifyFilters.LastWrite | NotifyFilters.FileName | NotifyFilters.Size };
        watcher.Changed += (_, e) => Note(e.Name);
        watcher.Created += (_, e) => Note(e.Name);
        watcher.Deleted += (_, e) => Note(e.Name);
        watcher.Renamed += (_, e) =>
        {
            Note(e.OldName);
            Note(e.Name);
        };
        watcher.EnableRaisingEvents = true;
    }

    /// <summary>Waits for the next change, and until no further one follows it closely.</summary>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public async Task NextAsync(CancellationToken cancellation)
    {
        await changes.Reader.ReadAsync(cancellation);
        for (var wait = 0; wait < MostWaits; wait++)
        {
            await Task.Delay(settling, cancellation);
            if (!changes.Reader.TryRead(out _)) return;
        }
    }

    public void Dispose() => watcher.Dispose();

    void Note(string? file)
    {
        if (file == name || extensions.Contains(Path.GetExtension(file) ?? "")) changes.Writer.TryWrite(true);
    }
}
