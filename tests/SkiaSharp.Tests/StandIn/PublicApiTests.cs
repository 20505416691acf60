using System.Reflection;

namespace SkiaSharp.Tests.StandIn;

/// <summary>The stand-in declares nothing that the real package does not have. PublicApi.txt lists what that has.</summary>
public class PublicApiTests
{
    // The list leaves out SkiaSharp's named colours; these are the ones declared here, with their values in the real package.
    static readonly Dictionary<string, uint> NamedColors = new()
    {
        ["Empty"] = 0x00000000,
        ["Transparent"] = 0x00FFFFFF,
        ["Black"] = 0xFF000000,
        ["White"] = 0xFFFFFFFF,
        ["Gray"] = 0xFF808080,
        ["Red"] = 0xFFFF0000,
        ["Green"] = 0xFF008000,
        ["Lime"] = 0xFF00FF00,
        ["Blue"] = 0xFF0000FF,
        ["Cyan"] = 0xFF00FFFF,
        ["Magenta"] = 0xFFFF00FF,
        ["Yellow"] = 0xFFFFFF00,
        ["Orange"] = 0xFFFFA500,
    };

    static readonly Type[] Types = [.. typeof(SKCanvas).Assembly.GetExportedTypes().Where(type => type != typeof(SKColors))];
    static readonly Dictionary<string, HashSet<string>> Listed = ReadList();

    public static TheoryData<string> TypeNames => [.. Types.Select(type => type.Name)];

    [Theory]
    [MemberData(nameof(TypeNames))]
    public void Every_public_member_is_one_that_the_real_package_has(string name)
    {
        var type = Types.Single(type => type.Name == name);
        Assert.Contains(ApiSignature.Of(type), Listed.Keys);
        var listed = Listed[ApiSignature.Of(type)];
        var unknown = ApiSignature.MembersOf(type).Where(member => !listed.Contains(member));
        Assert.Empty(unknown);
    }

    [Fact]
    public void The_named_colors_have_the_real_values()
    {
        var fields = typeof(SKColors).GetFields(BindingFlags.Public | BindingFlags.Static);
        Assert.Equal(NamedColors, fields.ToDictionary(field => field.Name, field => (uint)(SKColor)field.GetValue(null)!));
    }

    static Dictionary<string, HashSet<string>> ReadList()
    {
        var types = new Dictionary<string, HashSet<string>>();
        HashSet<string> members = [];
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "PublicApi.txt")))
        {
            if (line.Length == 0 || line[0] == '#') continue;
            if (line[0] != ' ') types[ApiSignature.Normalize(line)] = members = [];
            else members.Add(ApiSignature.Normalize(line));
        }
        return types;
    }
}
