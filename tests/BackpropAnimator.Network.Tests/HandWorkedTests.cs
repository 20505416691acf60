using static BackpropAnimator.Network.Tests.Some;

namespace BackpropAnimator.Network.Tests;

/// <summary>Whole learning steps, worked out by hand. The arithmetic stands beside every number.</summary>
public class HandWorkedTests
{
    [Fact]
    public void A_sigmoid_2_2_1_network_takes_one_step()
    {
        var network = new DenseNetwork(
            [
                new DenseLayer(Matrix([0.4, -0.2], [-0.6, 0.8]), Vector(0.1, 0.3), new Sigmoid()),
                new DenseLayer(Matrix([0.5, -0.9]), Vector(0.2), new Sigmoid()),
            ],
            new HalfSquaredError());
        var step = new LearningStep(network, Example.Of([1, 0.5], [1]), learningRate: 0.5);

        // Forward
        var (hidden, output) = (step.Forward.Layers[0], step.Forward.Layers[1]);
        AssertEqual([0.4, 0.1], hidden.PreActivation);                    // 0.4·1 − 0.2·0.5 + 0.1,  −0.6·1 + 0.8·0.5 + 0.3
        AssertEqual([0.598687660112452, 0.52497918747894], hidden.Activation);     // 1/(1 + e^−0.4),  1/(1 + e^−0.1)
        AssertEqual([0.02686256132518], output.PreActivation);            // 0.5·0.598688 − 0.9·0.524979 + 0.2
        AssertEqual([0.5067152365281612], output.Activation);             // 1/(1 + e^−0.026863)
        AssertEqual(0.12166492893673397, step.Loss);                      // ½ (0.506715 − 1)²

        // Backward
        var (hiddenBack, outputBack) = (step.Backward.Layers[0], step.Backward.Layers[1]);
        AssertEqual([-0.4932847634718388], outputBack.Incoming);          // 0.506715 − 1
        AssertEqual([0.24995490559837086], outputBack.Slope);             // 0.506715 (1 − 0.506715)
        AssertEqual([-0.12329894648671817], outputBack.Delta);            // −0.493285 · 0.249955
        AssertEqual([-0.07381755776646373, -0.06472938074360661], outputBack.WeightGradient.Row(0));  // δ · 0.598688,  δ · 0.524979
        AssertEqual([-0.12329894648671817], outputBack.BiasGradient);
        AssertEqual([-0.061649473243359086, 0.11096905183804635], hiddenBack.Incoming);               // 0.5 δ,  −0.9 δ
        AssertEqual([0.24026074574152914, 0.24937604019289197], hiddenBack.Slope);                    // a (1 − a)
        AssertEqual([-0.014811948416021901, 0.02767302273133176], hiddenBack.Delta);
        AssertEqual([-0.014811948416021901, -0.0074059742080109505], hiddenBack.WeightGradient.Row(0));     // δ₀ · 1,  δ₀ · 0.5
        AssertEqual([0.02767302273133176, 0.01383651136566588], hiddenBack.WeightGradient.Row(1));          // δ₁ · 1,  δ₁ · 0.5

        // Update: w − 0.5 ∂L/∂w
        var (hiddenAfter, outputAfter) = (step.After.Layers[0], step.After.Layers[1]);
        AssertEqual([0.40740597420801095, -0.19629701289599455], hiddenAfter.Weights.Row(0));
        AssertEqual([-0.6138365113656659, 0.7930817443171672], hiddenAfter.Weights.Row(1));
        AssertEqual([0.10740597420801096, 0.2861634886343341], hiddenAfter.Biases);
        AssertEqual([0.5369087788832319, -0.8676353096281967], outputAfter.Weights.Row(0));
        AssertEqual([0.2616494732433591], outputAfter.Biases);

        // Second forward pass, through the new weights
        AssertEqual([0.6026845658056965, 0.5172101608928703], step.ForwardAfter.ActivationsOf(1));
        AssertEqual([0.5340687063272092], step.ForwardAfter.Output);
        AssertEqual(0.10854598521180023, step.LossAfter);                 // ½ (0.534069 − 1)²
    }

