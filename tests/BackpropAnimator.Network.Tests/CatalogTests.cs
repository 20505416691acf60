using static BackpropAnimator.Network.Tests.Some;

namespace BackpropAnimator.Network.Tests;

/// <summary>Every member of every catalogue says all that is shown of it.</summary>
public class CatalogTests
{
    static readonly ICatalogued[] members =
        [.. Activation.All, .. Loss.All, .. Initialization.All, .. Optimizer.All, .. LearningRateSchedule.All];

    public static TheoryData<string> Members() => [.. Names(members)];

    [Theory]
    [MemberData(nameof(Members))]
    public void Nothing_that_a_member_says_is_empty(string name) => Assert.All(
        TextsOf(members.Single(member => member.Name == name)),
        text => Assert.False(string.IsNullOrWhiteSpace(text.Value), $"{text.Key} of {name} is empty"));

    [Theory]
    [MemberData(nameof(Members))]
    public void A_name_is_words_in_snake_case(string name) => Assert.Matches("^[a-z]+(_[a-z]+)*$", name);

    [Fact]
    public void No_two_members_share_a_name() => Assert.Equal(Names(members), Names(members).Distinct());

    [Fact]
    public void Every_type_of_a_family_is_in_its_catalogue() => Assert.Equal(
        typeof(Activation).Assembly.GetTypes().Where(type => typeof(ICatalogued).IsAssignableFrom(type) && !type.IsAbstract).ToHashSet(),
        members.Select(member => member.GetType()).ToHashSet());

    // A text that a member may leave out is null, not empty.
    static IEnumerable<KeyValuePair<string, string>> TextsOf(ICatalogued member) =>
    [
        .. from property in member.GetType().GetProperties()
           where property.PropertyType == typeof(string)
           let text = (string?)property.GetValue(member)
           where text is not null
           select KeyValuePair.Create(property.Name, text),
        .. member switch
        {
            ElementwiseActivation curve => Curve(curve),
            LayerActivation whole =>
                [new("ValueFormula", whole.ValueFormula("z", "z_k")), new("JacobianFormula", whole.JacobianFormula("k", "a_k"))],
            Loss loss => Formulas(loss),
            Initialization or Optimizer or LearningRateSchedule => [],
            _ => throw new ArgumentException(member.Name),
        },
    ];

    static IEnumerable<KeyValuePair<string, string>> Curve(ElementwiseActivation curve)
    {
        yield return new("ValueInTex", curve.ValueInTex("z"));
        yield return new("SlopeFormula", curve.SlopeFormula("a", "z"));
        if (curve.SlopeInA is not { } slope)
            yield break;
        yield return new("SlopeInA.Formula", slope.Formula);
        if (slope.WithNumbers is not { } withNumbers)
            yield break;
        yield return new("SlopeInA.InWords", slope.InWords ?? "");
        yield return new("SlopeInA.WithNumbers", withNumbers(new Numeral(0.8, "0.80", "0.20")));
    }

    static IEnumerable<KeyValuePair<string, string>> Formulas(Loss loss) =>
    [
        new("Formula", loss.Formula(@"\sum", @"\hat{y}", "y")),
        new("TermWithNumbers", loss.TermWithNumbers(new Numeral(0.8, "0.80", "0.20"), new Numeral(1, "1.00", "0.00"))),
        new("SumWithNumbers", loss.SumWithNumbers("1 + 2", 2)),
        new("SlopeFormula", loss.SlopeFormula(@"\hat{y}", "y")),
    ];

    [Fact]
    public void The_names_that_other_programs_have_for_activations_are_all_different_and_spelt_as_files_are_read()
    {
        string[] onnx = [.. Activation.All.Select(activation => activation.ForeignNames.Onnx).OfType<string>()];
        string[] keras = [.. Activation.All.SelectMany(activation => activation.ForeignNames.Keras)];

        Assert.Equal(onnx.Distinct(), onnx);
        Assert.Equal(keras.Distinct(), keras);
        Assert.All(keras, name => Assert.All(name, letter => Assert.True(char.IsAsciiLetterLower(letter), name)));
        Assert.All(Activation.All, activation => Assert.NotEmpty(activation.ForeignNames.Keras));
    }
}
