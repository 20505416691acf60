using System.Globalization;
using BackpropAnimator.Drawing;
using BackpropAnimator.Network;
using BackpropAnimator.Script;
using SkiaSharp;

namespace BackpropAnimator.Lessons.Tests;

/// <summary>What is seen of a training is that training: its losses, its weights after each epoch, its answers.</summary>
public class TrainPhaseTests
{
    const string Xor = """
        network: { layers: [2, 2, 1], learning_rate: 2, seed: 133 }
        data: xor
        training: { epochs: 400 }
        example: { input: [0, 1], target: [1] }
        video: { fps: 30 }
        phases: [forward, train: { view: loss }, forward]
        """;

    const string Dying = """
        network: { layers: [2, 3, 1], activation: [relu, identity], learning_rate: 1, seed: 421 }
        data: xor
        training: { epochs: 60 }
        example: { input: [0, 1], target: [1] }
        video: { fps: 30 }
        phases: [train: { table: samples }]
        """;

    static readonly Scene scene = Lessons.Read(Xor);
    static readonly Lesson lesson = new(scene, Lessons.Fonts);
    static readonly LessonNumbers numbers = new(scene);

    [Fact]
    public void The_plots_last_point_is_the_historys_last_loss()
    {
        var frame = LastOfTraining(lesson);
        var (x, y) = Unplot(frame, frame.Items.OfType<Polyline>().Where(p => p.Color == Palette.Dark.Learned).Last().Points.Span[^1]);
        Assert.Equal(400, x, 0.5);
        Assert.Equal(numbers.Training.FinalLoss, y, 1e-4);
    }

    [Fact]
    public void The_plot_begins_with_the_loss_before_training()
    {
        var frame = LastOfTraining(lesson);
        var (x, y) = Unplot(frame, frame.Items.OfType<Polyline>().First(p => p.Color == Palette.Dark.Learned).Points.Span[0]);
        Assert.Equal(0, x, 0.5);
        Assert.Equal(numbers.Training.InitialLoss, y, 1e-4);
    }

    [Fact]
    public void The_numbers_are_those_of_the_epoch_on_the_counter_all_along()
    {
        var chapter = lesson.Chapter("train");
        var compared = new HashSet<int>();
        foreach (var n in chapter.Frames(every: 9).Where(n => n > chapter.FirstFrame + 60))
        {
            var frame = lesson.FrameAt(n);
            // While numbers are on their way from one epoch to the next they are lit on every edge.
            if (Light.MovingBeams(frame).Any() || EpochOn(frame) is not { } epoch || n > chapter.EndFrame - 30) continue;
            var network = epoch == 0 ? numbers.Network : numbers.TrainFrom(numbers.Step, epoch, Recording.LossOnly).Network;
            var step = new LearningStep(network, numbers.Example, 0);
            var texts = TextsOf(frame);
            Assert.Contains(Numbers.Plain(numbers.Training.Losses[epoch], 4), texts);
            foreach (var layer in network.Layers)
                Assert.All(layer.Weights.Enumerate().Concat(layer.Biases), w => Assert.Contains(Numbers.Plain(w, 3), texts));
            Assert.All(step.Backward.Layers.SelectMany(l => l.Delta), delta => Assert.Contains(Numbers.Signed(delta), texts));
            Assert.All(numbers.Samples, sample => Assert.Contains(Numbers.Plain(network.Forward(sample.Input).Output[0], 3), texts));
            compared.Add(epoch);
        }
        Assert.True(compared.Count > 12, $"only {compared.Count} epochs");
    }

    [Fact]
    public void Every_answer_turns_right()
    {
        var chapter = lesson.Chapter("train");
        // What "right" means is said with it.
        Assert.Contains("Predictions: 2 of 4 right (ŷ on y's side of 0.5)", TextsOf(lesson.FrameAt(chapter.FirstFrame + 60)));
        Assert.Contains("Predictions: 4 of 4 right (ŷ on y's side of 0.5)", TextsOf(LastOfTraining(lesson)));
    }

    [Fact]
    public void Phases_after_the_training_show_the_trained_network()
    {
        var forward = lesson.Chapters[^1];
        var screen = new NetworkOnScreen(lesson.FrameAt(forward.EndFrame - 1), scene.Network.Layers);
        var trained = numbers.Training.Network;
        Assert.True(screen.Values[new(2, 0)].StandsFor(trained.Forward(numbers.Example.Input).Output[0]));
        Assert.All(screen.Weights, w => Assert.True(w.Value.StandsFor(trained.Layers[w.Key.Layer].Weights[w.Key.To, w.Key.From])));
    }

    [Fact]
    public void Lines_of_negative_weights_are_dashed_and_the_others_are_not()
    {
        var weights = numbers.Training.Network.Layers.SelectMany(l => l.Weights.Enumerate()).ToList();
        // One line of each kind explains them.
        Assert.Equal(weights.Count(w => w < 0) + 1, LastOfTraining(lesson).Items.OfType<Line>().Count(l => l.Dash > 0));
    }

