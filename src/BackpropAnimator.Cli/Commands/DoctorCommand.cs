using System.CommandLine;
using System.Text.Json.Nodes;
using BackpropAnimator.Cli.Doctor;
using BackpropAnimator.Cli.Output;

namespace BackpropAnimator.Cli.Commands;

/// <summary><c>backprop doctor</c>: is everything there that a render needs, and what to do if not?</summary>
internal static class DoctorCommand
{
    public static Command Create(CommandEnvironment environment)
    {
        Option<bool> json = new("--json") { Description = "Print JSON instead of a list." };
        var command = new DocumentedCommand(
            "doctor", "Look at all that a render needs of the machine, with a remedy for what is missing.", "backprop doctor") { json };
        command.SetAction(async (parsed, cancellation) =>
        {
            var findings = await Examination.RunAsync(cancellation);
            if (parsed.GetValue(json)) environment.Out.WriteLine(Json.Indented(new JsonArray([.. findings.Select(JsonOf)])));
            else
                foreach (var finding in findings) Print(finding, environment.Out);
            return findings.Any(f => f.Health == Health.Broken) ? ExitCode.Environment : ExitCode.Success;
        });
        return command;
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
