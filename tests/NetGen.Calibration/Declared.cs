namespace NetGen.Calibration;

/// <summary>Arguments of layers, as they are written in declarations.</summary>
internal static class Declared
{
    public const string NormalOne = ", Initializer = Initializer.Normal, StandardDeviation = 1";
    public const string Glorot = ", Initializer = Initializer.GlorotNormal";
    public const string He = ", Initializer = Initializer.HeNormal";
    public const string Torch = ", Initializer = Initializer.TorchDefault";
    public const string Centred = ", Initializer = Initializer.CentredLogistic";
    public const string Geron = ", Gain = Gain.GeronTanh";
    public const string Exact = ", Gain = Gain.Exact";
    public const string Sigmoid = "Activation.Sigmoid";
    public const string Tanh = "Activation.Tanh";
    public const string Relu = "Activation.Relu";
}
