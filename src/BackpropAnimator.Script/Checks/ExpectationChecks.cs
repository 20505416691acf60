using System.Collections.Immutable;
using BackpropAnimator.Script.Diagnostics;
using BackpropAnimator.Script.Yaml;

namespace BackpropAnimator.Script.Checks;

/// <summary>An expectation must be a claim, about numbers that this scene has.</summary>
internal static class ExpectationChecks
{
    public static void Run(Scene scene, CheckContext context)
    {
        if (!context.IsSound(scene, nameof(scene.Expect))) return;
        foreach (var expectation in scene.Expect)
            try
            {
                foreach (var comparison in Claim.Parse(expectation.Text).Comparisons)
                    foreach (var side in new[] { comparison.Left, comparison.Right, comparison.Tolerance })
                        Check(side, expectation, scene, context);
            }
            catch (ClaimException e)
            {
                context.Problems.Error(expectation.PositionAt(e.Offset), $"expect: {e.Message}", e.Hint);
            }
    }

    static void Check(Expression? expression, ExpectationScript expectation, Scene scene, CheckContext context)
    {
        switch (expression)
        {
            case NegatedExpression negated:
                Check(negated.Operand, expectation, scene, context);
                break;
            case MagnitudeExpression magnitude:
                Check(magnitude.Operand, expectation, scene, context);
                break;
            case ArithmeticExpression arithmetic:
                Check(arithmetic.Left, expectation, scene, context);
                Check(arithmetic.Right, expectation, scene, context);
                break;
            case null:
                break;
            default:
                if (ProblemWith(expression, scene) is (var message, var hint))
                    context.Problems.Error(expectation.PositionAt(expression.Span.Start), $"expect: {message}", hint);
                break;
        }
    }

    static (string Message, string? Hint)? ProblemWith(Expression fact, Scene scene) => fact switch
    {
        LessonFactExpression { Fact: LessonFact.InitialLoss or LessonFact.FinalLoss or LessonFact.Accuracy } of when scene.Data is null =>
            NeedsData(of.Fact),
        LessonFactExpression { Fact: LessonFact.TestAccuracy } when scene.Data is not { TestSamples.IsEmpty: false } =>
            ("test_accuracy needs samples that training does not see", "for example data: { csv: points.csv, split: 0.8 }"),
        UnitFactExpression { Fact: UnitFact.OffShare or UnitFact.FinalOffShare or UnitFact.FinalActivation } of when scene.Data is null =>
            NeedsData(of.Fact),
        WeightFactExpression { Fact: WeightFact.FinalWeight or WeightFact.FinalGradient } of when scene.Data is null => NeedsData(of.Fact),
        EpochFactExpression when scene.Data is null =>
            ("loss(…) is about training, and there is no data to train on", "one step's are loss_before and loss_after"),
        EpochFactExpression of when of.Epoch > EpochsShown(scene) =>
            ($"there is no epoch {of.Epoch}: training has {EpochsShown(scene)}", null),
        LayerFactExpression of => LayerProblem(of.Layer, scene.Network),
        UnitFactExpression of => UnitProblem(of.Fact, of.Unit, scene.Network),
        WeightFactExpression of => NetworkReferences.ProblemWith(of.Weight, scene.Network),
        _ => null,
    };

    // Claims about training are about the one that is shown last, or where none is, about the scene's own.
    static int EpochsShown(Scene scene) =>
        scene.Phases.Select(phase => phase.LearningIn(scene).Epochs).LastOrDefault(epochs => epochs is not null) ?? scene.Training.Epochs;

    static (string, string?) NeedsData(Enum fact) =>
        ($"{SnakeCase.Of(fact.ToString())} is about training, and there is no data to train on", "for example data: xor");

    static (string, string?)? LayerProblem(string layer, NetworkScript network) => network.LayerOf(layer) switch
    {
        < 0 => NoSuchLayer(layer, network.LayerNames.RemoveAt(0)),
        0 => ("no weights lead into the input layer", null),
        _ => null,
    };

    static (string, string?)? UnitProblem(UnitFact fact, UnitReference unit, NetworkScript network)
    {
        if (unit.Name is null && network.LayerOf(unit.Layer) < 0) return NoSuchLayer(unit.Layer, network.LayerNames);
        if (network.Find(unit) is not { Layer: var layer }) return NetworkReferences.ProblemWith(unit, network);
        if (layer == 0 && fact is not (UnitFact.Activation or UnitFact.ActivationAfter or UnitFact.FinalActivation))
            return ($"an input has no {SnakeCase.Of(fact.ToString())}", "write i.1 for its value");
        if (layer == network.Layers.Length - 1) return null;
        return fact switch
        {
            UnitFact.Target => ("only outputs have a target", "such as target.1"),
            UnitFact.RawError => ("only outputs have a raw_error", $"∂L/∂a of any unit is activation_gradient({unit})"),
            _ => null,
        };
    }

    static (string, string?) NoSuchLayer(string layer, ImmutableArray<string> names) =>
        ($"no layer is called {Quote.InWords(layer)}", Nearest.Hint(layer, names, "layers"));
}
