using System.Text;

namespace BackpropAnimator.Script.Diagnostics;

/// <summary>The spelling of names in a scene file: LearningRate, learningRate and learning-rate are learning_rate.</summary>
internal static class SnakeCase
{
    public static string Of(string name)
    {
        var snake = new StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            var c = name[i];
            if (char.IsUpper(c) && i > 0 && (char.IsLower(name[i - 1]) || char.IsDigit(name[i - 1]))) snake.Append('_');
            snake.Append(c is '-' or ' ' ? '_' : char.ToLowerInvariant(c));
        }
        return snake.ToString();
    }
}
