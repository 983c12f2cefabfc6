namespace NetGen;

/// <summary>What <see cref="DenseAttribute"/> and <see cref="DenseAttribute{TActivation}"/> share: how the layer's weights and biases start.</summary>
public abstract class DenseBaseAttribute : Attribute
{
    private protected DenseBaseAttribute(int units) => Units = units;

    /// <summary>The number of units, at least 1.</summary>
    public int Units { get; }

    /// <summary>The layer's name, by which its members, tensors and messages are called; <c>Dense1</c>, <c>Dense2</c>, ... unless set.</summary>
    public string? Name { get; set; }

    /// <summary>Whether the layer has biases; true unless set.</summary>
    public bool UseBias { get; set; } = true;

    /// <summary>
    /// For the rare case: the rows of the register tiles that the layer's products are cut into, 1 to 12; chosen by NetGen's cost model unless set. A vector width
    /// with too few registers gets the largest tile that fits. A network with such a layer takes its samples in rows, however small it is.
    /// </summary>
    public int TileRows { get; set; }

    /// <summary>For the rare case: the width of those register tiles in vectors, 1 to 6; chosen by NetGen's cost model unless set.</summary>
    public int TileVectors { get; set; }

    /// <summary>How the weights start; by the activation unless set.</summary>
    public Initializer Initializer { get; set; }

    /// <summary>An initializer of one's own for the weights: a type that implements <see cref="IInitializer"/>.</summary>
    public Type? InitializerType { get; set; }

    /// <summary>What the initializer's standard deviation is multiplied by; 1 unless set. See <see cref="NetGen.Gain"/>.</summary>
    public double Gain { get; set; } = 1;

    /// <summary>The standard deviation of <see cref="Initializer.Normal"/> and <see cref="Initializer.TruncatedNormal"/>, above 0.</summary>
    public double StandardDeviation { get; set; } = 1;

    /// <summary>The half-width of <see cref="Initializer.Uniform"/>, above 0.</summary>
    public double Limit { get; set; } = 1;

    /// <summary>The value of <see cref="Initializer.Constant"/>.</summary>
    public double Value { get; set; }

    /// <summary>The scale of <see cref="Initializer.VarianceScaling"/>, above 0.</summary>
    public double Scale { get; set; } = 1;

    /// <summary>The fan of <see cref="Initializer.VarianceScaling"/>.</summary>
    public FanMode Mode { get; set; }

    /// <summary>The distribution of <see cref="Initializer.VarianceScaling"/>.</summary>
    public Distribution Distribution { get; set; }

    /// <summary>How the biases start; zeros unless set.</summary>
    public Initializer BiasInitializer { get; set; }

    /// <summary>An initializer of one's own for the biases: a type that implements <see cref="IInitializer"/>.</summary>
    public Type? BiasInitializerType { get; set; }

    /// <summary>The standard deviation of the biases where <see cref="BiasInitializer"/> is normal or truncated normal, above 0.</summary>
    public double BiasStandardDeviation { get; set; } = 1;

    /// <summary>The half-width of the biases where <see cref="BiasInitializer"/> is uniform, above 0.</summary>
    public double BiasLimit { get; set; } = 1;

    /// <summary>The value of the biases where <see cref="BiasInitializer"/> is constant.</summary>
    public double BiasValue { get; set; }
}
