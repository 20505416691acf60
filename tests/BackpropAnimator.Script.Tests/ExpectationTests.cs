namespace BackpropAnimator.Script.Tests;

public class ExpectationTests
{
    [Theory]
    [InlineData("loss_after < loss_before")]
    [InlineData("gradient(hidden[1] -> output[0]) < 0")]
    [InlineData("0 < output[0] < 1 and abs(delta(hidden[3])) > 1e-6")]
    [InlineData("output[1] == .75 within 0.01 && target[1] == 0")]
    [InlineData("weight_after(input[0]→hidden[0]) ≠ weight(input[0] -> hidden[0]) − learning_rate · 2")]
    [InlineData("-(z(output[0]) + 2 * bias(output[0])) / 4 <= gradient_norm(hidden)")]
    public void A_claim_about_this_network_is_read(string text) => Scenes.Read(Scenes.Good + $"expect: '{text}'\n");

    [Theory]
    [InlineData("final_loss < 0.02")]
    [InlineData("loss(0) > loss(500) > final_loss")]
    [InlineData("accuracy == 1 and initial_loss > 0.1")]
    public void Claims_about_training_are_read_where_there_is_data(string text) =>
        Scenes.Read($"network: {{ layers: [2, 2, 1] }}\ndata: xor\ntraining: 500\nphases: [intro]\nexpect: {text}\n");

    [Fact]
    public void Products_come_before_sums_and_both_go_from_left_to_right()
    {
        var sum = (ArithmeticExpression)Only("1 - 2 - 3 * 4 / 5 < 6").Left;

        Assert.Equal('-', sum.Operator);
        Assert.Equal(new NumberExpression(3, new(8, 9)), ((ArithmeticExpression)((ArithmeticExpression)sum.Right).Left).Left);
        Assert.Equal(new NumberExpression(1, new(0, 1)), ((ArithmeticExpression)sum.Left).Left);
    }

    [Fact]
    public void A_chain_is_a_comparison_of_each_with_the_next()
    {
        var claim = Claim.Parse("0 < loss_after <= loss_before");

        Assert.Equal([Relation.Less, Relation.LessOrEqual], claim.Comparisons.Select(c => c.Relation));
        Assert.Equal("loss_after <= loss_before", claim.TextOf(claim.Comparisons[1].Span));
    }

    [Fact]
    public void A_unit_alone_is_its_activation_and_a_target_what_it_should_have_been()
    {
        Assert.Equal((UnitFact.Activation, new UnitReference("hidden2", 3)), Fact(Only("hidden2[3] < 1").Left));
        Assert.Equal((UnitFact.Target, new UnitReference("output", 0)), Fact(Only("target[0] < 1").Left));

        static (UnitFact, UnitReference) Fact(Expression e) =>
            ((UnitFactExpression)e).Fact is var fact ? (fact, ((UnitFactExpression)e).Unit) : default;
    }

