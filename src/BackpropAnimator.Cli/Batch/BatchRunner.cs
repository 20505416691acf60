using BackpropAnimator.Cli.Output;
using BackpropAnimator.Cli.Rendering;
using BackpropAnimator.Script;
using BackpropAnimator.Video;

namespace BackpropAnimator.Cli.Batch;

/// <summary>Renders the variants of a batch, each to its video, or only joins what others have rendered.</summary>
/// <inheritdoc cref="VariantRunner"/>
internal sealed class BatchRunner(RenderOptions options, bool force, BatchDisplay display) : VariantRunner(options, force, display)
{
    protected override async Task<long?> WorkAsync(
        Variant variant, SoundVariant sound, Excerpt whole, RenderOptions share, ProgressDisplay progress, CancellationToken cancellation)
    {
        OutputFolder.Make(Path.GetDirectoryName(variant.Output));
        var report = await SceneVideo.RenderAsync(whole, sound.Settings, variant.Output, share, progress, cancellation);
        foreach (var warning in report.Warnings) Display.Warn(warning);
        Note(variant, sound);
        return new FileInfo(variant.Output).Length;
    }
}
