using BackpropAnimator.Drawing;
using BackpropAnimator.Network;
using BackpropAnimator.Typesetting;
using SkiaSharp;

namespace BackpropAnimator.Lessons.Tests;

/// <summary>What lies at a place of a frame, and what the lesson knows of it.</summary>
public class LookTests
{
    const string Scene = """
        video: { fps: 20 }
        network: { layers: [2, 3, 2], seed: 7, learning_rate: 0.5 }
        example: { input: [0.9, 0.1], target: [1, 0] }
        phases: [forward: 6s, loss: 4s, backward: 8s, weight_update: 6s, forward: { duration: 6s, name: again, title: Once more }]

        """;

    static SKPoint Centre(Lesson lesson, int frame, int layer, int unit) =>
        lesson.FrameAt(frame).Items.OfType<Disc>().Last(disc => disc.Role == RoleOf.Unit(new(layer, unit))).Centre;

    static SKPoint Between(SKPoint from, SKPoint to, float share) =>
        new(from.X + share * (to.X - from.X), from.Y + share * (to.Y - from.Y));

    static double Number(LookedAt found, int stage, string name) => found.Stages[stage].Quantities.Single(one => one.Name == name).Value;

    [Fact]
    public void A_unit_has_the_numbers_of_the_trace_before_and_after_learning()
    {
        var lesson = Lessons.Make(Scene);
        var (step, frame) = (new LessonNumbers(lesson.Scene).Step, 119);
        var found = lesson.LookAt(frame, Centre(lesson, frame, 1, 2))!;

        Assert.Equal((LookedKind.Unit, "Hidden 3", 0), (found.Kind, found.Name, found.Current));
        Assert.Equal(["before the update", "after the update"], found.Stages.Select(stage => stage.Name));
        Assert.Equal(
            [("bias", 0), ("z", step.Forward.Layers[0].PreActivation[2]), ("a", step.Forward.Layers[0].Activation[2])],
            found.Stages[0].Quantities.Take(3).Select(one => (one.Name, one.Value)));
        Assert.Equal(step.Backward.Layers[0].Delta[2], Number(found, 0, "delta"));
        Assert.Equal(step.ForwardAfter.Layers[0].Activation[2], Number(found, 1, "a"));
        Assert.Equal(1, lesson.LookAt(lesson.FrameCount - 1, Centre(lesson, lesson.FrameCount - 1, 1, 2))!.Current);
    }

    [Fact]
    public void A_connection_has_its_weight_its_chain_rule_and_its_update()
    {
        var lesson = Lessons.Make(Scene);
        var step = new LessonNumbers(lesson.Scene).Step;
        // Away from the numbers, which stand in the middle.
        var place = Between(Centre(lesson, 119, 1, 0), Centre(lesson, 119, 2, 1), 0.3f);
        var found = lesson.LookAt(119, place)!;

        Assert.Equal((LookedKind.Weight, "Hidden 1 → Output 2"), (found.Kind, found.Name));
        Assert.Equal(step.Before.Layers[1].Weights[1, 0], Number(found, 0, "weight"));
        Assert.Equal(step.Backward.Layers[1].WeightGradient[1, 0], Number(found, 0, "dL_dw"));
        Assert.Equal(step.After.Layers[1].Weights[1, 0], Number(found, 0, "weight_after"));
        Assert.Equal(Number(found, 0, "weight_after"), Number(found, 1, "weight"));
        var arithmetic = ConnectionArithmetic.Of(step, new(1, 0, 1), "Hidden 1", lesson.Stage.Words);
        Assert.Equal(
            [arithmetic.Error.Name, arithmetic.Slope.Name, arithmetic.Delta.Name, arithmetic.Input.Name, arithmetic.Gradient.Name, ""],
            found.Arithmetic.Select(line => line.Name));
        Assert.Equal(arithmetic.Gradient.Numbers, found.Arithmetic[4].Formulas[0]);
    }

    [Fact]
    public void A_number_on_a_connection_stands_for_it_and_one_above_a_unit_for_that()
    {
        var lesson = Lessons.Make(Scene);
        var frame = lesson.Chapters[2].CompleteFrame;
        var delta = lesson.FrameAt(frame).Items.OfType<TextLine>().First(text => text.Role == RoleOf.Delta);
        var box = delta.Bounds(lesson.Fonts);
        Assert.Equal(LookedKind.Unit, lesson.LookAt(frame, new(box.MidX, box.MidY))!.Kind);

        var weight = lesson.FrameAt(119).Items.OfType<TextLine>().First(text => text.Text == Numbers.Value(
            new LessonNumbers(lesson.Scene).Step.Before.Layers[1].Weights[1, 0]) || text.Text.StartsWith('−'));
        var place = weight.Bounds(lesson.Fonts);
        Assert.Equal(LookedKind.Weight, lesson.LookAt(119, new(place.MidX, place.MidY))!.Kind);
    }

