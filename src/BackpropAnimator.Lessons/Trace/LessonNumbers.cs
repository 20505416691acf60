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
    readonly SharedNumbers shared;
    readonly Lazy<Gradient> meanGradient;

    /// <param name="scene">A scene without errors.</param>
    /// <param name="epoch">
    /// How many epochs the network has been trained for when the lesson looks at it; 0 is the scene's own network.
    /// </param>
    /// <param name="shared">What keeps its trainings for others that need the same; nobody else when left out.</param>
    /// <exception cref="ArgumentOutOfRangeException">The scene's training does not go so far, or diverges before.</exception>
    /// <exception cref="ArgumentException">A number of the step is not finite: <see cref="LessonChecks"/> says which.</exception>
    public LessonNumbers(Scene scene, int epoch = 0, SharedNumbers? shared = null)
    {
        (Scene, Epoch, this.shared) = (scene, epoch, shared ?? new());
        Network = NetworkFactory.NetworkOf(scene.Network);
        Samples = [.. (scene.Data?.Samples ?? []).Select(NetworkFactory.ExampleOf)];
        TestSamples = [.. (scene.Data?.TestSamples ?? []).Select(NetworkFactory.ExampleOf)];
        Answers = AnswerRule.For([.. Samples, .. TestSamples]);
        Example = NetworkFactory.ExampleOf(scene.Example);
        meanGradient = new(() => BatchPass.Over(Step!.Before, TrainingSet).Gradient);
        var (network, state) = LearnedBy(epoch);
        Step = StepFrom(network, state, Example);
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
    /// One step of learning on <see cref="Example"/>, by the scene's optimizer. With data and full batches the update takes
    /// <see cref="MeanGradient"/>, with mini-batches the gradient averaged over the one whose turn it is; otherwise the example's own.
    /// </summary>
    public LearningStep Step { get; }

    /// <summary>∂L/∂w and ∂L/∂b averaged over the scene's data, or the example's own where there is none.</summary>
    public Gradient MeanGradient => meanGradient.Value;

    /// <summary>
    /// The loss of every epoch of the scene's training. Without data the example is all there is to learn: the history then goes
    /// one step further than <see cref="Epoch"/>, to the loss after the lesson's update.
    /// </summary>
    public TrainingHistory Training => Train(Recording.LossOnly);

    ImmutableArray<Example> TrainingSet => Samples.IsEmpty ? [Example] : Samples;

    /// <summary>How many of <see cref="Samples"/> a network gets right.</summary>
    public Accuracy AccuracyOf(DenseNetwork network) => Accuracy.Of(network, Samples, Answers);

    /// <summary>The same of <see cref="TestSamples"/>.</summary>
    public Accuracy TestAccuracyOf(DenseNetwork network) => Accuracy.Of(network, TestSamples, Answers);

    /// <summary>The step that a network takes after others: the optimizer's memory and the schedule go on from them.</summary>
    /// <param name="network">The network after those steps.</param>
    /// <param name="state">What the optimizer remembers of them; null for a first step.</param>
    /// <param name="example">The example whose passes are kept, and which makes the update where no batch does.</param>
    public LearningStep StepFrom(DenseNetwork network, OptimizerState? state, Example example) =>
        new(network, example, Plan.Rule, state, IsByBatch ? Plan.BatchAt(state?.Steps ?? 0) : null);

    /// <summary>
    /// The losses of a step and further ones like it, from before the step to after the n-th: of the data, where a batch of it makes the
    /// update, otherwise of the example.
    /// </summary>
    public TrainingHistory Continued(LearningStep step, int steps) => Continued(step, steps, Recording.LossOnly);

    /// <summary>The same, keeping networks on the way: that of "epoch" n is the one after n steps.</summary>
    public TrainingHistory Continued(LearningStep step, int steps, Recording recording) => shared.Of(
        new Training(step.Before, IsByBatch ? Plan : Plan with { Examples = [.. step.Batch], BatchSize = null }, step.State, steps),
        recording);

    /// <summary>The loss before a step, on the same examples as in <see cref="Continued(LearningStep, int)"/>.</summary>
    public double LossBefore(LearningStep step) => IsByBatch ? BatchPass.LossOver(step.Before, Samples) : step.Loss;

    /// <summary>The training of <see cref="Training"/>, keeping networks on the way.</summary>
    public TrainingHistory Train(Recording recording) => Train(null, null, recording);

    /// <summary>Trains a step's network as the scene trains its own, on the scene's data, in the place of that step's update.</summary>
    /// <param name="epochs">How often to go through the data; as often as the scene says when left out.</param>
    public TrainingHistory TrainFrom(LearningStep step, int? epochs, Recording recording) => Train(step, epochs, recording);

    /// <summary>The learning rate of an epoch of a training that goes on from a step, counted from 0.</summary>
    public double LearningRateAt(LearningStep step, int epoch) => Plan.Rule.LearningRateAt(step.State.Steps + epoch * Plan.UpdatesPerEpoch);

    TrainingHistory Train(LearningStep? from, int? epochs, Recording recording) => shared.Of(
        new Training(from?.Before ?? Network, Plan with { Epochs = epochs ?? Plan.Epochs }, from?.State), recording);

    /// <summary>The numbers of another scene, such as a variant of this one, with the trainings that this one shares.</summary>
    internal LessonNumbers NumbersOf(Scene other) => shared.Of(other);

    // A single sample is as good as another: the update then takes the one that the viewer has seen.
    bool IsByBatch => !Samples.IsEmpty && Plan.BatchSize != 1;

    /// <summary>The training on the scene's data; without any, one of the example alone that goes as far as the lesson's step.</summary>
    internal TrainingPlan Plan => Samples.IsEmpty
        ? NetworkFactory.PlanOf(Scene, TrainingSet) with { Epochs = Epoch + 1, BatchSize = null }
        : NetworkFactory.PlanOf(Scene, Samples);

    (DenseNetwork Network, OptimizerState? State) LearnedBy(int epoch)
    {
        if (epoch == 0) return (Network, null);
        if (epoch < 0 || epoch > Plan.Epochs)
            throw new ArgumentOutOfRangeException(nameof(epoch), epoch, $"Training has {Plan.Epochs} epochs.");
        var training = new Training(Network, Plan with { Epochs = epoch }, From: null);
        return shared.Of(training, Recording.LossOnly) is { HasDiverged: false } history
            ? (history.Network, history.State)
            : throw new ArgumentOutOfRangeException(nameof(epoch), epoch, "Training diverges before that epoch.");
    }
}
