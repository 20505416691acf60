using System.Globalization;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using BackpropAnimator.Lab;
using BackpropAnimator.Lessons;
using BackpropAnimator.Network;
using BackpropAnimator.Script;
using BackpropAnimator.Typesetting;
using static BackpropAnimator.Pages.Markup;

namespace BackpropAnimator.Pages;

/// <summary>What a lesson's page says, in the scene's language.</summary>
internal sealed class PageContent(LessonNumbers numbers)
{
    readonly Scene scene = numbers.Scene;

    public Words Words { get; } = Words.Of(numbers.Scene.Language);

    public string Language => scene.Language;

    /// <summary>What there is to learn.</summary>
    public IEnumerable<XElement> Objectives() => scene.Phases.OfType<ObjectivesOptions>().Select(phase => Element(
        "section", Class("objectives"),
        Element("p", Rich(phase.Lead ?? Words.Objectives.Lead)),
        Element("ol", phase.Items.Select(item => Element("li", Rich(item))))));

    /// <summary>What comes below the network: questions, the worksheet, the video, the sources.</summary>
    /// <param name="video">Its address; null for none.</param>
    public IEnumerable<XElement> Lesson(string? video)
    {
        if (video is not null)
            yield return Section("video", Words.Page.Video, Element(
                "video", new XAttribute("controls", ""), new XAttribute("preload", "metadata"), new XAttribute("src", video)));
        QuestionOptions[] questions = [.. scene.Phases.OfType<QuestionOptions>()];
        if (questions.Length > 0) yield return Section("questions", Words.Titles.Question, questions.Select(Question));
        if (Worksheet.ProblemWith(scene) is null)
            yield return Section("worksheet", Words.Page.Worksheet, new WorksheetMarkup(numbers, Words).All());
        SourceScript[] sources = [.. scene.Phases.OfType<ReferencesOptions>().SelectMany(phase => phase.Items)];
        if (sources.Length > 0) yield return Section("references", Words.Titles.References, Element("ul", sources.Select(Source)));
    }

    /// <summary>Formulas that the scripts show, each in a template by its name.</summary>
    public IEnumerable<XElement> Formulas()
    {
        foreach (var activation in Activation.All.Select(ConfiguredAsInScene))
        {
            yield return Template($"activation-{activation.Name}", activation.Formula);
            yield return Template($"slope-{activation.Name}", activation switch
            {
                ElementwiseActivation curve => $"f'(z) = {curve.SlopeFormula("a", "z")}",
                LayerActivation whole => $@"\frac{{\partial a_j}}{{\partial z_k}} = {whole.JacobianFormula("k", "a_k")}",
                _ => throw new NotSupportedException(activation.Name),
            });
        }
        foreach (var loss in Loss.All)
        {
            yield return Template($"loss-{loss.Name}", $"L = {loss.Formula(@"\sum", @"\hat{y}", "y")}");
            yield return Template(
                $"error-{loss.Name}", $@"\frac{{\partial L}}{{\partial \hat{{y}}}} = {loss.SlopeFormula(@"\hat{y}", "y")}");
        }
        foreach (var (i, line) in numbers.Step.WorkingOf(new WeightAddress(0, 0, 0)).Index())
            yield return Template($"update-{i}", $"{line.Result.Symbol} {line.Relation} {line.Formula}");
    }

    /// <summary>What the scripts start from.</summary>
    public JsonObject Data() => new()
    {
        ["model"] = Model().ToJson(),
        ["words"] = PageWords.Of(Words),
        ["layers"] = Strings(Enumerable.Range(0, scene.Network.Layers.Length).Select(LayerName)),
        ["units"] = new JsonArray([.. Enumerable.Range(0, scene.Network.Layers.Length).Select(l =>
            (JsonNode)Strings(Enumerable.Range(0, scene.Network.Layers[l]).Select(j => UnitName(l, j))))]),
        ["inputs"] = Strings(scene.Network.Inputs),
        ["outputs"] = Strings(scene.OutputNames),
        ["activations"] = Named(Activation.All, one => one.Label),
        ["losses"] = Named(Loss.All, Words.KindOf),
        ["decimal"] = Words.Language.DecimalMark,
        ["plain_update"] = numbers.Step.Rule.IsPlain,
        ["update_lines"] = numbers.Step.WorkingOf(new WeightAddress(0, 0, 0)).Length,
        ["epochs"] = scene.Training.Epochs,
    };

    LabModel Model() => new()
    {
        Network = numbers.Network,
        Example = numbers.Example,
        Plan = numbers.Plan,
        TestSamples = numbers.TestSamples,
        HasData = !numbers.Samples.IsEmpty,
    };

    Activation ConfiguredAsInScene(Activation activation) =>
        scene.Network.Activations.FirstOrDefault(own => own.Name == activation.Name) ?? activation;

    static XElement Template(string name, string formula) =>
        Element("template", new XAttribute("id", $"formula-{name}"), FormulaMarkup.Of(formula, isDisplay: true));

    static XElement Section(string name, string title, params object[] content) =>
        Element("section", Class($"card {name}"), new XAttribute("id", name), Element("h2", title), content);

    XElement Question(QuestionOptions question) => Element(
        "div", Class("question"), Element("p", Rich(question.Text)),
        Element(
            "details", Element("summary", Words.Page.Answer), Element("p", Rich(question.Answer)),
            question.Formula is { } formula ? FormulaMarkup.Of(formula, isDisplay: true) : null));

    static XElement Source(SourceScript source) => Element(
        "li", Element("strong", string.Create(CultureInfo.InvariantCulture, $"{source.Authors} ({source.Year})")), " ",
        Element("cite", source.Title), source.Place is { } place ? $". {place}" : null);

    string LayerName(int l) => l == 0 ? Words.Network.Input
        : l == scene.Network.Layers.Length - 1 ? Words.Network.Output
        : scene.Network.Layers.Length == 3 ? Words.Network.Hidden
        : Words.Network.HiddenNumber(l);

    string UnitName(int l, int j)
    {
        var names = l == 0 ? scene.Network.Inputs : l == scene.Network.Layers.Length - 1 ? scene.OutputNames : [];
        if (!names.IsEmpty) return names[j];
        return l == 0 || l == scene.Network.Layers.Length - 1 || scene.Network.Layers.Length == 3
            ? Words.Network.Unit(LayerName(l), j + 1)
            : Words.Network.UnitOfHidden(l, j + 1);
    }

    static JsonArray Strings(IEnumerable<string> texts) => new([.. texts.Select(text => (JsonNode)text)]);

    static JsonObject Named<T>(IEnumerable<T> members, Func<T, string> label)
        where T : ICatalogued => new(members.Select(one => KeyValuePair.Create(one.Name, (JsonNode?)label(one))));
}
