using System.CommandLine;
using BackpropAnimator.Script;

namespace BackpropAnimator.Cli.Commands;

/// <summary><c>backprop schema</c>: what a scene may hold, for editors and for readers.</summary>
internal static class SchemaCommand
{
    public static Command Create()
    {
        Option<bool> markdown = new("--markdown") { Description = "Print the reference of keys and phases for readers instead." };
        var command = new DocumentedCommand("schema", "Print the JSON Schema of scene files, with which editors complete and check them.",
            "backprop schema > scene.schema.json     # then, as a scene's first line: # yaml-language-server: $schema=scene.schema.json",
            "backprop schema --markdown | less")
        {
            markdown,
        };
        command.SetAction(parsed =>
        {
            Console.Write(parsed.GetValue(markdown) ? SceneReference.ToMarkdown() : SceneSchema.ToJson());
            return ExitCode.Success;
        });
        return command;
    }
}
