namespace FFMpegCore.Processes;

/// <param name="ExitCode">As the system gives it; 128 + n for a program that signal n ended.</param>
/// <param name="Output">Everything from its standard output.</param>
/// <param name="ErrorLines">The last lines from its standard error.</param>
internal sealed record ProcessResult(int ExitCode, string Output, IReadOnlyList<string> ErrorLines)
{
    public string ErrorText => string.Join('\n', ErrorLines);

    public string Describe(string program) => $"{program} exited with non-zero exit-code ({ExitCode} - {ErrorText})";
}

/// <summary>A program is not where the options or the search path say.</summary>
internal sealed class ProgramNotFoundException(string program, Exception inner) : Exception($"{program} was not found", inner);
