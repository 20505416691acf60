using System.Threading.Channels;
using BackpropAnimator.Script.Data;

namespace BackpropAnimator.Cli.Rendering;

/// <summary>Renders a scene again whenever it, or a data file, a picture, a font or a sound beside it, is saved.</summary>
internal sealed class SceneWatch : IDisposable
{
    // Editors write a file in several steps.
    static readonly TimeSpan Settling = TimeSpan.FromMilliseconds(100);

    readonly Channel<bool> changes =
        Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    readonly FileSystemWatcher watcher;
    readonly string name;

    /// <param name="scene">The scene's file.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public SceneWatch(string scene)
    {
        var path = Path.GetFullPath(scene);
        if (!File.Exists(path)) throw new FileNotFoundException($"{scene}: there is no such file to watch.");
        name = Path.GetFileName(path);
        watcher =
            new(Path.GetDirectoryName(path)!) { NotifyFilter = NotifyFilters.LastWrite | NotifyFilters.FileName | NotifyFilters.Size };
        watcher.Changed += (_, e) => Note(e.Name);
        watcher.Created += (_, e) => Note(e.Name);
        watcher.Renamed += (_, e) => Note(e.Name);
        watcher.EnableRaisingEvents = true;
    }

    /// <param name="render">Renders once. A change meanwhile cancels it, and it is called anew.</param>
    /// <exception cref="OperationCanceledException">Cancelled, which is the only way out.</exception>
    public async Task RunAsync(Func<CancellationToken, Task> render, CancellationToken cancellation)
    {
        while (true)
        {
            using var outdated = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            var rendering = render(outdated.Token);
            var change = changes.Reader.ReadAsync(cancellation).AsTask();
            if (await Task.WhenAny(rendering, change) == change) await outdated.CancelAsync();
            try
            {
                await rendering;
            }
            catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
            {
                // It would have shown what the scene no longer says.
            }
            await change;
            await Task.Delay(Settling, cancellation);
            changes.Reader.TryRead(out _);
        }
    }

    public void Dispose() => watcher.Dispose();

    void Note(string? file)
    {
        var extension = Path.GetExtension(file) ?? "";
        string[] read = [.. SceneFiles.DataExtensions, .. SceneFiles.LookExtensions, .. SceneFiles.SoundExtensions];
        if (file == name || read.Contains(extension))
            changes.Writer.TryWrite(true);
    }
}
