using Microsoft.ML.OnnxRuntime;

namespace NetGen.Benchmarks.Peers;

/// <summary>A session of ONNX Runtime with our weights: one thread, input and output allocated once.</summary>
internal sealed class OnnxNetwork : IDisposable
{
    private static readonly string[] s_inputs = [OnnxModel.Input];
    private static readonly string[] s_outputs = [OnnxModel.Output];

    private readonly InferenceSession session;
    private readonly RunOptions options = new();
    private readonly OrtValue[] inputValues;
    private readonly OrtValue[] outputValues;

    /// <summary>Builds it.</summary>
    /// <param name="model">Our network.</param>
    /// <param name="inputs">[samples][inputs].</param>
    public OnnxNetwork(PeerModel model, float[] inputs)
    {
        using var settings = new SessionOptions
        {
            IntraOpNumThreads = 1,
            InterOpNumThreads = 1,
            ExecutionMode = ExecutionMode.ORT_SEQUENTIAL,
            GraphOptimizationLevel = GraphOptimizationLevel.ORT_ENABLE_ALL,
        };
        session = new InferenceSession(OnnxModel.Write(model), settings);
        var samples = inputs.Length / model.Layers[0].Inputs;
        Outputs = new float[samples * model.Layers[^1].Units];
        inputValues = [OrtValue.CreateTensorValueFromMemory(inputs, [samples, model.Layers[0].Inputs])];
        outputValues = [OrtValue.CreateTensorValueFromMemory(Outputs, [samples, model.Layers[^1].Units])];
    }

    /// <summary>What it predicted last.</summary>
    public float[] Outputs { get; }

    /// <summary>Predictions.</summary>
    public void Predict(int count)
    {
        for (var step = 0; step < count; step++)
        {
            session.Run(options, s_inputs, inputValues, s_outputs, outputValues);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        inputValues[0].Dispose();
        outputValues[0].Dispose();
        options.Dispose();
        session.Dispose();
    }
}
