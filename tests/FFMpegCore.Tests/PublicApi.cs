using System.Reflection;
using System.Runtime.CompilerServices;

namespace FFMpegCore.Tests;

/// <summary>Writes public types and members the way <c>ffmpegcore-api.txt</c> does.</summary>
static class PublicApi
{
    const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void", [typeof(bool)] = "bool", [typeof(int)] = "int", [typeof(long)] = "long",
        [typeof(double)] = "double", [typeof(string)] = "string", [typeof(object)] = "object",
    };

    public static string Describe(Type type)
    {
        var kind = type switch
        {
            { IsEnum: true } => "enum",
            { IsInterface: true } => "interface",
            { IsValueType: true } => "struct",
            { IsAbstract: true, IsSealed: true } => "static class",
            { IsAbstract: true } => "abstract class",
            _ => "class",
        };
        var inherits = type is { IsClass: true, BaseType: { } parent } && parent != typeof(object) ? $" : {Name(parent)}" : "";
        return $"{kind} {type.FullName}{inherits}";
    }

    public static IEnumerable<string> Members(Type type)
    {
        if (type.IsEnum)
            return Enum.GetNames(type).Select(name => $"{name} = {Convert.ToInt32(Enum.Parse(type, name))}");
        var accessors = type.GetProperties(Declared).SelectMany(p => p.GetAccessors()).ToHashSet();
        return
        [
            .. type.GetConstructors().Select(c => $"new({Parameters(c)})"),
            .. type.GetProperties(Declared).Select(Property),
            .. type.GetMethods(Declared).Where(m => !accessors.Contains(m)).Select(m => $"{Static(m)}{Name(m.ReturnType)} {m.Name}({Parameters(m)})"),
            .. type.GetFields(Declared).Select(f => $"field {Name(f.FieldType)} {f.Name}"),
            .. type.GetEvents(Declared).Select(e => $"event {Name(e.EventHandlerType!)} {e.Name}"),
        ];
    }

    static string Property(PropertyInfo property)
    {
        var access = (property.GetMethod is { IsPublic: true } ? "get; " : "") + (property.SetMethod is { IsPublic: true } ? "set; " : "");
        return $"{Static(property.GetAccessors()[0])}{Name(property.PropertyType)} {property.Name} {{ {access}}}";
    }

    static string Static(MethodInfo method) => method.IsStatic ? "static " : "";

    static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(Parameter));

    static string Parameter(ParameterInfo parameter)
    {
        var type = parameter.ParameterType;
        var text = type.IsByRef ? $"out {Name(type.GetElementType()!)} {parameter.Name}" : $"{Name(type)} {parameter.Name}";
        return parameter.HasDefaultValue ? $"{text} = {parameter.DefaultValue ?? "default"}" : text;
    }

    static string Name(Type type) =>
        Keywords.TryGetValue(type, out var keyword) ? keyword
        : Nullable.GetUnderlyingType(type) is { } value ? Name(value) + "?"
        : type.IsGenericType ? $"{type.Name[..type.Name.IndexOf('`')]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>"
        : type.Name;

    public static bool IsWritten(Type type) => !type.IsDefined(typeof(CompilerGeneratedAttribute));
}
