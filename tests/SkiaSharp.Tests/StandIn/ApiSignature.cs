using System.Reflection;
using System.Text.RegularExpressions;

namespace SkiaSharp.Tests.StandIn;

/// <summary>Types and members written as PublicApi.txt writes them.</summary>
static partial class ApiSignature
{
    const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>Evens out what the list spells in more than one way: reference parameters, enum and Boolean defaults.</summary>
    public static string Normalize(string line) =>
        EnumDefault().Replace(line.Trim(), match => "= " + (int)Enum.Parse(Type.GetType($"SkiaSharp.{match.Groups[1]}, SkiaSharp")!, match.Groups[2].Value))
            .Replace("(in ", "(ref ").Replace(", in ", ", ref ").Replace("= true", "= True").Replace("= false", "= False");

    [GeneratedRegex(@"= (SK\w+)\.(\w+)")]
    private static partial Regex EnumDefault();

    // A class without public constructors may be abstract here and not there: nobody outside can tell.
    public static string Of(Type type)
    {
        if (type.IsEnum) return $"enum {type.FullName}";
        if (type.IsValueType) return $"struct {type.FullName}";
        var isAbstract = type.IsAbstract && (type == typeof(SKObject) || type == typeof(SKNativeObject));
        return (isAbstract ? "abstract class " : "class ") + type.FullName + (type.BaseType == typeof(object) ? "" : $" : {type.BaseType!.Name}");
    }

    public static IEnumerable<string> MembersOf(Type type)
    {
        if (type.IsEnum) return Enum.GetValues(type).Cast<object>().Select(value => $"{value} = {(int)value}");
        var methods = type.GetMethods(Declared).Where(method => !IsAccessor(method) && !IsObjectsOrEquatable(method)).Select(Of);
        return type.GetConstructors(Declared).Select(constructor => $"new({Parameters(constructor)})")
            .Concat(type.GetFields(Declared).Select(field => $"{(field.IsStatic ? "static " : "")}{(field.IsInitOnly ? "readonly " : "")}field {Name(field.FieldType)} {field.Name}"))
            .Concat(type.GetProperties(Declared).Select(Of))
            .Concat(methods);
    }

    static bool IsAccessor(MethodInfo method) => method.IsSpecialName && !method.Name.StartsWith("op_", StringComparison.Ordinal);

    static bool IsObjectsOrEquatable(MethodInfo method) =>
        method.GetBaseDefinition().DeclaringType is { } origin && (origin == typeof(object) || origin == typeof(ValueType)) ||
        method.Name == "Equals" && method.GetParameters() is [var other] && other.ParameterType == method.DeclaringType;

    static string Of(PropertyInfo property)
    {
        var isStatic = property.GetAccessors()[0].IsStatic ? "static " : "";
        var accessors = (property.GetGetMethod() == null ? "" : "get; ") + (property.GetSetMethod() == null ? "" : "set; ");
        return $"{isStatic}{Name(property.PropertyType)} {property.Name} {{ {accessors}}}";
    }

    static string Of(MethodInfo method)
    {
        var generic = method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(Name))}>" : "";
        return $"{(method.IsStatic ? "static " : "")}{Name(method.ReturnType)} {method.Name}{generic}({Parameters(method)})";
    }

    static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(parameter =>
    {
        var way = !parameter.ParameterType.IsByRef ? "" : parameter.IsOut ? "out " : "ref ";
        return $"{way}{Name(parameter.ParameterType)} {parameter.Name}{Default(parameter)}";
    }));

    static string Default(ParameterInfo parameter) => !parameter.HasDefaultValue ? "" : parameter.DefaultValue switch
    {
        null => " = default",
        Enum value => $" = {Convert.ToInt32(value)}",
        var value => $" = {value}",
    };

    static string Name(Type type)
    {
        if (type.IsByRef) return Name(type.GetElementType()!);
        if (type.IsArray) return Name(type.GetElementType()!) + "[]";
        if (Nullable.GetUnderlyingType(type) is { } inner) return Name(inner) + "?";
        if (type.IsGenericType) return $"{type.Name[..type.Name.IndexOf('`')]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>";
        return Type.GetTypeCode(type.IsEnum ? typeof(Enum) : type) switch
        {
            TypeCode.Boolean => "bool",
            TypeCode.Byte => "byte",
            TypeCode.UInt16 => "ushort",
            TypeCode.Int32 => "int",
            TypeCode.UInt32 => "uint",
            TypeCode.Int64 => "long",
            TypeCode.Single => "float",
            TypeCode.String => "string",
            _ when type == typeof(void) => "void",
            _ when type == typeof(object) => "object",
            _ when type == typeof(nint) => "nint",
            _ => type.Name,
        };
    }
}
