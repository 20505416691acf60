using System.Collections.Immutable;
using BackpropAnimator.Network;
using BackpropAnimator.Script;

namespace BackpropAnimator.Lessons;

/// <summary>
/// Every number of a lesson, computed from its scene alone: the network, one step of learning on the example that the lesson shows,
/// and the training on the scene's data. What is drawn, traced, asked in a worksheet or expected is read from here.
/// </summary>
public sealed class LessonNumbers
{
    readonly Lazy<TrainingHistory> training;
    readonly Lazy<Gradient> meanGradient;

    /// <param name="scene">A scene without errors.</param>
    /// <param name="epoch">
    /// How many epochs the network has been trained for when the lesson looks at it; 0 is the scene's own network.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException">The scene's training does not go so far, or diverges before.</exception>
    /// <exception cref="ArgumentException">A number of the step is not finite: <see cref="LessonChecks"/> says which.</exception>
    public LessonNumbers(Scene scene, int epoch = 0)
    {
        (Scene, Epoch) = (scene, epoch);
        Network = NetworkFactory.NetworkOf(scene.Network);
        Samples = [.. (scene.Data?.Samples ?? []).Select(NetworkFactory.ExampleOf)];
        TestSamples = [.. (scene.Data?.TestSamples ?? []).Select(NetworkFactory.ExampleOf)];
        Answers = AnswerRule.For([.. Samples, .. TestSamples]);
        Example = NetworkFactory.ExampleOf(scene.Example);
        training = new(() => Train(Recording.LossOnly));
        meanGradient = new(() => Step!.Before.GradientOver(TrainingSet));
        Step = new(NetworkAt(epoch), Example, scene.Network.LearningRate, UpdatesByBatch ? Samples : null);
    }

    public Scene Scene { get; }

    /// <summary>How many epochs <see cref="Step"/> comes after.</summary>
    public int Epoch { get; }

    /// <summary>The network as the scene describes it, untrained.</summary>
    public DenseNetwork Network { get; }

    /// <summary>The example whose passes the lesson shows.</summary>
    public Example Example { get; }

    /// <summary>The scene's data, or the part of it that the network is trained on; empty where there is none.</summary>
    public ImmutableArray<Example> Samples { get; }

    /// <summary>The part of the scene's data that training does not see; empty where the scene does not split it.</summary>
    public ImmutableArray<Example> TestSamples { get; }

    /// <summary>When an output counts as the right answer to a sample of the scene's data.</summary>
    public AnswerRule Answers { get; }

    /// <summary>
    /// One step of learning on <see cref="Example"/>. With data and full batches the update takes <see cref="MeanGradient"/>,
    /// otherwise the example's own gradient.
    /// </summary>
    public LearningStep Step { get; }

    /// <summary>∂L/∂w and ∂L/∂b averaged over the scene's data, or the example's own where there is none.</summary>
    public Gradient MeanGradient => meanGradient.Value;

    /// <summary>
    /// The loss of every epoch of the scene's training. Without data the example is all there is to learn: the history then goes
    /// one plain step further than <see cref="Epoch"/>, to the loss after the lesson's update.
    /// </summary>
    public TrainingHistory Training => training.Value;

    bool UpdatesByBatch => !Samples.IsEmpty && Scene.Training.Batch == BatchKind.Full;

    ImmutableArray<Example> TrainingSet => Samples.IsEmpty ? [Example] : Samples;

    /// <summary>How many of <see cref="Samples"/> a network gets right.</summary>
    public Accuracy AccuracyOf(DenseNetwork network) => Accuracy.Of(network, Samples, Answers);

    /// <summary>The same of <see cref="TestSamples"/>.</summary>
    public Accuracy TestAccuracyOf(DenseNetwork network) => Accuracy.Of(network, TestSamples, Answers);

    /// <summary>The training of <see cref="Training"/>, keeping networks on the way.</summary>
    public TrainingHistory Train(Recording recording) => TrainFrom(Network, null, recording);

    /// <summary>Trains a network as the scene trains its own, on the scene's data.</summary>
    /// <param name="start">
    /// The network to go on from; for <see cref="Network"/> and all epochs this is <see cref="Training"/> with networks on the way.
    /// </param>
    /// <param name="epochs">How often to go through the data; as often as the scene says when left out.</param>
    public TrainingHistory TrainFrom(DenseNetwork start, int? epochs, Recording recording) =>
        Trainer.Train(start, Plan with { Epochs = epochs ?? Plan.Epochs, Recording = recording });

    TrainingPlan Plan => Samples.IsEmpty
        ? new() { Examples = TrainingSet, Epochs = Epoch + 1, LearningRate = Scene.Network.LearningRate }
        : NetworkFactory.PlanOf(Scene, Samples);

    DenseNetwork NetworkAt(int epoch)
    {
        if (epoch == 0) return Network;
        if (epoch < 0 || epoch > Plan.Epochs)
            throw new ArgumentOutOfRangeException(nameof(epoch), epoch, $"Training has {Plan.Epochs} epochs.");
        return Trainer.Train(Network, Plan with { Epochs = epoch }) is { HasDiverged: false } history
            ? history.Network
            : throw new ArgumentOutOfRangeException(nameof(epoch), epoch, "Training diverges before that epoch.");
    }
}
