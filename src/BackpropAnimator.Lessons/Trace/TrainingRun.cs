using BackpropAnimator.Network;
using BackpropAnimator.Script;

namespace BackpropAnimator.Lessons;

/// <summary>
/// The training of a scene's network from its beginning: the loss of every epoch, and the network as it was at many of them.
/// </summary>
internal sealed class TrainingRun
{
    // As many moments as a viewer can tell apart, as far as all their networks take less than 30 MB.
    const int MostMoments = 400, MostParameters = 4_000_000;

    readonly TrainingHistory history;

    public TrainingRun(LessonNumbers numbers)
    {
        var scene = numbers.Scene;
        Samples = Math.Max(1, numbers.Samples.Length);
        var parameters = numbers.Network.Layers.Sum(layer => layer.Weights.RowCount * (layer.Weights.ColumnCount + 1));
        var moments = Math.Clamp(MostParameters / parameters, 2, MostMoments);
        history = numbers.Train(Recording.Every((scene.Training.Epochs + moments - 1) / moments));
    }

    public int Epochs => history.Epochs;

    /// <summary>How many samples a loss is the mean of.</summary>
    public int Samples { get; }

    /// <summary>Before training at index 0, and after epoch n at index n.</summary>
    public IReadOnlyList<double> Losses => history.Losses;

    public double LargestLoss => history.Losses.Max();

    /// <summary>Of the loss before training.</summary>
    public double LargestShare => LargestLoss / Whole;

    /// <summary>The loss as a share of the loss before training, epoch by epoch.</summary>
    public IReadOnlyList<double> Shares => [.. history.Losses.Select(ShareOf)];

    public double ShareOf(double loss) => loss / Whole;

    /// <summary>The network at an epoch, or as it was recorded not long before.</summary>
    public DenseNetwork NetworkAt(int epoch) => history.SnapshotAt(epoch)!.Network;

    // A network without any loss has none to lose.
    double Whole => history.InitialLoss > 0 ? history.InitialLoss : 1;
}
