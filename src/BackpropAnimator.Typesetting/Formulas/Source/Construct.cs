namespace BackpropAnimator.Typesetting;

/// <summary>A command that takes arguments, or changes what stands around it.</summary>
/// <param name="Form">How it is written, such as <c>\frac{a}{b}</c>; a formula by itself.</param>
/// <param name="Read">
/// Reads from after the name, which begins at a column; null where it shows nothing by itself, or was reported.
/// </param>
internal sealed record Construct(string Form, Func<FormulaParser, int, MathNode?> Read)
{
    /// <summary>Without the backslash.</summary>
    public string Name { get; } = new SourceCursor(Form).PeekCommand();

    /// <summary>With the backslash, as problems name it.</summary>
    public string Command => $"\\{Name}";

    /// <summary>One that makes something of a single sub-formula.</summary>
    public static Construct Of(string form, Func<int, MathNode, MathNode> make)
    {
        var command = $"\\{new SourceCursor(form).PeekCommand()}";
        return new(form, (parser, column) => make(column, parser.Argument(command)));
    }
}
