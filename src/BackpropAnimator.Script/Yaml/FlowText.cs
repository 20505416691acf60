using System.Text;

namespace BackpropAnimator.Script.Yaml;

/// <summary>
/// A value on one line, as YAML's flow style has it. Texts are shown without quotes: this is for people and for comparing.
/// </summary>
internal static class FlowText
{
    public static string Of(Node node)
    {
        var text = new StringBuilder();
        Write(node, text);
        return text.ToString();
    }

    static void Write(Node node, StringBuilder text)
    {
        switch (node)
        {
            case ScalarNode scalar:
                text.Append(scalar.Text);
                break;
            case SequenceNode list:
                text.Append('[');
                for (var i = 0; i < list.Items.Length; i++) Write(list.Items[i], i == 0 ? text : text.Append(", "));
                text.Append(']');
                break;
            case MappingNode keys:
                text.Append('{');
                for (var i = 0; i < keys.Entries.Length; i++)
                    Write(keys.Entries[i].Value, text.Append(i == 0 ? " " : ", ").Append(keys.Entries[i].Key.Text).Append(": "));
                text.Append(" }");
                break;
        }
    }
}
