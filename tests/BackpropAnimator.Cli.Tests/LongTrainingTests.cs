namespace BackpropAnimator.Cli.Tests;

/// <summary>A scene may ask for a training of minutes: that is told beforehand, shown while it lasts, and ended by Ctrl-C.</summary>
public sealed class LongTrainingTests : IDisposable
{
    /// <summary>Minutes of training, on any machine.</summary>
    public const string Scene = """
        network: { layers: [2, 400, 1], seed: 3 }
        data: xor
        training: 1000000
        phases: [train]

        """;

    readonly Workbench bench = new();

    public void Dispose() => bench.Dispose();

    [Theory]
    [InlineData("check")]
    [InlineData("trace")]
    [InlineData("still", "--at", "1", "-o", "still.png")]
    [InlineData("sheet", "-o", "sheet.png")]
    [InlineData("render", "--no-cache", "-o", "lesson.mp4")]
    public async Task A_long_training_is_told_of_beforehand_and_ended_by_Ctrl_C(string command, params string[] options)
    {
        using var cancel = new CancellationTokenSource(TimeSpan.FromSeconds(90));
        var streams = new TestStreams();
        var running = Backprop.Start(streams, cancel.Token, [command, bench.Write("long.yaml", Scene), .. options.Select(InFolder)]);

        Wait.Until(() => streams.Error.Contains(
            "note: training will take a while: 1,000,000 epochs of 4 samples through 2-400-1 units are 38 billion steps; "
            + "fewer epochs or samples take less\n", StringComparison.Ordinal));
        cancel.Cancel();

        Assert.Equal("Cancelled; nothing was left behind.", (await running).Expect(130).Error.TrimEnd().Split('\n')[^1]);
        Assert.Equal(["long.yaml"], bench.Made);

        string InFolder(string word) => word.Contains('.', StringComparison.Ordinal) ? bench[word] : word;
    }

    [Fact]
    public async Task Other_programs_are_told_how_far_a_training_has_come()
    {
        using var cancel = new CancellationTokenSource(TimeSpan.FromSeconds(90));
        var streams = new TestStreams();
        var running = Backprop.Start(streams, cancel.Token, "render", bench.Write("long.yaml", Scene), "-o", bench["lesson.mp4"], "--json");

        Wait.Until(() => streams.Output.Split("{\"event\":\"training\",\"share\":0.").Length > 2);
        cancel.Cancel();

        Assert.StartsWith("{\"event\":\"note\",\"message\":\"training will take a while", (await running).Expect(130).Output);
    }

    [Fact]
    public void Nothing_is_said_of_a_training_that_is_soon_done()
    {
        var outcome = Backprop.Run("check", bench.Write("short.yaml", Scene), "--set", "training=300").Expect(0);
        Assert.DoesNotContain("note:", outcome.Error);
        Assert.DoesNotContain("training", outcome.Error);
    }
}
