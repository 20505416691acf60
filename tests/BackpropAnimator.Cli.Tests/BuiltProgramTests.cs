using System.CommandLine;

namespace BackpropAnimator.Cli.Tests;

/// <summary>
/// The built program, as a process, does what it does within the tests' own process, which is where nearly all other tests look.
/// </summary>
public sealed class BuiltProgramTests : IDisposable
{
    readonly Workbench bench = new();

    public void Dispose() => bench.Dispose();

    [Theory]
    [InlineData("phases --help", 0)]
    [InlineData("trace @/lesson.yaml", 0)]
    [InlineData("check @/absent.yaml", 1)]
    [InlineData("render @/lesson.yaml --bogus", 2)]
    public void It_writes_the_same_to_the_same_stream_and_ends_with_the_same_code(string commandLine, int exitCode)
    {
        var words = bench.PathsIn(commandLine);

        var built = BuiltProgram.RunIn(bench.Folder, words).Expect(exitCode);

        // Within the tests the program goes by their host's name.
        var here = Backprop.Run(words);
        Assert.Equal(here with { Output = here.Output.Replace(RootCommand.ExecutableName, "backprop", StringComparison.Ordinal) }, built);
    }

    [Fact]
    public void Paths_are_those_of_the_folder_it_is_started_in()
    {
        Assert.StartsWith("ok", BuiltProgram.RunIn(bench.Folder, "check", "lesson.yaml").Expect(0).Output);
        Assert.Equal("lesson.yaml: error: there is no such file\n", BuiltProgram.RunIn("/", "check", "lesson.yaml").Expect(1).Error);
    }
}
