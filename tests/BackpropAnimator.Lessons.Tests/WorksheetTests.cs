using BackpropAnimator.Typesetting;

namespace BackpropAnimator.Lessons.Tests;

public class WorksheetTests
{
    const string WithData = """
        network: { layers: [2, 3, 2], seed: 5, learning_rate: 0.5 }
        data: { rows: [{ input: [1, -3], target: [1, 0] }, { input: [2, 1], target: [0, 1] }, { input: [0, 1], target: [1, 0] }] }
        training: { epochs: 3, optimizer: adam }
        phases: [intro]
        """;

    [Theory]
    [InlineData("")]
    [InlineData("network.activation=[relu,softmax]", "network.loss=categorical_cross_entropy")]
    [InlineData("network.activation=leaky_relu", "network.loss=huber", "training.optimizer=nesterov")]
    [InlineData("network.activation=gelu", "network.loss=mean_absolute_error", "training.optimizer=rmsprop")]
    public void Every_formula_of_a_sheet_can_be_set(params string[] overrides)
    {
        var sheet = Worksheet.Markdown(NumbersOf(overrides), answers: true);

        Assert.All(sheet.Split('$').Where((_, i) => i % 2 == 1), formula => Assert.Empty(Formula.Check(formula)));
    }

    [Fact]
    public void The_update_takes_the_gradients_that_were_worked_out_before_also_where_the_lesson_averages()
    {
        var blanks = BlanksOf("training.optimizer=gradient_descent");

        var gradient = blanks.Single(blank => blank.Symbol == @"\frac{\partial L}{\partial w^{(1)}_{21}}").Value;
        var update = blanks.Single(blank => blank.Symbol.EndsWith(" w^{(1)}_{21}", StringComparison.Ordinal));
        Assert.Contains(OperandsOf(update), operand => operand.Value.Equals(gradient));
    }

    [Theory]
    [InlineData("")]
    [InlineData("network.activation=[relu,softmax]", "network.loss=half_squared_error")]
    public void A_short_sheet_asks_for_nothing_that_needs_what_it_leaves_out(params string[] overrides)
    {
        var blanks = BlanksOf(overrides);

        HashSet<(string, double)> known = [], leftOut = [];
        foreach (var blank in blanks)
        {
            if (blank.InShortSheet == InShortSheet.Asked)
                Assert.All(OperandsOf(blank).Where(operand => operand.Symbol != blank.Symbol), operand => Assert.True(
                    !leftOut.Contains((operand.Symbol, operand.Value)) || known.Contains((operand.Symbol, operand.Value)), operand.Symbol));
            (blank.InShortSheet == InShortSheet.LeftOut ? leftOut : known).Add((blank.Symbol, blank.Value));
        }
        Assert.InRange(blanks.Count(blank => blank.InShortSheet == InShortSheet.Asked), 10, 20);
    }

    static LessonNumbers NumbersOf(params string[] overrides) =>
        new(Lessons.Read(WithData, [.. overrides.Where(text => text.Length > 0)]));

    static List<Blank> BlanksOf(params string[] overrides)
    {
        var numbers = NumbersOf(overrides);
        var words = Words.Of("en");
        return [.. new Exercises(numbers, words.Worksheet, words).All().SelectMany(exercise => exercise.Blanks)];
    }

    static List<Operand> OperandsOf(Blank blank)
    {
        List<Operand> operands = [];
        blank.Substitution?.Invoke(operand =>
        {
            operands.Add(operand);
            return operand.Number;
        });
        return operands;
    }
}
