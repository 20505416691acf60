using System.Text.Json.Nodes;
using BackpropAnimator.Lessons;

namespace BackpropAnimator.Pages;

/// <summary>The words that the page's scripts say, by the names that they know them by; values go where {0} stands.</summary>
internal static class PageWords
{
    public static JsonObject Of(Words words)
    {
        var page = words.Page;
        return new()
        {
            ["heading"] = page.Heading, ["step"] = page.Step, ["back"] = page.Back, ["play"] = page.Play, ["pause"] = page.Pause,
            ["restart"] = page.Restart, ["learn"] = page.Learn, ["position"] = page.Position("{0}", "{1}"), ["at_input"] = page.AtInput,
            ["at_layer"] = page.AtLayer("{0}"), ["at_loss"] = page.AtLoss("{0}"), ["at_output"] = page.AtOutput("{0}"),
            ["at_hidden"] = page.AtHidden("{0}"), ["at_update"] = page.AtUpdate("{0}", "{1}"), ["knobs"] = page.Knobs,
            ["targets"] = page.Targets, ["learning_rate"] = page.LearningRate, ["activation"] = page.Activation, ["loss"] = page.Loss,
            ["example"] = page.Example, ["own_example"] = page.OwnExample, ["connection"] = page.Connection, ["weight"] = page.Weight,
            ["bias"] = page.Bias, ["pick_hint"] = page.PickHint, ["drag_hint"] = page.DragHint, ["rises"] = page.Rises,
            ["falls"] = page.Falls, ["still"] = page.Still, ["where_from"] = page.WhereFrom, ["update_rule"] = page.UpdateRule,
            ["train"] = page.Train, ["one_epoch"] = page.OneEpoch, ["stop"] = page.Stop, ["epoch"] = page.Epoch("{0}"),
            ["learn_from"] = page.LearnFrom, ["this_example"] = page.ThisExample, ["all_data"] = page.AllData("{0}"),
            ["diverged"] = page.Diverged, ["reset"] = page.Reset, ["numbers"] = page.Numbers,
            ["worksheet_progress"] = page.WorksheetProgress("{0}", "{1}"), ["right"] = page.Right, ["not_yet"] = page.NotYet,
            ["close"] = page.Close, ["check_sign"] = page.CheckSign, ["no_number"] = page.NoNumber, ["shown"] = page.Shown,
            ["link"] = page.Link, ["copied"] = page.Copied, ["failed"] = page.Failed("{0}"), ["network"] = page.Network,
            ["weight_of"] = page.WeightOf("{0}", "{1}"), ["gradient_of"] = page.GradientOf("{0}"),
            ["not_possible"] = page.NotPossible("{0}"), ["test_right"] = page.TestRight("{0}", "{1}"), ["ways"] = page.Ways("{0}"),
            ["inspect"] = words.Titles.Inspect, ["training"] = words.Titles.Train, ["error"] = words.Formula.RawError,
            ["backprop_sum"] = words.Formula.BackpropSum, ["slope"] = words.Formula.Slope, ["input"] = words.Network.Input,
            ["predictions"] = words.Train.Predictions, ["loss_in_words"] = words.Loss.InWords, ["epochs"] = words.Train.Epochs,
            ["predictions_right"] = words.Train.Right("{0}", "{1}"), ["loss_title"] = words.Loss.Title, ["forward"] = words.Titles.Forward,
            ["backward"] = words.Titles.Backward, ["update"] = words.Titles.WeightUpdate, ["more"] = words.Formula.More("{0}"),
            ["at_update_mean"] = page.AtUpdateMean("{0}", "{1}", "{2}"), ["mean_step"] = page.MeanStep("{0}"),
            ["step_from"] = page.StepFrom, ["batch_data"] = page.BatchData("{0}"), ["at_training"] = page.AtTraining,
            ["training_done"] = page.TrainingDone("{0}", "{1}", "{2}"), ["tap_hint"] = page.TapHint, ["swipe_hint"] = page.SwipeHint,
            ["legend_weight"] = page.LegendWeight, ["legend_gradient"] = page.LegendGradient, ["legend_learned"] = page.LegendLearned,
            ["legend_size"] = page.LegendSize, ["legend_negative"] = page.LegendNegative, ["legend_forward"] = page.LegendForward,
            ["legend_backward"] = page.LegendBackward, ["legend_step"] = page.LegendStep, ["not_a_number"] = page.NotANumber("{0}"),
            ["not_positive"] = page.NotPositive, ["one_unit"] = page.OneUnit, ["later"] = page.Later,
            ["softmax_needs"] = page.SoftmaxNeeds("{0}"), ["mean_short"] = words.Loss.MeanShort,
            ["map"] = page.Map, ["map_dots"] = page.MapDots,
        };
    }
}
