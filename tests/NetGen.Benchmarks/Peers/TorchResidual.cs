using TorchSharp;
using static TorchSharp.torch;

namespace NetGen.Benchmarks.Peers;

/// <summary>x + body(x).</summary>
internal sealed class TorchResidual : nn.Module<Tensor, Tensor>
{
    private readonly nn.Module<Tensor, Tensor> body;

    /// <summary>Around a body.</summary>
    public TorchResidual(nn.Module<Tensor, Tensor> body)
        : base(nameof(TorchResidual))
    {
        this.body = body;
        RegisterComponents();
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor input) => input + body.forward(input);
}