    [Fact]
    public void The_network_glides_to_its_place_and_back()
    {
        var chapter = lesson.Chapter("train");
        var path = Enumerable.Range(chapter.FirstFrame - 2, chapter.EndFrame - chapter.FirstFrame + 4)
            .Select(n => OutputOf(lesson.FrameAt(n))).ToList();
        Assert.Equal(path[0], path[^1]);
        Assert.All(path.Zip(path.Skip(1)), step => Assert.InRange((step.Second - step.First).Length, 0, 110));

        // The rightmost unit: the last disc of its size.
        static SKPoint OutputOf(Frame frame) => frame.Items.OfType<Disc>().Where(d => d.Radius > 30).MaxBy(d => d.Centre.X)!.Centre;
    }

    [Fact]
    public void Training_goes_on_from_the_network_on_stage()
    {
        var twice = Lessons.Read(Xor.Replace(
            "[forward, train: { view: loss }, forward]",
            "[train: { epochs: 150 }, train: { epochs: 250 }, forward]", StringComparison.Ordinal));
        var screen = new NetworkOnScreen(Last(new Lesson(twice, Lessons.Fonts)), twice.Network.Layers);
        Assert.All(
            screen.Weights,
            w => Assert.True(w.Value.StandsFor(numbers.Training.Network.Layers[w.Key.Layer].Weights[w.Key.To, w.Key.From])));
    }

    [Fact]
    public void A_unit_that_is_off_for_every_sample_is_called_dead_and_stays_dead()
    {
        var dying = Lessons.Make(Dying);
        var isDead =
            Enumerable.Range(0, dying.FrameCount / 10).Select(i => dying.FrameAt(10 * i)).Select(f => TextsOf(f).Contains("dead")).ToList();
        Assert.False(isDead[3]);
        Assert.True(isDead[^1]);
        Assert.Equal(isDead.Order(), isDead);
    }

    [Fact]
    public void A_lid_closes_on_a_dead_unit_and_its_number_goes()
    {
        var dying = Lessons.Make(Dying);
        var last = Last(dying);
        var lid = last.Items.OfType<Polygon>().Where(item => item.Role == RoleOf.Lid).Select(item => item.Bounds(Lessons.Fonts))
            .OrderBy(half => half.Top).ToList();

        // Both halves together cover its disc.
        Assert.Equal(2, lid.Count);
        Assert.Equal(lid[0].Bottom, lid[1].Top, 1f);
        var (centre, width) = ((lid[0].MidX, lid[0].Bottom), lid[0].Width);
        Assert.DoesNotContain(last.Items.OfType<TextLine>(), text => text.Color.Alpha > 0 && text.Text == "0.00"
            && Math.Abs(text.Position.X - centre.Item1) < width / 2 && Math.Abs(text.Position.Y - centre.Item2) < width / 2);
        Assert.DoesNotContain(dying.FrameAt(dying.Chapter("train").FirstFrame + 1).Items, item => item.Role == RoleOf.Lid);
    }

    [Fact]
    public void No_unit_is_called_dead_while_a_z_of_it_is_above_0()
    {
        var dying = Lessons.Make(Dying);
        var seen = 0;
        for (var n = 0; n < dying.FrameCount; n++)
        {
            var texts = dying.FrameAt(n).Items.OfType<TextLine>().ToList();
            if (!texts.Exists(t => t.Text == "dead" && t.Color.Alpha > 20) || texts.Find(t => t.Text == "Hidden 2") is not { } name)
                continue;
            var row = texts.Where(t => t.Position.X > name.Position.X && t.Position.X < 900 && Math.Abs(t.Position.Y - name.Position.Y) < 8)
                .ToList();
            var zs = row.SelectMany(t => WrittenNumber.In(t.Text)).ToList();
            Assert.Equal(4, zs.Count);
            Assert.All(zs, z => Assert.True(z.Value <= 0, $"{z.Text} in frame {n}"));
            seen++;
        }
        Assert.True(seen > 20, $"{seen}");
    }

    [Fact]
    public void Numbers_on_their_way_between_two_epochs_belong_to_neither()
    {
        var dying = Lessons.Make(Dying);
        var numbers = new LessonNumbers(Lessons.Read(Dying));
        var losses = numbers.Training.Losses.Take(3).Select(loss => Numbers.Plain(loss, 4)).ToList();
        for (var n = 0; n < dying.FrameCount; n++)
        {
            var frame = dying.FrameAt(n);
            if (EpochOn(frame) is not { } epoch || epoch > 2) continue;
            Assert.Contains(losses[epoch], TextsOf(frame));
        }
    }

