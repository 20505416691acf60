namespace BackpropAnimator.Cli.Tests;

/// <summary>A folder of its own for one test, with a small scene in it.</summary>
sealed class Workbench : IDisposable
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("backprop-cli-tests-");

    /// <summary>45 frames at 30 frames a second, 320×180: a render of it takes little more than starting the program.</summary>
    public const string ShortScene = """
        title: A short lesson
        description: Made for tests.
        video: { size: 320x180, fps: 30 }
        network: { layers: [2, 2, 1], seed: 3 }
        example: { input: [0.5, 0.9], target: [1] }
        phases:
          - intro: 0.5s
          - forward: 0.7s
          - loss: 0.3s

        """;

    public Workbench() => Scene = Write("lesson.yaml", ShortScene);

    public string Folder => folder.FullName;

    /// <summary>The path of <see cref="ShortScene"/> as a file.</summary>
    public string Scene { get; }

    public string this[string name] => Path.Combine(folder.FullName, name);

    /// <summary>The words of a command line in which <c>@/</c> stands for the folder.</summary>
    public string[] PathsIn(string commandLine) =>
        commandLine.Replace("@/", Folder + "/", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>What lies in the folder beside the scene.</summary>
    public IEnumerable<string> Made =>
        folder.GetFileSystemInfos().Select(entry => entry.Name).Where(name => name != "lesson.yaml").Order(StringComparer.Ordinal);

    /// <summary>The names of the files in a folder of it.</summary>
    public string[] In(string folder, string pattern) =>
        [.. Directory.GetFiles(this[folder], pattern).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    public string Write(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(this[name])!);
        File.WriteAllText(this[name], text);
        return this[name];
    }

    /// <param name="script">What the program does, in the language of sh.</param>
    public string WriteProgram(string name, string script)
    {
        Write(name, $"#!/bin/sh\n{script}\n");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(this[name], UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return this[name];
    }

    public void Dispose() => folder.Delete(recursive: true);
}
