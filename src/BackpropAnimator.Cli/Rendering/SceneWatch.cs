namespace BackpropAnimator.Cli.Rendering;

/// <summary>Renders a scene again whenever it, or a data file, a picture, a font or a sound beside it, is saved.</summary>
/// <param name="scene">The scene's file.</param>
/// <exception cref="FileNotFoundException">There is no such file.</exception>
internal sealed class SceneWatch(string scene) : IDisposable
{
    readonly SceneChanges changes = new(scene, settling: TimeSpan.FromMilliseconds(100));

    /// <param name="render">Renders once. A change meanwhile cancels it, and it is called anew.</param>
    /// <exception cref="OperationCanceledException">Cancelled, which is the only way out.</exception>
    public async Task RunAsync(Func<CancellationToken, Task> render, CancellationToken cancellation)
    {
        while (true)
        {
            using var outdated = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            var rendering = render(outdated.Token);
            var change = changes.NextAsync(cancellation);
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
        }
    }

    public void Dispose() => changes.Dispose();
}
