using BackpropAnimator.Benchmarks;
using BenchmarkDotNet.Running;

// dotnet run -c Release --project bench/BackpropAnimator.Benchmarks -- --filter '*'
// dotnet run -c Release --project bench/BackpropAnimator.Benchmarks -- compare SCENE OTHER
if (args is ["compare", var scene, var other]) SceneComparison.Run(scene, other);
else BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
