namespace NetGen.Benchmarks.Work;

/// <summary>Predictions of one network, written out for each as <see cref="TrainingLoop{TNetwork, TTarget}"/> is.</summary>
internal delegate void PredictionLoop<TNetwork>(TNetwork network, ReadOnlySpan<float> inputs, Span<float> outputs, int count);
