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
        var words = Words.Of(numbers.Scene.Language);
        using var written = words.WriteNumbers();
        var exercises = new Exercises(numbers, words.Worksheet, words).All().ToList();
        var sheet = new StringBuilder();
        Line($"# {words.Worksheet.Title(OneLine(numbers.Scene.Title))}");
        Line(words.Worksheet.Lead);
        Line($"## {words.Worksheet.Given}");
        foreach (var given in GivenIn(numbers, words)) Line(given);
        var number = 0;
        foreach (var exercise in exercises)
        {
            Line($"## {exercise.Title}");
            Line(exercise.Explanation);
            foreach (var blank in exercise.Blanks) Line($"**({++number})** ${blank.Symbol} = {blank.Formula} =$ ______");
        }
        if (answers) Answers(exercises, words.Worksheet, Line);
        return sheet.ToString().TrimEnd('\n') + '\n';

        void Line(string text) => sheet.Append(text).Append("\n\n");
    }

    /// <summary>What is known before the first exercise, a line of text each with formulas between dollars.</summary>
    internal static IEnumerable<string> GivenIn(LessonNumbers numbers, Words all)
    {
        var (words, step, last) = (all.Worksheet, numbers.Step, numbers.Step.Before.Layers.Length);
        var layers = step.Before.LayerSizes.Select((size, l) => words.Units(size, NameOf(l, last, words)));
        yield return words.Network(string.Join(", ", layers), "$w^{(l)}_{ji}$");
        yield return words.Numbers(
            $"$x = {Tex.Column(step.Example.Input)}$", $"$y = {Tex.Column(step.Example.Target)}$",
            $"$\\eta = {Tex.Number(step.LearningRate)}$");
        if (NamesOf("x", numbers.Scene.Network.Inputs, words) is { } inputs) yield return inputs;
        if (NamesOf("y", numbers.Scene.OutputNames, words) is { } outputs) yield return outputs;
        for (var l = 0; l < step.Before.Layers.Length; l++)
        {
            var layer = step.Before.Layers[l];
            yield return $"{words.Layer(l + 1, NameOf(l + 1, last, words))}: "
                + $"$W^{{({l + 1})}} = {Tex.Matrix(layer.Weights.EnumerateRows())}$, $b^{{({l + 1})}} = {Tex.Column(layer.Biases)}$, "
                + $"{layer.Activation.Label}: ${layer.Activation.Formula}$.";
        }
        yield return words.LossOf(all.NameOf(step.Before.Loss), $"$L = {Tex.LossOf(step.Before.Loss)}$");
    }

    /// <summary>What a layer is called in a sentence.</summary>
    /// <param name="last">The output layer.</param>
    internal static string NameOf(int layer, int last, Words.WorksheetWords words) =>
        layer == 0 ? words.Input : layer == last ? words.Output : last == 2 ? words.Hidden : words.HiddenNumber(layer);

    // "$x_1$ is sepal length, $x_2$ …."; null where there are no names.
    static string? NamesOf(string symbol, IReadOnlyList<string> names, Words.WorksheetWords words) => names.Count == 0
        ? null
        : string.Join(", ", names.Select((name, i) => words.Named($"${symbol}_{{{i + 1}}}$", Markdown(OneLine(name))))) + ".";

    // Characters that Markdown would take for its own.
    static string Markdown(string text) =>
        string.Concat(text.Select(c => c is '*' or '_' or '`' or '$' or '<' or '[' or '\\' ? $"\\{c}" : $"{c}"));

    static void Answers(IEnumerable<Exercise> exercises, Words.WorksheetWords words, Action<string> line)
    {
        line($"## {words.Answers}");
        line(words.Precision);
        var number = 0;
        foreach (var blank in exercises.SelectMany(exercise => exercise.Blanks))
            line($"**({++number})** ${blank.Symbol} = " +
                $"{(blank.Substituted is { } numbersIn ? numbersIn + " = " : "")}{Tex.Number(blank.Value)}$");
    }

    static string OneLine(string title) => title.ReplaceLineEndings(" ");
}
