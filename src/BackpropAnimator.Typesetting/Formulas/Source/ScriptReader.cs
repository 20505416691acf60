namespace BackpropAnimator.Typesetting;

/// <summary>Reads what follows an atom and belongs to it: sub- and superscripts, primes, <c>\limits</c>.</summary>
internal static class ScriptReader
{
    const string Prime = "′";

    public static MathNode WithScripts(FormulaParser parser, MathNode nucleus)
    {
        var cursor = parser.Cursor;
        MathNode? sub = null, super = null;
        while (true)
        {
            cursor.SkipSpace();
            var column = cursor.Column;
            if (cursor.Next == '\'')
            {
                var primes = 0;
                while (cursor.TrySkip('\'')) primes++;
                var mark = new Symbol(column, string.Concat(Enumerable.Repeat(Prime, primes)), AtomClass.Ordinary);
                super = super is null ? mark : Twice(parser, super, column, "superscripts");
                cursor.SkipSpace();
                if (ReferenceEquals(super, mark) && cursor.TrySkip('^'))
                    super = new Group(column, [mark, .. FormulaParser.Items(parser.Argument("'^'"))]);
            }
            else if (cursor.TrySkip('^'))
            {
                var script = parser.Argument("'^'");
                super = super is null ? script : Twice(parser, super, column, "superscripts");
            }
            else if (cursor.TrySkip('_'))
            {
                var script = parser.Argument("'_'");
                sub = sub is null ? script : Twice(parser, sub, column, "subscripts");
            }
            else if (cursor.Next == '\\' && cursor.PeekCommand() is "limits" or "nolimits")
            {
                nucleus = WithPlacement(parser, nucleus, cursor.PeekCommand());
            }
            else
            {
                return sub is null && super is null ? nucleus : new Scripts(nucleus.Column, nucleus, sub, super);
            }
        }
    }

    static MathNode WithPlacement(FormulaParser parser, MathNode nucleus, string command)
    {
        var column = parser.Cursor.Column;
        parser.Cursor.Skip(command.Length + 1);
        if (nucleus is Operator op) return op with { Limits = command == "limits" ? LimitPlacement.Under : LimitPlacement.Beside };
        parser.Report(column, $"\\{command} follows something that takes no limits", "it belongs after a sign such as \\sum");
        return nucleus;
    }

    static MathNode Twice(FormulaParser parser, MathNode first, int column, string what)
    {
        parser.Report(column, $"one atom has two {what}", "put braces around the part that the second one belongs to");
        return first;
    }
}
