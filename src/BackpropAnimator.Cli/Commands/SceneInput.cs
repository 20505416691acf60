using System.CommandLine;
using BackpropAnimator.Script;
using BackpropAnimator.Typesetting;

namespace BackpropAnimator.Cli.Commands;

/// <summary>The scene that a command works on: its file and the options that change it.</summary>
internal sealed class SceneInput
{
    readonly Argument<string> scene = new("SCENE") { Description = "The scene script, a YAML file." };
    readonly SceneOptions options = new();

    public void AddTo(Command command)
    {
        command.Add(scene);
        options.AddTo(command);
    }

    public string PathIn(ParseResult parsed) => parsed.GetRequiredValue(scene);

    /// <summary>Reads and checks the scene with its overrides, and tells its problems.</summary>
    /// <param name="overrides">The command's own changes, in the form of --set.</param>
    /// <param name="tell">Takes the problems; standard error when left out.</param>
    /// <returns>Null when the scene cannot be used.</returns>
    public Scene? Read(ParseResult parsed, IEnumerable<string>? overrides = null, Action<Diagnostic>? tell = null)
    {
        var result = ScriptReader.Read(PathIn(parsed), options.Overrides(parsed).Concat(overrides ?? []), options.AllowOutside(parsed));
        using var fonts = FontShelf.Open();
        return options.Accept(result, parsed, fonts, tell ?? Console.Error.WriteLine);
    }
}