    [Fact]
    public void The_gradients_of_a_dead_unit_are_exactly_0_in_every_epoch_and_shown_so()
    {
        var film = FilmOf(Dying);
        var dead = new Unit(1, 1);
        Assert.DoesNotContain(dead, film.First.Dead);
        for (var epoch = 1; epoch <= 60; epoch++)
        {
            var moment = film.AtEpoch(epoch);
            Assert.Contains(dead, moment.Dead);
            Assert.Equal(0.0, moment.GradientOf(dead));
            Assert.All(moment.Passes, pass => Assert.True(pass.Layers[0].PreActivation[1] < 0));
        }
        var texts = TextsOf(Last(Lessons.Make(Dying)));
        Assert.Contains("0", texts);
        Assert.All(film.Last.Passes, pass => Assert.Contains(Numbers.Plain(pass.Layers[0].PreActivation[1], 2), texts));
    }

    [Fact]
    public void The_weights_of_a_dead_unit_never_change_again()
    {
        var film = FilmOf(Dying);
        Assert.Equal(film.AtEpoch(1).Network.Layers[0].Weights.Row(1), film.Last.Network.Layers[0].Weights.Row(1));
        Assert.NotEqual(film.First.Network.Layers[0].Weights.Row(1), film.Last.Network.Layers[0].Weights.Row(1));
    }

    [Theory]
    [InlineData("0.04s")]
    [InlineData("0.5s")]
    [InlineData("60s")]
    public void A_training_can_be_shown_for_any_time(string duration) =>
        Frames.AssertDrawable(Lessons.Make(Xor, $"phases.train.duration={duration}"), every: 17);

    [Theory]
    [InlineData("[2, 1]")]
    [InlineData("[2, 8, 8, 1]")]
    [InlineData("[2, 2, 2, 2, 2, 2, 1]")]
    [InlineData("[2, 40, 1]")]
    public void Networks_of_other_shapes_can_be_trained(string layers)
    {
        var pictures =
            from table in new[] { "weights", "samples" } from size in new[] { "1280x720", "720x1280", "720x720" } select (table, size);
        foreach (var (table, size) in Thorough.Sample(pictures, 3))
        {
            var other = Lessons.Make(
                Xor, $"network.layers={layers}", $"phases.train.table={table}", $"video.size={size}", "training.epochs=20", "video.fps=4");
            Frames.AssertDrawable(other, Thorough.Every(4));
            Assert.Equal(
                [], LayoutCheck.Run(other, Lessons.Fonts).Where(p => other.Chapters[p.Phase].Kind == "train").Select(p => p.Message));
        }
    }

    [Fact]
    public void A_large_training_keeps_few_networks()
    {
        static string Inputs(int sample) =>
            string.Join(", ", Enumerable.Range(0, 200).Select(k => (sample * k % 7).ToString(CultureInfo.InvariantCulture)));
        var rows = string.Join(", ", Enumerable.Range(0, 4).Select(i => $"{{ input: [{Inputs(i)}], target: [{i % 2}] }}"));
        var film = FilmOf(
            $"network: {{ layers: [200, 200, 1], learning_rate: 0.01 }}\ndata: [{rows}]\ntraining: {{ epochs: 300 }}\nphases: [train]");
        Assert.InRange(film.History.Snapshots.Length, 2, 200);
        Assert.Equal(300, film.Last.Epoch);
    }

    static TrainingFilm FilmOf(string text)
    {
        var numbers = new LessonNumbers(Lessons.Read(text));
        return new(numbers, numbers.Step, new(numbers.Scene.Training.Epochs, 15, 2));
    }

    static Frame Last(Lesson lesson) => lesson.FrameAt(lesson.FrameCount - 1);

    // The last frame before the network goes back to its place.
    static Frame LastOfTraining(Lesson lesson) => lesson.FrameAt(lesson.Chapter("train").EndFrame - 42);

    static List<string> TextsOf(Frame frame) => [.. frame.Items.OfType<TextLine>().Where(t => t.Color.Alpha > 100).Select(t => t.Text)];

    // Between two epochs it says "0 → 1".
    static int? EpochOn(Frame frame) =>
        int.TryParse(ReadoutsOnScreen.Of(frame).GetValueOrDefault("epoch"), CultureInfo.InvariantCulture, out var epoch) ? epoch : null;

    // What a point of the plot stands for, by nothing but the numbers written along its axes.
    static (double X, double Y) Unplot(Frame frame, SKPoint point)
    {
        var ticks = frame.Items.OfType<TextLine>()
            .Where(t => t.Role == RoleOf.Tick && double.TryParse(t.Text, CultureInfo.InvariantCulture, out _)).ToList();
        var ys = ticks.Where(t => t.Align == SKTextAlign.Right).OrderBy(t => t.Position.Y).ToList();
        var xs = ticks.Where(t => t.Align == SKTextAlign.Center && t.Position.Y > ys[^1].Position.Y).OrderBy(t => t.Position.X).ToList();
        return (Between(xs[0], xs[^1], t => t.Position.X, point.X), Between(ys[0], ys[^1], t => t.Position.Y, point.Y));

        static double Between(TextLine a, TextLine b, Func<TextLine, float> place, float at)
        {
            var (from, to) = (double.Parse(a.Text, CultureInfo.InvariantCulture), double.Parse(b.Text, CultureInfo.InvariantCulture));
            return from + (to - from) * (at - place(a)) / (place(b) - place(a));
        }
    }
}
