namespace NetGen;

/// <summary>A loss of one's own. Comes last.</summary>
/// <typeparam name="TLoss">The loss, a type that implements <see cref="ILoss"/>; the analyzer says so where it does not.</typeparam>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class LossAttribute<TLoss> : Attribute;
