namespace NetGen.Calibration;

/// <summary>Layers in the order in which they are usually put.</summary>
internal static class DeclaredLayers
{
    /// <summary>The same lines again and again.</summary>
    public static string Repeat(string lines, int times) => string.Concat(Enumerable.Repeat(lines, times));

    /// <summary>A dense layer, normalized before its activation.</summary>
    public static string Normalized(int width, string normalization, string activation) =>
        $"[Dense({width}, UseBias = false)]\n[{normalization}]\n[Activation(Activation.{activation})]\n";

    /// <summary>A residual block of two layers, its activations first, normalized or not.</summary>
    /// <param name="width">Units.</param>
    /// <param name="normalization">The kind of normalization; empty for none.</param>
    /// <param name="activation">The activation.</param>
    /// <param name="last">Further arguments of its last layer.</param>
    public static string Block(int width, string normalization, string activation, string last = "")
    {
        var normalize = normalization.Length == 0 ? "" : $"[{normalization}]\n";
        var half = $"{normalize}[Activation(Activation.{activation})]\n";
        return $"[BeginResidual]\n{half}[Dense({width}, Initializer = Initializer.HeNormal)]\n{half}[Dense({width}{(last.Length == 0 ? ", Initializer = Initializer.HeNormal" : last)})]\n[EndResidual]\n";
    }

    /// <summary>A number of such blocks in words.</summary>
    public static string Words(int blocks, int width, string normalization, string activation, string last)
    {
        var ends = last.Replace(", Initializer = Initializer.", ", ends with ", StringComparison.Ordinal).Replace("HeNormal, Gain = ", "gain ", StringComparison.Ordinal);
        return $"{blocks} residual blocks of 2 x ({(normalization.Length == 0 ? "" : normalization + ", ")}{activation}, {width}){ends}";
    }
}
