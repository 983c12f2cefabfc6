namespace NetGen.Benchmarks.Work;

/// <summary>Whom we are compared with.</summary>
internal enum Peer
{
    /// <summary>TorchSharp on libtorch.</summary>
    Torch,

    /// <summary>ONNX Runtime.</summary>
    Onnx,
}
