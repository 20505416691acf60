using BackpropAnimator.Drawing;
using SkiaSharp;

namespace BackpropAnimator.Lessons.Tests;

/// <summary>
/// The gears of a chain are a machine that would work: teeth stand in gaps, and every wheel turns as far as its factors say.
/// </summary>
public class GearTests
{
    static readonly Lazy<(Lesson Lesson, EffectChain Chain)> story = new(() =>
    {
        var scene = $$"""
            network: { layers: [3, 4, 2], activation: tanh, seed: 7 }
            example: { input: [0.9, 0.1, 0.4], target: [1, 0] }
            phases: [chain: { duration: 10s, weight: 'input[0] -> hidden[1]' }]
            """;
        var step = new LessonNumbers(Lessons.Read(scene)).Step;
        return (Lessons.Make(scene, "video.fps=20"), EffectChain.Of(step, new(0, 0, 1)));
    });

    public static TheoryData<double[]> Chains => new()
    {
        new[] { 0.697, -0.773, -0.9 },
        new[] { -1.4, 0.31, -2.2, 0.6 },
        new[] { -0.24, -0.24, -0.24, -0.24 },
        new[] { 3.7, 3.7 },
    };

    static EffectChain ChainOf(double[] links) => new(default, [], [.. links]);

    [Theory, MemberData(nameof(Chains))]
    public void Wheels_that_mesh_roll_on_each_other_and_turn_the_last_axis_by_the_product_of_all_factors(double[] links)
    {
        var train = GearTrain.Of(ChainOf(links));

        Assert.Equal(links.Length + 1, train.AxesAt.Length);
        foreach (var wheel in train.Wheels.Where(wheel => wheel.Axis is not null))
            Assert.Equal(links.Take(wheel.Axis!.Value).Aggregate(1.0, (product, link) => product * link), wheel.Turn, 1e-9);
        for (var i = 0; i < links.Length; i++)
        {
            // The wheels of this link, an idler between them where both turn the same way, in a row from one axis to the other.
            var row = train.Rows[i];
            Assert.Equal(links[i] > 0 ? 3 : 2, row.Length);
            foreach (var (a, b) in row.Zip(row.Skip(1)))
            {
                Assert.Equal(b.At - a.At, a.Radius + b.Radius, 1e-9);
                Assert.Equal(-a.Turn * a.Radius, b.Turn * b.Radius, 1e-9);
            }
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.002)]
    public void A_factor_that_no_two_wheels_can_make_leaves_them_apart(double factor)
    {
        var train = GearTrain.Of(ChainOf([0.8, factor, -0.5]));

        Assert.Equal(new[] { 3, 0, 2 }, train.Rows.Select(row => row.Length));
        Assert.Equal(-0.4 * factor, train.Wheels.Single(wheel => wheel.Axis == 3).Turn, 1e-9);
    }

    [Fact]
    public void At_every_moment_teeth_stand_in_gaps_and_never_in_each_other()
    {
        var lesson = new Lesson(ShippedLesson.Read("story"), Lessons.Fonts);
        var chapter = lesson.Chapter("chain");
        const int meshes = 4;
        var length = chapter.EndFrame - chapter.FirstFrame;
        for (var n = chapter.FirstFrame + length / 6; n < chapter.FirstFrame + length / 2; n += 20)
        {
            var gears = lesson.FrameAt(n).Items.OfType<Polygon>().Where(item => item.Role == RoleOf.Gear && item.Color.Alpha == 255)
                .Select(item => item.Points.Span.ToArray()).ToList();
            var pairs = gears.SelectMany(_ => gears, (a, b) => (A: a, B: b)).Where(pair => Mesh(pair.A, pair.B)).ToList();
            Assert.Equal(meshes, pairs.Count);
            foreach (var (a, b) in pairs)
            {
                using var first = Path(a);
                using var second = Path(b);
                Assert.DoesNotContain(b, point => first.Contains(point.X, point.Y));
                Assert.DoesNotContain(a, point => second.Contains(point.X, point.Y));
            }
        }

        // From left to right; wheels farther apart do not reach into each other's gaps, and nearer ones are in different planes.
        static bool Mesh(SKPoint[] a, SKPoint[] b)
        {
            var (from, to) = (a.Average(point => point.X), b.Average(point => point.X));
            var reach = a.Max(point => point.X - from) + b.Max(point => point.X - to);
            return to > from && (to - from) / reach is > 0.8f and < 0.99f;
        }

        static SKPath Path(SKPoint[] outline)
        {
            using var builder = new SKPathBuilder();
            builder.AddPoly(outline, close: true);
            return builder.Detach();
        }
    }

    [Fact]
    public void Every_wheel_turns_by_its_factor_times_the_one_before_the_other_way_where_that_is_negative()
    {
        var (lesson, chain) = story.Value;
        var end = MarksOf(lesson.FrameAt(lesson.FrameCount - 1));

        Assert.Equal(chain.Links.Length + 1, end.Count);
        Assert.All(MarksOf(lesson.FrameAt(lesson.FrameCount / 10)), angle => Assert.Equal(0, angle, 0.5));
        for (var i = 1; i < end.Count; i++) Assert.Equal(chain.Links[i - 1], end[i] / end[i - 1], 0.005);
    }

    // In degrees clockwise from the top, from the first axis on.
    static List<double> MarksOf(Frame frame) =>
        [.. frame.Items.OfType<Line>().Where(item => item.Role == RoleOf.GearMark).OrderBy(mark => mark.From.X)
            .Select(mark => Math.Atan2(mark.To.X - mark.From.X, mark.From.Y - mark.To.Y) * 180 / Math.PI)];
}
