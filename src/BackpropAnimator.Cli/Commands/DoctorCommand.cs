using System.CommandLine;
using System.CommandLine.Completions;
using System.Text.Json.Nodes;
using BackpropAnimator.Cli.Doctor;
using BackpropAnimator.Cli.Output;
using BackpropAnimator.Typesetting;

namespace BackpropAnimator.Cli.Commands;

/// <summary><c>backprop doctor</c>: is everything there that a render needs, and what to do if not?</summary>
internal static class DoctorCommand
{
    public static Command Create(CommandEnvironment environment)
    {
        Option<bool> json = new("--json") { Description = "Print JSON instead of a list." };
        Option<string> script = new("--script")
        {
            HelpName = "NAME",
            Description = "Say which Debian package has a font for a script, such as Arabic, and which fonts on this machine have it. " +
                "Some letters of it do as well.",
        };
        script.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>() is not { } name || ScriptExamination.Meant(name) is not null) return;
            var known = string.Join(", ", ScriptFont.All.Select(it => it.Name));
            result.AddError($"'{name}' is no script that needs a font of its own; those are {known}.");
        });
        script.CompletionSources.Add(_ => ScriptFont.All.Select(it => new CompletionItem(it.Name)));
        var command = new DocumentedCommand(
            "doctor", "Look at all that a render needs of the machine, with a remedy for what is missing.",
            "backprop doctor", "backprop doctor --script arabic     # a font for Arabic titles")
        {
            json, script,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            if (parsed.GetValue(script) is { } name)
            {
                await TellAsync(ScriptExamination.Meant(name)!, parsed.GetValue(json), environment.Out, cancellation);
                return ExitCode.Success;
            }
            var findings = await Examination.RunAsync(cancellation);
            if (parsed.GetValue(json)) environment.Out.WriteLine(Json.Indented(new JsonArray([.. findings.Select(JsonOf)])));
            else
                foreach (var finding in findings) Print(finding, environment.Out);
            return findings.Any(f => f.Health == Health.Broken) ? ExitCode.Environment : ExitCode.Success;
        });
        return command;
    }

    static async Task TellAsync(ScriptFont script, bool asJson, TextWriter to, CancellationToken cancellation)
    {
        var files = await ScriptExamination.FilesAsync(script, cancellation);
        if (asJson)
        {
            to.WriteLine(Json.Indented(new JsonObject
            {
                ["script"] = script.Name,
                ["package"] = script.Package,
                ["file"] = script.File,
                ["installed"] = files is null ? null : new JsonArray([.. files.Select(file => JsonValue.Create(file))]),
            }));
            return;
        }
        to.WriteLine($"{script.Name}: {ScriptExamination.Install(script)}");
        if (files is null) to.WriteLine("Which fonts this machine has, only fontconfig (fc-list) would tell.");
        else if (files.Count == 0) to.WriteLine("No font on this machine has it.");
        else
        {
            to.WriteLine("On this machine:");
            foreach (var file in files) to.WriteLine($"  {file}");
        }
    }

    static void Print(Finding finding, TextWriter to)
    {
        to.WriteLine($"{Word(finding.Health),-8} {finding.Subject,-18} {finding.Detail}");
        if (finding.Remedy is not null) to.WriteLine($"         {"",-18} → {finding.Remedy}");
    }

    static JsonObject JsonOf(Finding finding) => new()
    {
        ["subject"] = finding.Subject,
        ["health"] = Word(finding.Health),
        ["detail"] = finding.Detail,
        ["remedy"] = finding.Remedy,
    };

    static string Word(Health health) => health.ToString().ToLowerInvariant();
}
