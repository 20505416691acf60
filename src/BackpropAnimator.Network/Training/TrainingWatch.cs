namespace BackpropAnimator.Network;

/// <summary>What accompanies a training that may take long.</summary>
/// <param name="Cancellation">Ends it, between two updates or between two groups of the samples that one takes.</param>
/// <param name="Tell">Is told after every update how many examples it has taken; on the thread that trains.</param>
public readonly record struct TrainingWatch(CancellationToken Cancellation, Action<int>? Tell = null);
