using System.Collections.Immutable;
using System.CommandLine;
using BackpropAnimator.Cli.Commands;
using BackpropAnimator.Script;
using BackpropAnimator.Typesetting;

namespace BackpropAnimator.Cli.Batch;

/// <summary>Reads and checks the scenes of all variants, before the first is rendered.</summary>
internal static class BatchCheck
{
    /// <param name="tell">Takes every problem once, however many variants have it.</param>
    public static ImmutableArray<CheckedVariant> Run(ImmutableArray<Variant> variants, SceneOptions options, EncoderOptions encoder, ParseResult parsed, Action<BatchProblem> tell)
    {
        using var fonts = FontShelf.Open();
        var overrides = options.Overrides(parsed).ToList();
        var results = variants.AsParallel().AsOrdered().Select(Check).ToList();
        var found = results.SelectMany(r => r.Problems.Select(problem => (problem, r.Checked.Variant.Name))).GroupBy(pair => pair.problem, pair => pair.Name);
        foreach (var problem in found) tell(new(problem.Key, [.. problem], InAll: problem.Count() == variants.Length));
        return [.. results.Select(r => r.Checked)];

        (CheckedVariant Checked, List<Diagnostic> Problems) Check(Variant variant)
        {
            var problems = new List<Diagnostic>();
            var scene = options.Accept(ScriptReader.Read(variant, overrides, options.AllowOutside(parsed)), parsed, fonts, problems.Add);
            return (new(variant, scene, scene is null ? "" : VideoKey.Of(scene, encoder.Of(parsed, scene), fonts)), [.. problems.Distinct()]);
        }
    }
}
