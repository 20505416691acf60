using System.CommandLine;
using BackpropAnimator.Cli.Output;
using BackpropAnimator.Lessons;
using BackpropAnimator.Script;
using Spectre.Console;

namespace BackpropAnimator.Cli.Commands;

/// <summary><c>backprop phases</c>: what a lesson can be made of.</summary>
internal static class PhasesCommand
{
    // Four columns of sentences want room.
    const int ColumnsForATable = 140;

    public static Command Create(CommandEnvironment environment)
    {
        Argument<string?> name =
            new("NAME") { Description = "A kind of phase, for its options.", HelpName = "NAME", Arity = ArgumentArity.ZeroOrOne };
        name.CompletionSources.Add(_ =>
            PhaseModule.BuiltIn.All.Select(kind => new System.CommandLine.Completions.CompletionItem(kind.Name)));
        var command = new DocumentedCommand("phases", "List the kinds of phases that a lesson can have, or the options of one.",
            "backprop phases",
            "backprop phases chain_rule")
        {
            name,
        };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(name) is not { } wanted)
            {
                environment.Write(Kinds());
                return ExitCode.Success;
            }
            if (PhaseGuide.Find(wanted, PhaseModule.BuiltIn) is not { } guide)
            {
                environment.Error.WriteLine($"error: there is no phase '{wanted}'");
                environment.Error.WriteLine($"  hint: {PhaseGuide.HintFor(wanted, PhaseModule.BuiltIn)}");
                return ExitCode.Usage;
            }
            Say(environment, $"{guide.Kind.Name}: {guide.Kind.Summary}");
            if (guide.Kind.Needs is { } before) Say(environment, $"Needs a '{before}' phase somewhere before it.");
            Say(environment, "Moments for marks in what is said:\n" +
                string.Join('\n', guide.Kind.Moments.Select(moment => $"  {{{moment.Name}}}  {moment.Description}")));
            environment.Write(columns => columns < ColumnsForATable ? Options(guide) : OptionsAsTable(guide));
            return ExitCode.Success;
        });
        return command;
    }

    static Table Kinds()
    {
        var table = new Table().Border(TableBorder.Simple).AddColumn("phase").AddColumn(new TableColumn("seconds").RightAligned())
            .AddColumn("what it shows");
        foreach (var kind in PhaseModule.BuiltIn.All)
            table.AddRow(kind.Name, FormattableString.Invariant($"{kind.Defaults.Duration}"), Markup.Escape(kind.Summary));
        return table;
    }

    static void Say(CommandEnvironment environment, string text) => environment.Write(new Text(text + "\n"));

    static Grid Options(PhaseGuide guide)
    {
        var grid = new Grid().AddColumn(new GridColumn().NoWrap()).AddColumn();
        foreach (var option in guide.Options)
        {
            var normal = option.Default.Length > 0 ? $"; {option.Default} when left out" : "";
            grid.AddRow(
                new Text(option.Name, new Style(decoration: Decoration.Bold)), new Text($"{option.Meaning}\n({option.Takes}{normal})\n"));
        }
        return grid;
    }

    static Table OptionsAsTable(PhaseGuide guide)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumn("option").AddColumn("takes").AddColumn("default").AddColumn("meaning");
        foreach (var option in guide.Options)
            table.AddRow(option.Name, Markup.Escape(option.Takes), Markup.Escape(option.Default), Markup.Escape(option.Meaning));
        return table;
    }
}