    [Fact]
    public void A_part_of_a_formula_is_found_by_its_name()
    {
        var lesson = Lessons.Make(
            """
            video: { fps: 20 }
            network: { layers: [2, 1] }
            example: { input: [1, 0], target: [1] }
            phases: [formula: { duration: 8s, source: 'a = \part{b}{c} + d' }]

            """);
        var formula = lesson.FrameAt(140).Items.OfType<FormulaText>().Single();
        var part = lesson.Fonts.Lay(formula.Source, formula.Size).PartBounds("b");
        part.Offset(formula.Origin);
        var found = lesson.LookAt(140, new(part.MidX, part.MidY))!;

        Assert.Equal((LookedKind.FormulaPart, "b", (SKRect?)part), (found.Kind, found.Name, found.Box));
        Assert.Null(lesson.LookAt(140, new(3, 3)));
        Assert.Equal(formula.Source, Assert.Single(Assert.Single(found.Arithmetic).Formulas));
        Assert.Equal(part, lesson.LookFor(140, found.Key)!.Box);
        Assert.Null(lesson.LookFor(0, found.Key)!.Box);
    }

    [Fact]
    public void What_was_looked_at_is_found_again_in_another_frame_and_shape()
    {
        var (wide, tall) = (Lessons.Make(Scene), Lessons.Make(Scene.Replace("fps: 20", "fps: 20, size: 1080x1920")));
        var between = Between(Centre(wide, 119, 1, 0), Centre(wide, 119, 2, 1), 0.3f);
        var (unit, weight) = (wide.LookAt(119, Centre(wide, 119, 1, 2))!, wide.LookAt(119, between)!);

        foreach (var (lesson, frame) in new[] { (wide, wide.Chapters[2].CompleteFrame), (tall, 119) })
        {
            var again = lesson.LookFor(frame, unit.Key)!;
            Assert.Equal((unit.Name, Centre(lesson, frame, 1, 2)), (again.Name, new SKPoint(again.Box!.Value.MidX, again.Box.Value.MidY)));
            again = lesson.LookFor(frame, weight.Key)!;
            Assert.Equal((weight.Name, (Centre(lesson, frame, 1, 0), Centre(lesson, frame, 2, 1))), (again.Name, again.Line));
        }
        // Nothing of the network is drawn yet; it has its numbers.
        var absent = Lessons.Make(Scene.Replace("phases: [", "phases: [intro: 4s, ")).LookFor(0, unit.Key)!;
        Assert.Equal((null, unit.Name, unit.Stages.Length), (absent.Box, absent.Name, absent.Stages.Length));
        Assert.All(new[] { "unit 1.9 0", "weight 2.0.0 0", "unit -1.0 0", "unit", "", "loss 1" }, key => Assert.Null(wide.LookFor(0, key)));
    }

    [Fact]
    public void The_card_of_the_loss_tells_its_formula_with_numbers()
    {
        var lesson = Lessons.Make(Scene);
        var frame = lesson.Chapters[1].CompleteFrame;
        var area = lesson.FrameAt(frame).Items.OfType<Panel>().Single(panel => panel.Role == RoleOf.LossCard).Rect;
        var found = lesson.LookAt(frame, new(area.MidX, area.MidY))!;
        var step = new LessonNumbers(lesson.Scene).Step;

        Assert.Equal((LookedKind.Loss, "loss", (SKRect?)area), (found.Kind, found.Key, found.Box));
        Assert.Equal([step.Loss, step.LossAfter], found.Stages.Select(stage => stage.Quantities.Single().Value));
        Assert.Equal(Formulas.LossOf(step.Before.Loss), Assert.Single(found.Arithmetic).Formulas[0]);
    }

    [Fact]
    public void Networks_side_by_side_have_numbers_of_their_own()
    {
        var lesson = Lessons.Make(
            """
            video: { fps: 20 }
            network: { layers: [2, 2, 1], seed: 1 }
            data: xor
            phases: [compare: { duration: 10s, left: { seed: 3 }, right: { seed: 4 }, epochs: 20 }]

            """);
        var discs = lesson.FrameAt(100).Items.OfType<Disc>().Where(disc => disc.Role == RoleOf.Unit(new(1, 0)))
            .OrderBy(disc => disc.Centre.X).ToList();
        var looked = discs.Select(disc => Number(lesson.LookAt(100, disc.Centre)!, 0, "z"));
        var options = lesson.Scene.Phases[0].Variants;

        Assert.Equal(
            options.Select(side => new LessonNumbers(side.In(lesson.Scene)).Step.Forward.Layers[0].PreActivation[0]), looked);
    }

    /// <summary>Between them they have sigmoid, tanh, ReLU and softmax, each loss that cancels, data, and networks side by side.</summary>
    [Theory]
    [InlineData("gradient-flow"), InlineData("transpose"), InlineData("vanishing"), InlineData("cross-entropy"), InlineData("dying-relu")]
    public void Whatever_is_drawn_of_a_network_can_be_looked_at_in_formulas_that_can_be_set(string scene)
    {
        var lesson = new Lesson(SceneFiles.Read(Path.Combine(Repository.Root, "scenes", scene + ".yaml")), FontShelf.Shared);
        foreach (var chapter in lesson.Chapters)
        {
            var frame = lesson.FrameAt(chapter.CompleteFrame);
            foreach (var disc in frame.Items.OfType<Disc>().Where(disc => disc.Role.Name is not null && disc.Color.Alpha > 128).Take(12))
            {
                if (lesson.LookAt(chapter.CompleteFrame, disc.Centre) is not { Kind: LookedKind.Unit } found) continue;
                Assert.All(found.Arithmetic.SelectMany(line => line.Formulas), formula => Assert.Empty(Formula.Check(formula)));
                Assert.All(found.Stages.SelectMany(stage => stage.Quantities), one => Assert.True(double.IsFinite(one.Value)));
            }
        }
    }
}
