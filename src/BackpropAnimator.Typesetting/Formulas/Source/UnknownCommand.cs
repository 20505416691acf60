namespace BackpropAnimator.Typesetting;

/// <summary>Reports a command that formulas do not know, with what to write instead where that can be told.</summary>
internal static class UnknownCommand
{
    // What teachers type from habit: commands of other packages and of old, and those that make sense only in a document.
    static readonly Dictionary<string, string> Remedies = new()
    {
        ["rm"] = @"write \mathrm{…}", ["bf"] = @"write \mathbf{…}", ["it"] = @"write \mathit{…}", ["cal"] = @"write \mathcal{…}",
        ["vect"] = @"write \vec{…}", ["abs"] = @"write \left| … \right|", ["norm"] = @"write \left\| … \right\|",
        ["dv"] = @"write \frac{d y}{d x}", ["pdv"] = @"write \frac{\partial y}{\partial x}", ["R"] = @"write \mathbb{R}",
        ["label"] = "leave it out: nothing refers to a formula here", ["ref"] = "write the number out",
        ["eqref"] = "write the number out", ["newcommand"] = "write the formula out: it has no commands of its own",
        ["def"] = "write the formula out: it has no commands of its own", ["newline"] = @"write \\ inside \begin{aligned} … \end{aligned}",
    };

    // Functions that LaTeX has no name for either.
    const string Functions = "sinc sech csch erf sign sgn rank diag tr Tr grad curl prob Var Cov E softmax sigmoid relu ReLU";

    public static void Report(FormulaParser parser, int column, string name)
    {
        switch (name)
        {
            case "":
                parser.Report(column, "a backslash ends the formula", "write the command's name after it");
                break;
            case "limits" or "nolimits":
                parser.Report(column, $"\\{name} has nothing before it that takes limits");
                break;
            case "hline" or "cline":
                parser.Report(column, $"\\{name} stands inside a row", "write it at the start of a row of an array, after \\\\");
                break;
            default:
                parser.Report(column, $"unknown command '\\{name}'", Remedies.GetValueOrDefault(name) ?? OfFunction(name) ?? Likely(name));
                break;
        }
    }

    static string? OfFunction(string name) => Functions.Split(' ').Contains(name) ? $"write \\operatorname{{{name}}}" : null;

    static string? Likely(string name) => NearestName.Of(name, CommandReader.KnownNames) is { } near ? $"did you mean '\\{near}'?" : null;
}
