using TorchSharp;
using static TorchSharp.torch;

namespace NetGen.Benchmarks.Peers;

/// <summary>A network of TorchSharp's with our weights, and one batch to work on.</summary>
internal sealed class TorchNetwork : IDisposable
{
    private readonly nn.Module<Tensor, Tensor> module;
    private readonly Tensor inputs;
    private readonly Tensor? targets;
    private readonly Func<Tensor, Tensor, Tensor> loss;
    private readonly optim.Optimizer? optimizer;

    /// <summary>Builds it.</summary>
    /// <param name="model">Our network.</param>
    /// <param name="inputs">[samples][inputs].</param>
    /// <param name="targets">Class indices for a softmax cross-entropy, otherwise [samples][outputs]; null where nothing is trained.</param>
    /// <param name="optimizer">Which optimizer; null where no step is taken.</param>
    public TorchNetwork(PeerModel model, float[] inputs, Array? targets, PeerOptimizer? optimizer)
        : this(nn.Sequential(model.Layers.SelectMany(Modules)), model.Loss, model.Layers[0].Inputs, model.Layers[^1].Units, inputs, targets, optimizer)
    {
    }

    /// <summary>The same with a module of any kind.</summary>
    /// <param name="module">The module; owned from now on.</param>
    /// <param name="lossName">Our loss by its name.</param>
    /// <param name="inputSize">Values per sample in.</param>
    /// <param name="outputSize">Values per sample out.</param>
    /// <param name="inputs">[samples][inputs].</param>
    /// <param name="targets">As above.</param>
    /// <param name="optimizer">As above.</param>
    public TorchNetwork(nn.Module<Tensor, Tensor> module, string lossName, int inputSize, int outputSize, float[] inputs, Array? targets, PeerOptimizer? optimizer)
    {
        var samples = inputs.Length / inputSize;
        this.module = module;
        this.inputs = tensor(inputs, [samples, inputSize]);
        this.targets = targets switch
        {
            null => null,
            int[] classes => tensor(Array.ConvertAll(classes, static index => (long)index)),
            float[] values => tensor(values, [samples, outputSize]),
            _ => throw new NotSupportedException($"Targets of the type {targets.GetType()} were given; TorchSharp is given int or float."),
        };
        loss = lossName switch
        {
            "SoftmaxCrossEntropy" => static (output, target) => nn.functional.cross_entropy(output, target),
            "MeanSquaredError" => static (output, target) => nn.functional.mse_loss(output, target),
            _ => throw new NotSupportedException($"The loss {lossName} has no counterpart here; add it beside the two that have."),
        };
        this.optimizer = optimizer?.IsAdam switch
        {
            null => null,
            true => optim.Adam(module.parameters(), optimizer.LearningRate),
            false => optim.SGD(module.parameters(), optimizer.LearningRate),
        };
    }

    /// <summary>Steps of training.</summary>
    /// <returns>The loss before the last of them.</returns>
    public float Train(int count)
    {
        var last = float.NaN;
        for (var step = 0; step < count; step++)
        {
            using var scope = NewDisposeScope();
            optimizer!.zero_grad();
            var value = loss(module.forward(inputs), targets!);
            value.backward();
            optimizer.step();
            last = step == count - 1 ? value.item<float>() : last;
        }

        return last;
    }

    /// <summary>The loss and its gradients, without an update.</summary>
    public void Differentiate(int count)
    {
        for (var step = 0; step < count; step++)
        {
            using var scope = NewDisposeScope();
            module.zero_grad();
            loss(module.forward(inputs), targets!).backward();
        }
    }

    /// <summary>Predictions.</summary>
    public void Predict(int count)
    {
        using var mode = inference_mode();
        for (var step = 0; step < count; step++)
        {
            using var scope = NewDisposeScope();
            _ = module.forward(inputs);
        }
    }

    /// <summary>What it predicts.</summary>
    public float[] Outputs()
    {
        using var mode = inference_mode();
        using var scope = NewDisposeScope();
        return [.. module.forward(inputs).data<float>()];
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        optimizer?.Dispose();
        module.Dispose();
        inputs.Dispose();
        targets?.Dispose();
    }

    private static IEnumerable<nn.Module<Tensor, Tensor>> Modules(PeerLayer layer)
    {
        var linear = nn.Linear(layer.Inputs, layer.Units, layer.Bias is not null);
        using (no_grad())
        {
            using var weights = tensor(layer.Weights, [layer.Units, layer.Inputs]);
            linear.weight.copy_(weights);
            if (layer.Bias is not null)
            {
                using var bias = tensor(layer.Bias);
                linear.bias!.copy_(bias);
            }
        }

        yield return linear;
        switch (layer.Activation)
        {
            case "Identity":
                break;
            case "Relu":
                yield return nn.ReLU();
                break;
            case "Tanh":
                yield return nn.Tanh();
                break;
            default:
                throw new NotSupportedException($"The activation {layer.Activation} has no counterpart here; add it beside the two that have.");
        }
    }
}