    // The text starts at column 9, plain as it stands.
    [Theory]
    [InlineData("loss_afer < 1", 9, "there is no number called 'loss_afer'", "did you mean 'loss_after'?")]
    [InlineData("loss_after = 1", 20, "expected a comparison, found '='", "equality is ==")]
    [InlineData("loss_after", 19, "expected a comparison, found the end", "one of < <= > >= == !=")]
    [InlineData("1 < ", 12, "expected a number or a name, found the end", null)]
    [InlineData("1 < 2 3", 15, "expected 'and' or the end, found '3'", null)]
    [InlineData("1 < 2 or 3 < 4", 15, "expected 'and' or the end, found 'or'", "make it two claims")]
    [InlineData("1 < 2 within 1", 15, "'within' goes with == or !=", "such as: o.1 == 0.75 within 0.01")]
    [InlineData("delta < 0", 15, "'delta' needs a unit in parentheses, such as delta(o.1), found '<'", null)]
    [InlineData("gradient(hidden[1]) < 0", 27, "expected '->', found ')'", null)]
    [InlineData("z(hidden[1.5]) < 0", 18, "expected a unit's number, from 0, found '1.5'", null)]
    [InlineData("(1 + 2 < 3", 16, "expected ')', found '<'", null)]
    [InlineData("1 < 1e999", 13, "1e999 is too large a number", null)]
    [InlineData("loss_after < ½", 22, "'½' has no meaning in a claim", null)]
    [InlineData("z(hiden[0]) < 0", 9, "no layer is called 'hiden'", "did you mean 'hidden'?")]
    [InlineData(
        "1 < 2 and z(hidden[4]) < 0", 19, "hidden has no unit h.5; it has h.1 to h.4, or hidden[0] to hidden[3]",
        "layers in order: input → hidden → output")]
    [InlineData(
        "gradient(input[0] -> output[0]) < 0", 9, "no weight leads from input to output", "layers in order: input → hidden → output")]
    [InlineData("slope(input[0]) < 0", 9, "an input has no slope", "write i.1 for its value")]
    [InlineData("target(hidden[0]) < 0", 9, "only outputs have a target", null)]
    [InlineData("gradient_norm(input) < 0", 9, "no weights lead into the input layer", null)]
    [InlineData("final_loss < 0.02", 9, "final_loss is about training, and there is no data to train on", "for example data: xor")]
    [InlineData("0 < loss(3)", 13, "loss(…) is about training, and there is no data to train on", "one step's are")]
    public void What_is_no_claim_is_pointed_at(string text, int column, string message, string? hint)
    {
        var line = Scenes.Good.Count(c => c == '\n') + 1;

        var problem = Assert.Single(Scenes.Parse(Scenes.Good + $"expect: {text}\n").Diagnostics);

        Assert.Equal($"s.yaml:{line}:{column}: error: expect: {message}", problem.ToString().Split('\n')[0]);
        if (hint is null) return;
        Assert.StartsWith(hint, problem.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public void An_epoch_after_the_last_does_not_exist() => Scenes.AssertRefused(
        "network: { layers: [2, 2, 1] }\ndata: xor\ntraining: 500\nphases: [intro]\nexpect: 0 < loss(501)\n",
        "s.yaml:5:13: error: expect: there is no epoch 501: training has 500");

    [Theory]
    [InlineData("expect: \"1 < x\"", 14)]
    [InlineData("expect: '  1 < x'", 16)]
    [InlineData("expect: [ 0 < 1, 1 < x ]", 22)]
    [InlineData("expect: [{ text: 1 < x }]", 22)]
    public void Quotes_lists_and_keys_shift_the_place(string line, int column)
    {
        var problem = Assert.Single(Scenes.Parse(Scenes.Good + line + "\n").Diagnostics);

        Assert.Equal(column, problem.Position.Column);
    }

    [Theory]
    [InlineData("expect: >-\n  1\n  < x\n", 9)]
    [InlineData("expect: 1\n  < x\n", 9)]
    [InlineData("expect: \"1\\u0020< x\"\n", 9)]
    public void A_text_that_is_not_on_its_line_as_it_is_read_is_pointed_at_as_a_whole(string lines, int column)
    {
        var problem = Assert.Single(Scenes.Parse(Scenes.Good + lines).Diagnostics);

        Assert.Equal((Scenes.Good.Count(c => c == '\n') + 1, column), (problem.Position.Line, problem.Position.Column));
    }

    [Fact]
    public void A_claim_in_an_override_is_pointed_at_there() => Scenes.AssertRefused(
        Scenes.Good, ["expect=loss < 1"],
            "--set expect=loss < 1: error: expect: 'loss' needs an epoch in parentheses, such as loss(100), found '<'");

    [Fact]
    public void Nesting_has_an_end()
    {
        var deep = new string('(', 200) + "1" + new string(')', 200) + " < 2";

        Assert.Equal("the claim nests deeper than 32 levels", Assert.Throws<ClaimException>(() => Claim.Parse(deep)).Message);
        Assert.Equal(
            "the claim nests deeper than 32 levels",
            Assert.Throws<ClaimException>(() => Claim.Parse(new string('-', 490) + "1 < 2")).Message);
    }

    [Fact]
    public void No_text_whatever_makes_the_reader_fall_over()
    {
        var random = new Random(5);
        string[] pieces =
        [
            "loss_after", "<", "==", " ", "(", ")", "[", "]", "1", "0.5e3", "->", "hidden", "gradient", "within", "and", "abs", "-", "*",
            "½", "é", "\U0001F600", ".", ",",
        ];
        for (var n = 0; n < 5000; n++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 20)).Select(_ => pieces[random.Next(pieces.Length)]));
            try
            {
                Assert.NotEmpty(Claim.Parse(text).Comparisons);
            }
            catch (ClaimException e)
            {
                Assert.InRange(e.Offset, 0, text.Length);
            }
        }
    }

    [Fact]
    public void Training_that_would_take_hours_is_refused() => Scenes.AssertRefused(
        "network: { layers: [500, 1000, 1] }\ndata:\n"
        + $"  rows: [{{ input: [{string.Join(", ", Enumerable.Repeat(0, 500))}], target: [1] }}]\ntraining: 1000000\nphases: [intro]\n",
        "s.yaml:4:11: error: training: 1,000,000 epochs of 1 samples take too long in a network of 502,001 weights and biases",
        "  hint: up to 199,123 epochs are fine");

    static Comparison Only(string text) => Assert.Single(Claim.Parse(text).Comparisons);
}
