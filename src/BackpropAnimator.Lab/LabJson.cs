using System.Text.Json;
using BackpropAnimator.Network;
using static BackpropAnimator.Lab.NumberJson;

namespace BackpropAnimator.Lab;

/// <summary>The numbers of a laboratory as JSON: those of a trace, and how well the network does on the data.</summary>
public static class LabJson
{
    // The rows of a table that somebody looks through.
    const int MostPredictions = 12;

    public static string NumbersOf(Laboratory lab)
    {
        var forward = lab.Step?.Forward ?? lab.Network.Forward(lab.Example.Input);
        var backward = lab.Step?.Backward ?? lab.Network.Backward(forward, lab.Example.Target);
        return Text(json =>
        {
            json.WriteStartObject("network");
            StepJson.Network(json, lab.Network, lab.Plan.LearningRate);
            json.WriteEndObject();
            StepJson.Example(json, lab.Example);
            StepJson.Forward(json, forward);
            Number(json, "loss", backward.Loss);
            StepJson.Backward(json, backward);
            if (lab.Step is { } step)
            {
                StepJson.Gradient(json, "gradient", step.Gradient);
                Number(json, "rate", step.LearningRate);
                json.WriteNumber("batch", step.Batch.Count);
                Number(json, "batch_loss", step.BatchLoss);
                Number(json, "batch_loss_after", step.BatchLossAfter);
                StepJson.After(json, step);
            }
            Number(json, "epoch", lab.Epoch);
            json.WriteBoolean("uses_data", lab.UsesData);
            Success(json, lab);
            Choices(json, lab);
        });
    }

    /// <summary>The lines of a weight's update: what comes out of each.</summary>
    /// <param name="layer">Of the weight, from 0.</param>
    /// <param name="to">The unit it leads to.</param>
    /// <param name="from">The unit or input it comes from.</param>
    public static string UpdateOf(Laboratory lab, int layer, int to, int from) => Text(json => Row(
        json, "lines",
        lab.Step?.WorkingOf(new WeightAddress(layer, from, to)).Select(line => line.Result.Value).Where(double.IsFinite) ?? []));

    /// <summary>What a training has done.</summary>
    public static string HistoryOf(TrainingHistory history) => Text(json =>
    {
        Row(json, "losses", history.Losses);
        json.WriteBoolean("has_diverged", history.HasDiverged);
    });

    /// <summary>
    /// <c>rows</c>: the first output over a square grid of the two inputs, from the last row's value of the second input to the first's;
    /// none where there are more inputs or outputs.
    /// </summary>
    /// <param name="low">Where both inputs begin.</param>
    /// <param name="high">Where they end.</param>
    /// <param name="count">Of rows and of columns.</param>
    public static string FieldOf(Laboratory lab, double low, double high, int count) => Text(json =>
    {
        json.WriteStartArray("rows");
        if (lab.Network is { InputCount: 2, OutputCount: 1 })
        {
            double[] places = [.. Enumerable.Range(0, count).Select(i => low + (high - low) * (i + 0.5) / count)];
            var z = OutputField.PreActivations(lab.Network, places, [.. places.Reverse()])[0];
            for (var r = 0; r < count; r++)
            {
                double[] row = [.. Enumerable.Range(0, count).Select(c => z[r, c])];
                Row(json, OutputField.Activations(lab.Network.Layers[^1].Activation, [row])[0]);
            }
        }
        json.WriteEndArray();
    });

    static void Success(Utf8JsonWriter json, Laboratory lab)
    {
        var examples = lab.Plan.Examples;
        Number(json, "mean_loss", lab.Network.LossOver(examples));
        var rule = AnswerRule.For([.. lab.Model.Plan.Examples, .. lab.Model.TestSamples]);
        Objects(json, "predictions", examples.Take(MostPredictions), example =>
        {
            StepJson.ExampleFields(json, example);
            var output = lab.Network.Forward(example.Input).Output;
            Row(json, "output", output);
            if (rule.AreAnswers) json.WriteBoolean("is_right", rule.IsRight(output, example.Target));
        });
        json.WriteNumber("examples", examples.Length);
        if (!rule.AreAnswers || !lab.Model.HasData) return;
        json.WriteNumber("right", Accuracy.Of(lab.Network, examples, rule).Right);
        if (lab.Model.TestSamples.IsEmpty) return;
        json.WriteNumber("test_examples", lab.Model.TestSamples.Length);
        json.WriteNumber("test_right", Accuracy.Of(lab.Network, lab.Model.TestSamples, rule).Right);
    }

    // What the network's output and its loss may be changed to.
    static void Choices(Utf8JsonWriter json, Laboratory lab)
    {
        var (output, loss) = (lab.Network.Layers[^1].Activation, lab.Network.Loss);
        Names("outputs", Activation.All.Where(one => loss.CanFollow(one) && (CanTell(one) || one.Name == output.Name)));
        Names("losses", Loss.All.Where(one => one.CanFollow(output)
            && lab.Plan.Examples.Append(lab.Example).All(example => one.ProblemWith(example.Target) is null)));

        // The share of a single output is always 1.
        bool CanTell(Activation activation) => !activation.ValuesSumToOne || lab.Network.OutputCount > 1;

        void Names(string name, IEnumerable<ICatalogued> members)
        {
            json.WriteStartArray(name);
            foreach (var member in members) json.WriteStringValue(member.Name);
            json.WriteEndArray();
        }
    }
}
