namespace BackpropAnimator.Cli;

/// <summary>Texts that are built into the program: scene templates and completion scripts.</summary>
internal static class Resource
{
    public static string Read(string name)
    {
        using var reader = new StreamReader(typeof(Resource).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
