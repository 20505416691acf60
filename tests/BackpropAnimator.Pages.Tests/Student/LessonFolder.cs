using System.Text.Json;
using BackpropAnimator.Cli;
using BackpropAnimator.Cli.Commands;

namespace BackpropAnimator.Pages.Tests.Student;

/// <summary>A folder for scenes and the pages that the program makes of them, within the tests' own process.</summary>
public sealed class LessonFolder : IDisposable
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("backprop-pages-tests-");

    public static string Shipped(string name) => Path.Combine(Repository.Root, "scenes", $"{name}.yaml");

    public string this[string name] => Path.Combine(folder.FullName, name);

    public string Write(string name, string text)
    {
        File.WriteAllText(this[name], text);
        return this[name];
    }

    /// <summary>The page of a scene as one file.</summary>
    /// <returns>Its address.</returns>
    public string PageOf(string scene, params string[] options)
    {
        var file = this[$"{Path.GetFileNameWithoutExtension(scene)}.html"];
        Run(["web", scene, .. options, "-o", file]);
        return new Uri(file).AbsoluteUri;
    }

    /// <summary>What <c>backprop trace</c> tells of a scene.</summary>
    public JsonElement TraceOf(string scene)
    {
        var file = this["trace.json"];
        Run(["trace", scene, "--format", "json", "-o", file]);
        return JsonDocument.Parse(File.ReadAllBytes(file)).RootElement;
    }

    public static void Run(params string[] arguments)
    {
        using StringWriter words = new(), problems = new();
        var exitCode = CommandLine.RunAsync(arguments, new()
        {
            Out = words,
            Messages = words,
            Error = problems,
            OpenIn = () => Stream.Null,
            OpenOut = () => Stream.Null,
            IsOutTerminal = false,
            IsErrorTerminal = false,
        }).GetAwaiter().GetResult();
        Assert.True(exitCode == 0, problems.ToString());
    }

    public void Dispose() => folder.Delete(recursive: true);
}
