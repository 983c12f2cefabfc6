using NetGen;

/// <summary>A pre-activation block (He et al. 2016): normalization, ReLU, dense, dropout, and the input added at the end.</summary>
[NetworkBlock]
[BeginResidual]
[LayerNormalization]
[Activation(Activation.Relu)]
[Dense(48)]
[Dropout(0.1)]
[EndResidual]
public sealed class PreActivation;
