namespace FFMpegCore.Tests;

public class PublicApiTests
{
    // type line → its member lines
    static readonly Dictionary<string, HashSet<string>> Package = ReadList();

    public static TheoryData<Type> Types => [.. typeof(FFMpegArguments).Assembly.GetExportedTypes().Where(PublicApi.IsWritten)];

    [Theory]
    [MemberData(nameof(Types))]
    public void Every_public_type_and_member_is_one_of_the_package_s(Type type)
    {
        Assert.True(Package.TryGetValue(PublicApi.Describe(type), out var known), $"The package has no '{PublicApi.Describe(type)}'.");
        Assert.All(PublicApi.Members(type), member => Assert.Contains(member, known!));
    }

    [Fact]
    public void The_list_knows_the_members_that_rendering_needs()
    {
        Assert.Contains("Task<bool> ProcessAsynchronously(bool throwOnError = True, FFOptions ffMpegOptions = default)", Package["class FFMpegCore.FFMpegArgumentProcessor"]);
        Assert.Contains("Task WriteAsync(Stream outputStream, CancellationToken cancellationToken)", Package["interface FFMpegCore.Pipes.IPipeSource"]);
    }

    static Dictionary<string, HashSet<string>> ReadList()
    {
        var types = new Dictionary<string, HashSet<string>>();
        using var reader = new StreamReader(typeof(PublicApiTests).Assembly.GetManifestResourceStream("ffmpegcore-api.txt")!);
        HashSet<string> members = [];
        while (reader.ReadLine() is { } line)
            if (line.StartsWith("  ", StringComparison.Ordinal)) members.Add(line.Trim());
            else if (line.Length > 0 && line[0] != '#') types.Add(line, members = []);
        return types;
    }
}
