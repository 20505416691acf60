using BackpropAnimator.Drawing;
using BackpropAnimator.Script;
using SkiaSharp;

namespace BackpropAnimator.Lessons.Tests;

/// <summary>The view leans to what is spoken of, and back.</summary>
public class CameraTests
{
    static float XOf(Lesson lesson, int frame, int unit) =>
        lesson.FrameAt(frame).Items.OfType<Disc>().Select(disc => disc.Centre).Distinct().Skip(unit).First().X;

    // Frames of a phase by their share of it.
    static int At(Lesson lesson, string phase, double share)
    {
        var chapter = lesson.Chapter(phase);
        return chapter.FirstFrame + (int)((chapter.EndFrame - 1 - chapter.FirstFrame) * share);
    }

    [Fact]
    public void Where_numbers_have_no_room_the_view_leans_to_the_weights_that_are_spoken_of_and_comes_back()
    {
        var lesson = RoomTests.Make("4, 8, 8, 3", "relu", 0, "720x1280", "forward", "loss", "backward");

        // The first unit of the second hidden layer, which goes left as the weights behind it get room.
        var usual = XOf(lesson, At(lesson, "backward", 0), 12);
        Assert.Equal(usual, XOf(lesson, At(lesson, "loss", 0.5), 12));
        var places = Enumerable.Range(0, 101).Select(i => XOf(lesson, At(lesson, "backward", i / 100.0), 12)).ToList();
        var (left, right) = (places.IndexOf(places.Min()), places.IndexOf(places.Max()));
        Assert.True(places[left] < usual - 30 && places[right] > usual + 30, $"{usual}: {places[left]} to {places[right]}");
        Assert.True(left < right);
        Assert.InRange(XOf(lesson, At(lesson, "backward", 1), 12), usual - 1, usual + 1);
    }

    [Fact]
    public void A_network_with_room_for_its_numbers_stays_where_it_is()
    {
        var lesson = Lessons.Make(Lessons.Flagship);
        var places = Enumerable.Range(0, 20).Select(i => XOf(lesson, At(lesson, "backward", i / 19.0), 3)).Distinct();

        Assert.Single(places);
    }

    [Theory]
    [InlineData("hidden2")]
    [InlineData("h2.5")]
    [InlineData("h1.2 → h2.5")]
    public void A_phase_leans_to_what_the_scene_asks_for_and_dims_the_rest(string focus)
    {
        var lesson = RoomTests.Make("4, 8, 8, 3", "relu", 0, "1280x720", $"forward: {{ focus: {focus} }}", "loss");
        var usual = RoomTests.Make("4, 8, 8, 3", "relu", 0, "1280x720", "forward", "loss");
        var (start, middle) = (lesson.FrameAt(At(lesson, "forward", 0)), lesson.FrameAt(At(lesson, "forward", 0.5)));

        Assert.True(XOf(lesson, At(lesson, "forward", 0.5), 4) < XOf(usual, At(usual, "forward", 0.5), 4) - 20);
        Assert.True(FaintestLine(middle) < FaintestLine(start));

        static byte FaintestLine(Frame frame) => frame.Items.OfType<Line>().Min(line => line.Color.Alpha);
    }

    [Fact]
    public void The_unit_in_focus_is_the_one_whose_calculation_is_written_out()
    {
        foreach (var phase in new[] { "forward", "backward" })
        {
            var phases = new[] { "forward", "loss", "backward" }.Select(p => p == phase ? $"{p}: {{ focus: h.6 }}" : p);
            var lesson = RoomTests.Make("4, 8, 3", "relu", 0, "1280x720", [.. phases]);
            var texts = lesson.Chapter(phase).Frames(every: 15).SelectMany(n => lesson.FrameAt(n).Items.OfType<TextLine>());

            Assert.Contains(texts, text => text.Text == "Hidden 6");
        }
    }

    [Fact]
    public void A_weight_in_focus_is_the_one_that_is_written_out()
    {
        var lesson = RoomTests.Make(
            "4, 8, 3", "relu", 0, "1280x720", "forward", "loss", "backward", "chain_rule: { focus: i.2 → h.6 }",
            "weight_update: { focus: i.2 → h.6 }");
        foreach (var phase in new[] { "chain_rule", "weight_update" })
        {
            var texts = lesson.FrameAt(At(lesson, phase, 0.5)).Items.OfType<TextLine>().Select(text => text.Text).ToList();
            Assert.Contains("Input 2", texts);
            Assert.Contains("→ Hidden 6", texts);
        }
    }

    [Fact]
    public void A_layout_that_leans_keeps_the_first_and_the_last_layer_in_place()
    {
        var layout = new NetworkLayout(new SKRect(0, 0, 900, 700), 200, [4, 8, 8, 3]);
        var leaning = layout.LeaningTo(1, 400);

        Assert.Equal(layout.LayerX(0), leaning.LayerX(0));
        Assert.Equal(layout.LayerX(3), leaning.LayerX(3), tolerance: 0.01f);
        Assert.True(leaning.GapAfter(1) > layout.GapAfter(1) + 50);
        Assert.True(leaning.GapAfter(0) >= layout.RadiusOf(0) + layout.RadiusOf(1) + 20);
        Assert.Equal(leaning.LayerX(1), NetworkLayout.Between(layout, leaning, 1).LayerX(1));
    }
}
