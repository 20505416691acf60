using System.Globalization;
using BackpropAnimator.Script;

namespace BackpropAnimator.Cli.Output;

/// <summary>What is said beforehand of a training that takes long.</summary>
internal static class LongTraining
{
    /// <summary>What there is to train, and what makes it less.</summary>
    /// <param name="work">As in <see cref="Lessons.TrainingWork"/>.</param>
    public static string InWords(Scene scene, long work)
    {
        var samples = scene.Data?.Samples.Length ?? 0;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"training will take a while: {scene.Training.Epochs:#,0} epochs of {samples:#,0} samples through "
            + $"{string.Join("-", scene.Network.Layers)} units are {work / 1e9:#,0} billion steps; fewer epochs or samples take less");
    }
}
