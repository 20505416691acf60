using System.Collections.Immutable;
using BackpropAnimator.Script;

namespace BackpropAnimator.Lessons;

/// <summary>
/// How much there is to compute before a lesson can be shown, told from its scene alone: in passes of one example through one weight,
/// forward and back.
/// </summary>
public static class TrainingWork
{
    // What a unit's activation and slope take, in weights.
    const long PerUnit = 20;

    /// <summary>From here on it takes many seconds, on any machine.</summary>
    public const long Long = 5_000_000_000;

    /// <summary>The work of all trainings that a scene's lesson shows, and those of its variants.</summary>
    /// <param name="scene">A scene that was read without errors.</param>
    public static long Of(Scene scene) => OwnOf(scene) + scene.Phases.SelectMany(phase => phase.Variants).Sum(v => OwnOf(v.In(scene)));

    /// <summary>The work of one example in one update.</summary>
    /// <param name="sizes">Units per layer, input first.</param>
    public static long OfAnExample(ImmutableArray<int> sizes) =>
        sizes.Zip(sizes.Skip(1), (inputs, units) => (inputs + 1 + PerUnit) * units).Sum();

    static long OwnOf(Scene scene) =>
        scene.Data is null ? 0 : Epochs(scene) * scene.Data.Samples.Length * OfAnExample(scene.Network.Layers);

    // The scene's own training is checked whether or not a phase shows it.
    static long Epochs(Scene scene)
    {
        ImmutableArray<long> shown = [.. scene.Phases.Select(phase => (long)(phase.LearningIn(scene).Epochs ?? 0)).Where(n => n > 0)];
        var own = (long)scene.Training.Epochs;
        return shown.Sum() + (shown.FirstOrDefault() == own ? 0 : own);
    }
}
