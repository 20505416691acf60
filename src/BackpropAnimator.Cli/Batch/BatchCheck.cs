using System.Collections.Immutable;
using System.CommandLine;
using BackpropAnimator.Cli.Commands;
using BackpropAnimator.Cli.Rendering;
using BackpropAnimator.Lessons;
using BackpropAnimator.Script;
using BackpropAnimator.Speech;
using BackpropAnimator.Typesetting;
using BackpropAnimator.Video;

namespace BackpropAnimator.Cli.Batch;

/// <summary>Reads and checks the scenes of all variants, before the first is rendered.</summary>
internal static class BatchCheck
{
    /// <param name="speak">Has a scene's texts spoken; gives nothing where nothing shall be said.</param>
    /// <param name="tell">Takes every problem once, however many variants have it.</param>
    public static ImmutableArray<CheckedVariant> Run(
        ImmutableArray<Variant> variants, SceneOptions options, EncoderOptions encoder,
        Func<Scene, (Narration? Narration, ImmutableArray<Diagnostic> Problems)> speak, ParseResult parsed, Action<BatchProblem> tell,
        CancellationToken cancellation)
    {
        using var fonts = FontShelf.Open();
        var overrides = options.Overrides(parsed).ToList();
        var results = variants.AsParallel().AsOrdered().WithCancellation(cancellation).Select(Check).ToList();
        var found = results.SelectMany(r => r.Problems.Select(problem => (problem, r.Checked.Variant.Name)))
            .GroupBy(pair => pair.problem, pair => pair.Name);
        foreach (var problem in found) tell(new(problem.Key, [.. problem], InAll: problem.Count() == variants.Length));
        return [.. results.Select(r => r.Checked)];

        (CheckedVariant Checked, List<Diagnostic> Problems) Check(Variant variant)
        {
            var problems = new List<Diagnostic>();
            var scene = options.Accept(
                SceneReader.Read(variant, overrides, options.AllowOutside(parsed), options.PluginsIn(parsed)), parsed, fonts, problems.Add,
                cancellation);
            if (scene is null) return (new(variant, null), [.. problems.Distinct()]);
            // The name's end is one that tells a format, or there would be no such variant.
            var kind = VideoKind.Choose(variant.Output, null, null, isTransparent: false).Kind ?? VideoKind.Default;
            if (FittingSize.ProblemOf(scene, kind) is { } problem) problems.Add(problem);
            var (narration, unsaid) = speak(scene);
            problems.AddRange(unsaid);
            var isSound = problems.All(found => found.Severity != Severity.Error);
            return (new(variant, isSound ? Sound(kind, scene, narration) : null), [.. problems.Distinct()]);
        }

        SoundVariant Sound(VideoKind kind, Scene scene, Narration? narration)
        {
            var fitting = FittingRate.Of(scene, kind.Format);
            var settings = encoder.Of(parsed, fitting) with { Kind = kind };
            return new(fitting, narration, settings, VideoKey.Of(fitting, narration, settings, fonts));
        }
    }
}

/// <summary>A variant whose scene was read and checked.</summary>
/// <param name="Sound">What its video is made from; null when the scene cannot be used.</param>
internal sealed record CheckedVariant(Variant Variant, SoundVariant? Sound);

/// <summary>What a variant's video is made from.</summary>
/// <param name="Narration">What is said in it; null for silent timing.</param>
/// <param name="Key">The name of it all: <see cref="VideoKey"/>.</param>
internal sealed record SoundVariant(Scene Scene, Narration? Narration, VideoSettings Settings, string Key);

/// <summary>A problem with the variants that have it.</summary>
/// <param name="Variants">Their names; empty for a problem of the batch itself.</param>
/// <param name="InAll">Whether these are all that there are.</param>
internal sealed record BatchProblem(Diagnostic Diagnostic, ImmutableArray<string> Variants, bool InAll)
{
    const int MostNamed = 4;

    public override string ToString()
    {
        if (Variants.IsEmpty || (InAll && Variants.Length == 1)) return $"{Diagnostic}";
        var names =
            string.Join(", ", Variants.Take(MostNamed)) + (Variants.Length > MostNamed ? $" and {Variants.Length - MostNamed} more" : "");
        return $"{Diagnostic}\n  in: {(InAll ? $"all {Variants.Length} variants" : names)}";
    }
}
