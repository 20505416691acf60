using System.CommandLine;
using System.Text;
using System.Text.Json.Nodes;
using BackpropAnimator.Cli.Output;
using BackpropAnimator.Lessons;
using BackpropAnimator.Script;
using BackpropAnimator.Video;

namespace BackpropAnimator.Cli.Commands;

/// <summary><c>backprop new</c>: a commented scene that renders at once.</summary>
internal static class NewCommand
{
    const string SchemaName = "scene.schema.json";

    public static readonly string[] Templates = ["lesson", "short", "tall", "weights"];

    public static Command Create(CommandEnvironment environment)
    {
        Argument<string> name = new("NAME") { Description = "The scene to write, with or without .yaml; its title comes from it." };
        Option<string> from = new("--from")
        {
            Description = "What to begin with: lesson (all phases, commented), short (half a minute's forward pass and loss), tall (for " +
                "phones) or weights (a small network with its numbers written out).",
            HelpName = "TEMPLATE",
            DefaultValueFactory = _ => Templates[0],
        };
        from.AcceptOnlyFromAmong(Templates);
        Option<bool> force = new("--force") { Description = "Replace a file that is there." };
        var command = new DocumentedCommand("new", "Write a commented scene to start from.",
            "backprop new xor && backprop render xor.yaml --quality 480p --open",
            "backprop new lessons/saturation --from short")
        {
            name, from, force,
        };
        command.SetAction(parsed =>
        {
            var path = parsed.GetRequiredValue(name);
            if (Path.GetExtension(path) is not (".yaml" or ".yml")) path += ".yaml";
            if (Path.GetFileNameWithoutExtension(path).Length == 0)
            {
                environment.Error.WriteLine($"error: '{parsed.GetRequiredValue(name)}' is no name for a scene");
                return ExitCode.Usage;
            }
            if (File.Exists(path) && !parsed.GetValue(force))
            {
                environment.Error.WriteLine($"error: {path} is there already");
                environment.Error.WriteLine("  hint: choose another name, or replace it with --force");
                return ExitCode.Usage;
            }
            Write(path, Resource.Read($"{parsed.GetValue(from)}.yaml"));
            environment.Messages.WriteLine($"Wrote {path}. Next: backprop render {path}");
            return ExitCode.Success;
        });
        return command;
    }

    static void Write(string path, string template)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        OutputFolder.Make(folder);
        WriteText(path, template.Replace("{schema}", SchemaFor(folder), StringComparison.Ordinal)
            .Replace("{title}", TitleOf(path), StringComparison.Ordinal));
    }

    static void WriteText(string path, string text) => OutputFile.Write(path, file => file.Write(Encoding.UTF8.GetBytes(text)));

    /// <summary>The schema as the scene names it: the one of the checkout that the scene lies in, or one put beside the scene.</summary>
    static string SchemaFor(string folder)
    {
        for (var above = new DirectoryInfo(folder); above is not null; above = above.Parent)
        {
            var schema = Path.Combine(above.FullName, "docs", SchemaName);
            if (File.Exists(schema)) return Path.GetRelativePath(folder, schema).Replace('\\', '/');
        }
        WriteText(Path.Combine(folder, SchemaName), SceneSchema.ToJson(PhaseModule.BuiltIn));
        return SchemaName;
    }

    // JSON's quotes are YAML's too, whatever the name has in it.
    static string TitleOf(string path)
    {
        var words = Path.GetFileNameWithoutExtension(path).Replace('-', ' ').Replace('_', ' ').Trim();
        return Json.Line(JsonValue.Create(words.Length == 0 ? "A lesson" : char.ToUpperInvariant(words[0]) + words[1..]));
    }
}