    [Fact]
    public void A_rectified_3_4_2_network_takes_one_step()
    {
        var network = new DenseNetwork(
            [
                new DenseLayer(Matrix([1, 0, 2], [0.5, 1, 1], [-1, -1, 0], [2, 1, -2]), Vector(0, 2, 0.5, 0.5), new Relu()),
                new DenseLayer(Matrix([1, -1, 2, 3], [0.5, 2, -1, 1]), Vector(-1, 0.25), new Identity()),
            ],
            new HalfSquaredError());
        var step = new LearningStep(network, Example.Of([1, -2, 0.5], [2, 2.25]), learningRate: 0.1);

        // z: 1 + 0 + 1 + 0,  0.5 − 2 + 0.5 + 2,  −1 + 2 + 0 + 0.5,  2 − 2 − 1 + 0.5; the last unit stays off
        AssertEqual([2, 1, 1.5, -0.5], step.Forward.Layers[0].PreActivation);
        AssertEqual([2, 1, 1.5, 0], step.Forward.Layers[0].Activation);
        AssertEqual([3, 1.75], step.Forward.Output);                      // 2 − 1 + 3 + 0 − 1,  1 + 2 − 1.5 + 0 + 0.25
        AssertEqual(0.625, step.Loss);                                    // ½ (1² + 0.5²)

        AssertEqual([1, -0.5], step.Backward.Layers[1].Incoming);         // 3 − 2,  1.75 − 2.25
        AssertEqual([1, 1], step.Backward.Layers[1].Slope);
        AssertEqual([1, -0.5], step.Backward.Layers[1].Delta);
        Assert.Equal(Matrix([2, 1, 1.5, 0], [-1, -0.5, -0.75, 0]), step.Backward.Layers[1].WeightGradient);

        // Σ w δ: 1·1 − 0.5·0.5,  −1·1 − 2·0.5,  2·1 + 1·0.5,  3·1 − 1·0.5
        AssertEqual([0.75, -2, 2.5, 2.5], step.Backward.Layers[0].Incoming);
        AssertEqual([1, 1, 1, 0], step.Backward.Layers[0].Slope);
        AssertEqual([0.75, -2, 2.5, 0], step.Backward.Layers[0].Delta);
        Assert.Equal(Matrix([0.75, -1.5, 0.375], [-2, 4, -1], [2.5, -5, 1.25], [0, 0, 0]), step.Backward.Layers[0].WeightGradient);
        AssertEqual([0.75, -2, 2.5, 0], step.Backward.Layers[0].BiasGradient);

        // w − 0.1 ∂L/∂w
        AssertEqual([0.8, -1.1, 1.85, 3], step.After.Layers[1].Weights.Row(0));
        AssertEqual([0.6, 2.05, -0.925, 1], step.After.Layers[1].Weights.Row(1));
        AssertEqual([-1.1, 0.3], step.After.Layers[1].Biases);
        AssertEqual([0.925, 0.15, 1.9625], step.After.Layers[0].Weights.Row(0));
        AssertEqual([0.7, 0.6, 1.1], step.After.Layers[0].Weights.Row(1));
        AssertEqual([-1.25, -0.5, -0.125], step.After.Layers[0].Weights.Row(2));
        AssertEqual([2, 1, -2], step.After.Layers[0].Weights.Row(3));
        AssertEqual([-0.075, 2.2, 0.25, 0.5], step.After.Layers[0].Biases);
    }

    [Fact]
    public void A_softmax_layer_with_cross_entropy_cancels_to_a_minus_y()
    {
        // The logarithms as biases make the three exponentials 1, 2 and 5.
        var network = new DenseNetwork(
            [new DenseLayer(Matrix([0], [0], [0]), Vector(0, Math.Log(2), Math.Log(5)), new Softmax())], new CategoricalCrossEntropy());
        var forward = network.Forward(Vector(1));
        var backward = network.Backward(forward, Vector(0, 1, 0));

        AssertEqual([0.125, 0.25, 0.625], forward.Output);                // 1/8, 2/8, 5/8
        AssertEqual(Math.Log(4), backward.Loss);                          // −ln ¼
        AssertEqual([0, -4, 0], backward.Layers[0].Incoming);             // −1 / ¼
        AssertEqual([0.109375, 0.1875, 0.234375], backward.Layers[0].Slope);      // a (1 − a)
        AssertEqual([-0.03125, 0.1875, -0.15625], backward.Layers[0].Jacobian!.Row(1));    // −¼·⅛, ¼·¾, −¼·⅝
        AssertEqual([0.125, -0.75, 0.625], backward.Layers[0].Delta);     // a − y
        AssertEqual([0.125, -0.75, 0.625], backward.Layers[0].UncancelledDelta);  // −4 times that row of the Jacobian
    }
}
