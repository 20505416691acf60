namespace BackpropAnimator.Typesetting;

/// <summary>Functions that are written as upright words.</summary>
internal static class Functions
{
    const string Plain =
        "log ln lg exp sin cos tan cot sec csc arcsin arccos arctan sinh cosh tanh coth arg deg dim hom ker";

    const string WithLimits = "lim max min sup inf det gcd Pr";

    /// <summary>By name; the column is that of the place where one is used.</summary>
    public static IReadOnlyDictionary<string, Operator> ByName { get; } =
        Plain.Split(' ').Select(name => (Name: name, Body: (MathNode)Word(name), Limits: LimitPlacement.Beside))
        .Concat(WithLimits.Split(' ').Select(name => (Name: name, Body: (MathNode)Word(name), Limits: LimitPlacement.UnderInDisplay)))
        .Concat([TwoWords("arg", "max"), TwoWords("arg", "min"), TwoWords("lim", "sup"), TwoWords("lim", "inf")])
        .ToDictionary(it => it.Name, it => new Operator(1, it.Body, IsLarge: false, it.Limits));

    static Symbol Word(string text) => new Symbol(1, text, AtomClass.Ordinary);

    static (string Name, MathNode Body, LimitPlacement Limits) TwoWords(string first, string second) =>
        (first + second, new Group(1, [Word(first), new Gap(1, Length.OfMu(3)), Word(second)]), LimitPlacement.UnderInDisplay);
}
