using BackpropAnimator.Network;
using BackpropAnimator.Script;

namespace BackpropAnimator.Lessons.Tests;

/// <summary>The formulas that activations, losses and optimizers bring along, in pictures and on paper.</summary>
public class CatalogFormulaTests
{
    static readonly Numeral output = new(0.8, "0.80", "(1 - 0.80)"), target = new(1, "1.00", "0.00");

    public static TheoryData<string> Activations() => [.. Activation.All.Select(activation => activation.Name)];

    public static TheoryData<string> Losses() => [.. Loss.All.Select(loss => loss.Name)];

    public static TheoryData<string> Optimizers() => [.. Optimizer.All.Select(optimizer => optimizer.Name)];

    [Theory, MemberData(nameof(Activations))]
    public void Every_formula_of_an_activation_can_be_set(string name)
    {
        var activation = Activation.All.Single(a => a.Name == name);
        AssertSet(activation.ValueInTex("z"), activation.ValueInTex("0.50"), activation.SlopeInTex("z^{2}"));
        if (activation is not ElementwiseActivation { SlopeInA: { } slope }) return;
        AssertSet(slope.Formula, slope.WithNumbers?.Invoke(output) ?? "");
    }

    [Theory, MemberData(nameof(Losses))]
    public void Every_formula_of_a_loss_can_be_set(string name)
    {
        var loss = Loss.All.Single(l => l.Name == name);
        AssertSet(Formulas.LossOf(loss), Formulas.LossInLines(loss), loss.SumWithNumbers(loss.TermWithNumbers(output, target), 2));
    }

    [Theory, MemberData(nameof(Optimizers))]
    public void Every_formula_of_an_optimizer_can_be_set(string name) => AssertSet(Optimizer.All.Single(o => o.Name == name).Formula);

    [Theory, MemberData(nameof(Activations))]
    public void Markdown_leaves_the_formulas_of_an_activation_alone(string name)
    {
        var activation = Activation.All.Single(a => a.Name == name);
        AssertPlain(activation.Formula, activation is ElementwiseActivation curve ? curve.SlopeFormula("a", "z") : "");
    }

    [Theory, MemberData(nameof(Losses))]
    public void Markdown_leaves_the_formulas_of_a_loss_alone(string name)
    {
        var loss = Loss.All.Single(l => l.Name == name);
        AssertPlain(Tex.LossOf(loss), loss.SlopeFormula("a", "y"));
    }

    [Fact]
    public void Every_pair_that_cancels_is_derived_step_by_step()
    {
        foreach (var loss in Loss.All)
            foreach (var activation in Activation.All.Where(loss.CancelsWith))
            {
                var scene = Lessons.Read(Lessons.Sized("2-3", activation.Name, loss.Name, phases: ["intro", "cancel"]));
                Assert.NotEmpty(CancellationSteps.Of(new LessonNumbers(scene).Step, output: 0, Words.Of("en")));
            }
    }

    static void AssertSet(params string[] formulas) =>
        Assert.All(formulas, formula => Assert.Empty(Lessons.Fonts.Check(formula).Select(problem => problem.Message)));

    static void AssertPlain(params string[] formulas) => Assert.All(formulas, formula => Assert.DoesNotMatch(@"\\\\|\\,|\|", formula));
}
