using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace BackpropAnimator.Catalogs;

/// <summary>The words of one language: groups of texts, each text by its key, and what there is to know of the language itself.</summary>
internal sealed class WordsFile
{
    WordsFile(string path) => Path = path;

    public string Path { get; }

    /// <summary>The language's tag, which is the file's name.</summary>
    public string Tag => System.IO.Path.GetFileNameWithoutExtension(Path);

    /// <summary>In the order of the file.</summary>
    public List<Text> Texts { get; } = [];

    /// <summary>What keeps it from being read; null for nothing.</summary>
    public (string What, Mark Where)? Problem { get; private set; }

    public static WordsFile Read(string path, string source)
    {
        var file = new WordsFile(path);
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(source));
            foreach (var group in (YamlMappingNode)stream.Documents.Single().RootNode)
                foreach (var text in (YamlMappingNode)group.Value)
                    file.Texts.Add(Text.Of(((YamlScalarNode)group.Key).Value!, ((YamlScalarNode)text.Key).Value!, text.Value));
        }
        catch (YamlException e)
        {
            file.Problem = (e.Message, e.Start);
        }
        catch (Exception e) when (e is InvalidCastException or InvalidOperationException)
        {
            file.Problem = ("expected groups of words: keys with keys and texts below them", Mark.Empty);
        }
        return file;
    }

    /// <summary>The place of a text in the file, for the compiler's messages.</summary>
    public Location LocationOf(Mark mark)
    {
        var at = new LinePosition((int)Math.Max(0, mark.Line - 1), (int)Math.Max(0, mark.Column - 1));
        return Location.Create(Path, default, new(at, at));
    }

    /// <summary>A text of a language.</summary>
    internal sealed class Text
    {
        Text(string group, string key, Mark where) => (Group, Key, Where) = (group, key, where);

        public string Group { get; }

        public string Key { get; }

        public Mark Where { get; }

        /// <summary>As it is written, for one and for any other number; the same where it does not count anything.</summary>
        public string One { get; private set; } = "";

        /// <inheritdoc cref="One"/>
        public string Other { get; private set; } = "";

        /// <summary>Whether it has a form for one, and another.</summary>
        public bool IsPlural { get; private set; }

        public string Name => $"{Group}.{Key}";

        public static Text Of(string group, string key, YamlNode node)
        {
            var text = new Text(group, key, node.Start);
            if (node is YamlMappingNode forms)
            {
                (text.IsPlural, text.Other) = (true, ((YamlScalarNode)forms["other"]).Value!);
                text.One = forms.Children.TryGetValue("one", out var one) ? ((YamlScalarNode)one).Value! : text.Other;
            }
            else text.One = text.Other = ((YamlScalarNode)node).Value!;
            return text;
        }
    }
}
