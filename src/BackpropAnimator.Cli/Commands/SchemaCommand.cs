using System.CommandLine;
using BackpropAnimator.Lessons;
using BackpropAnimator.Script;

namespace BackpropAnimator.Cli.Commands;

/// <summary><c>backprop schema</c>: what a scene may hold, for editors and for readers.</summary>
internal static class SchemaCommand
{
    public static Command Create(CommandEnvironment environment)
    {
        Option<bool> markdown = new("--markdown") { Description = "Print the reference of keys and phases for readers instead." };
        Option<bool> variants = new("--variants") { Description = "Print the JSON Schema of variants files, which batch reads." };
        var command = new DocumentedCommand("schema", "Print the JSON Schema of scene files, with which editors complete and check them.",
            "backprop schema > scene.schema.json     # then, as a scene's first line: # yaml-language-server: $schema=scene.schema.json",
            "backprop schema --markdown | less")
        {
            markdown, variants,
        };
        command.Validators.Add(result =>
        {
            if (result.GetResult(markdown) is not null && result.GetResult(variants) is not null)
                result.AddError("--markdown excludes --variants");
        });
        command.SetAction(parsed =>
        {
            environment.Out.Write(parsed.GetValue(markdown)
                ? SceneReference.ToMarkdown(PhaseModule.BuiltIn)
                : parsed.GetValue(variants)
                ? SceneSchema.OfVariants()
                : SceneSchema.ToJson(PhaseModule.BuiltIn));
            return ExitCode.Success;
        });
        return command;
    }
}
