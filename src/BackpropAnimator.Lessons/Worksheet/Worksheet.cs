using System.Text;
using BackpropAnimator.Script;

namespace BackpropAnimator.Lessons;

/// <summary>A lesson's numbers as an exercise to work out by hand, in Markdown with TeX formulas between dollar signs.</summary>
public static class Worksheet
{
    // A 3-4-2 network has 26 and makes 83 blanks: an afternoon already.
    const int MaxParameters = 100;

    /// <summary>Why there is no worksheet of a scene; null when there is one.</summary>
    public static Diagnostic? ProblemWith(Scene scene)
    {
        var layers = scene.Network.Layers;
        var parameters = layers.Zip(layers.Skip(1), (from, to) => (from + 1) * to).Sum();
        return parameters <= MaxParameters ? null : new(
            scene.Network.PositionOf(nameof(NetworkScript.Layers)), Severity.Error,
            FormattableString.Invariant(
                $"layers: these make {parameters:N0} weights and biases, and {MaxParameters} is the most for work by hand"),
            "for example --set network.layers=[2,2,1] with an example to match");
    }

    /// <summary>The worksheet: what is given, the exercises with numbered blanks, and the answers where they are wanted.</summary>
    public static string Markdown(LessonNumbers numbers, bool answers)
    {
        var exercises = new Exercises(numbers).All().ToList();
        var sheet = new StringBuilder();
        Line($"# {OneLine(numbers.Scene.Title)}: worksheet");
        Line("One step of learning by hand: forward, loss, backward, update. Each blank needs only what is given and the blanks before " +
            "it.");
        Given(numbers, Line);
        var number = 0;
        foreach (var exercise in exercises)
        {
            Line($"## {exercise.Title}");
            Line(exercise.Explanation);
            foreach (var blank in exercise.Blanks) Line($"**({++number})** ${blank.Symbol} = {blank.Formula} =$ ______");
        }
        if (answers) Answers(exercises, Line);
        return sheet.ToString().TrimEnd('\n') + '\n';

        void Line(string text) => sheet.Append(text).Append("\n\n");
    }

    static void Given(LessonNumbers numbers, Action<string> line)
    {
        var (step, names) = (numbers.Step, numbers.Scene.Network.LayerNames);
        line("## Given");
        line($"A network of {string.Join(", ", step.Before.LayerSizes.Select((size, l) => $"{size} {names[l]}"))} units, counted from " +
            $"1. $w^{{(l)}}_{{ji}}$ leads from unit $i$ of the layer before to unit $j$ of layer $l$.");
        line($"Input $x = {Tex.Column(step.Example.Input)}$, target $y = {Tex.Column(step.Example.Target)}$, learning rate $\\eta = " +
            $"{Tex.Number(step.LearningRate)}$.");
        if (NamesOf("x", numbers.Scene.Network.Inputs) is { } inputs) line(inputs);
        if (NamesOf("y", numbers.Scene.OutputNames) is { } outputs) line(outputs);
        for (var l = 0; l < step.Before.Layers.Length; l++)
        {
            var layer = step.Before.Layers[l];
            line($"Layer {l + 1}, {names[l + 1]}: $W^{{({l + 1})}} = {Tex.Matrix(layer.Weights.EnumerateRows())}$, $b^{{({l + 1})}} = " +
                $"{Tex.Column(layer.Biases)}$, "
                + $"{layer.Activation.Name}: ${layer.Activation.Formula}$.");
        }
        line($"Loss: {step.Before.Loss.Name}, $L = {Tex.LossOf(step.Before.Loss)}$.");
    }

    // "$x_1$ is sepal length, $x_2$ …."; null where there are no names.
    static string? NamesOf(string symbol, IReadOnlyList<string> names) => names.Count == 0
        ? null
        : string.Join(", ", names.Select((name, i) => $"${symbol}_{{{i + 1}}}$ is {Markdown(OneLine(name))}")) + ".";

    // Characters that Markdown would take for its own.
    static string Markdown(string text) =>
        string.Concat(text.Select(c => c is '*' or '_' or '`' or '$' or '<' or '[' or '\\' ? $"\\{c}" : $"{c}"));

    static void Answers(IEnumerable<Exercise> exercises, Action<string> line)
    {
        line("## Answer key");
        line("Computed with all digits and written with six; rounding on the way may change your last ones.");
        var number = 0;
        foreach (var blank in exercises.SelectMany(exercise => exercise.Blanks))
            line($"**({++number})** ${blank.Symbol} = " +
                $"{(blank.Substituted is { } numbersIn ? numbersIn + " = " : "")}{Tex.Number(blank.Value)}$");
    }

    static string OneLine(string title) => title.ReplaceLineEndings(" ");
}
