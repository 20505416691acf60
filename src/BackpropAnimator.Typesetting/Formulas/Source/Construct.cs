namespace BackpropAnimator.Typesetting;

/// <summary>A command that takes arguments, or changes what stands around it.</summary>
/// <param name="Form">How it is written, such as <c>\frac{a}{b}</c>; a formula by itself.</param>
/// <param name="Read">
/// Reads from after the name, which begins at a column; null where it shows nothing by itself, or was reported.
/// </param>
internal sealed record Construct(string Form, Func<FormulaParser, int, MathNode?> Read)
{
    /// <summary>Without the backslash.</summary>
    public string Name => CommandOf(Form)[1..];

    /// <summary>One that makes something of a single sub-formula.</summary>
    public static Construct Of(string form, Func<int, MathNode, MathNode> make)
    {
        var command = CommandOf(form);
        return new(form, (parser, column) => make(column, parser.Argument(command)));
    }

    /// <summary>The command that a form begins with, with its backslash, as problems name it.</summary>
    public static string CommandOf(string form) => $"\\{new SourceCursor(form).PeekCommand()}";
}
