namespace BackpropAnimator.Network.Tests;

public class RecordingTests
{
    static readonly DenseNetwork Network =
        DenseNetwork.Seeded([2, 2, 1], [new Tanh(), new Sigmoid()], new HalfSquaredError(), Initialization.Default, seed: 133);

    [Fact]
    public void The_loss_of_every_epoch_is_kept_from_before_training_on()
    {
        var history = Train(epochs: 10, Recording.LossOnly);

        Assert.Equal(11, history.Losses.Length);
        Assert.Equal(10, history.Epochs);
        Assert.Equal(Network.LossOver(LogicGates.Xor), history.InitialLoss, 1e-15);
        Assert.Empty(history.Snapshots);
        Assert.Null(history.SnapshotAt(10));
    }

    [Fact]
    public void Every_kth_network_and_the_last_are_kept_on_request()
    {
        var history = Train(epochs: 10, Recording.Every(4));

        Assert.Equal([0, 4, 8, 10], history.Snapshots.Select(snapshot => snapshot.Epoch));
        Assert.Equal(Network, history.Snapshots[0].Network);
        Assert.Equal(history.Network, history.Snapshots[^1].Network);
        Assert.All(history.Snapshots, snapshot =>
            Assert.Equal(history.Losses[snapshot.Epoch], snapshot.Network.LossOver(LogicGates.Xor), 1e-14));
    }

    [Fact]
    public void Chosen_epochs_are_kept_on_request() =>
        Assert.Equal([1, 2, 7], Train(epochs: 10, Recording.At([7, 1, 2, 99])).Snapshots.Select(snapshot => snapshot.Epoch));

    [Theory]
    [InlineData(0, 0)]
    [InlineData(3, 0)]
    [InlineData(4, 4)]
    [InlineData(9, 8)]
    [InlineData(10, 10)]
    [InlineData(99, 10)]
    public void An_epoch_is_shown_by_the_last_snapshot_before_it(int epoch, int shown) =>
        Assert.Equal(shown, Train(epochs: 10, Recording.Every(4)).SnapshotAt(epoch)?.Epoch);

    [Fact]
    public void A_longer_run_begins_like_a_shorter_one()
    {
        var (shorter, longer) = (Train(epochs: 5, Recording.Every(1)), Train(epochs: 9, Recording.Every(1)));

        Assert.Equal(shorter.Losses.AsEnumerable(), longer.Losses.Take(6));
        Assert.Equal(shorter.Network, longer.SnapshotAt(5)?.Network);
    }

    [Fact]
    public void No_epochs_leave_the_network_as_it_is() => Assert.Equal(Network, Train(epochs: 0, Recording.LossOnly).Network);

    [Fact]
    public void Every_zeroth_epoch_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => Recording.Every(0));

    static TrainingHistory Train(int epochs, Recording recording) => Trainer.Train(
        Network, new TrainingPlan { Examples = LogicGates.Xor, Epochs = epochs, LearningRate = 0.5, Recording = recording });
}
