namespace BackpropAnimator.Cli.Tests;

/// <summary>What a program left: its exit code and what it wrote.</summary>
sealed record Outcome(int ExitCode, string Output, string Error)
{
    /// <summary>Fails with the program's own words when it did not end with the code.</summary>
    public Outcome Expect(int exitCode)
    {
        Assert.True(ExitCode == exitCode, $"exit code {ExitCode} instead of {exitCode}\n{Output}{Error}");
        return this;
    }
}
