namespace NetGen.Initialization;

/// <summary>A distribution from which each element of a tensor is drawn by itself, as a structure so that the loop around it is compiled for it.</summary>
internal interface IDraw
{
    /// <summary>One element; takes exactly one number of the stream.</summary>
    float Next(ref RandomStream random);
}
