using BenchmarkDotNet.Running;

// dotnet run -c Release --project bench/BackpropAnimator.Benchmarks -- --filter '*'
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
