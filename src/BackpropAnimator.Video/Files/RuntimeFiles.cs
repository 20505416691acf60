using System.Text;
using System.Text.RegularExpressions;
using BackpropAnimator.Files;

namespace BackpropAnimator.Video.Files;

/// <summary>
/// The doors that .NET opens for debuggers in the folder for temporary files, unless DOTNET_EnableDiagnostics forbids it. It leaves them
/// behind when it is killed, so we note which are ours.
/// </summary>
internal static partial class RuntimeFiles
{
    /// <summary>Writes the names of this process's into a file.</summary>
    public static void Note(FileStream file, string temporary)
    {
        if (OperatingSystem.IsWindows()) return;
        var names = Directory.EnumerateFiles(temporary).Select(Path.GetFileName).OfType<string>()
            .Where(name => Name().Match(name) is { Success: true } match && match.Groups[1].Value == $"{Environment.ProcessId}");
        file.Write(Encoding.UTF8.GetBytes(string.Join('\n', names)));
    }

    /// <summary>Removes those that an ended process noted.</summary>
    public static void Forget(FileStream file, string temporary)
    {
        file.Position = 0;
        using var reader = new StreamReader(file, leaveOpen: true);
        foreach (var name in reader.ReadToEnd().Split('\n').Where(name => Name().IsMatch(name)))
            Discard.File(Path.Combine(temporary, name));
    }

    // With the process's number, and the time of its start: no later process has one of the same name.
    [GeneratedRegex(@"\A(?:dotnet-diagnostic|clr-debug-pipe)-(\d+)-\d+-(?:socket|in|out)\z")]
    private static partial Regex Name();
}
