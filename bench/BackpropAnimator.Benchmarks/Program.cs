using BackpropAnimator.Benchmarks;
using BenchmarkDotNet.Running;

// dotnet run -c Release --project bench/BackpropAnimator.Benchmarks -- --filter '*'
// dotnet run -c Release --project bench/BackpropAnimator.Benchmarks -- compare SCENE OTHER
// dotnet run -c Release --project bench/BackpropAnimator.Benchmarks -- studio PROGRAM SCENE
if (args is ["compare", var scene, var other]) SceneComparison.Run(scene, other);
else if (args is ["studio", var program, var shown]) await StudioMeasure.RunAsync(program, shown);
else BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
