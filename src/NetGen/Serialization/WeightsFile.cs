using System.Globalization;
using NetGen.Serialization;

namespace NetGen;

/// <summary>
/// Weights in the safetensors format: every tensor, of parameters and of state, in single precision under PyTorch's names and shapes, with the network's name, architecture and
/// fingerprint in the metadata. Bits survive the way there and back, NaN and infinities included; training refuses those, files do not.
/// </summary>
public static class WeightsFile
{
    /// <summary>
    /// Saves a network's parameters and state. They are written to a temporary file in the same folder and on the disk before it takes the name, so that a save that
    /// fails leaves the old file as it was and nothing beside it.
    /// </summary>
    /// <typeparam name="TNetwork">The network.</typeparam>
    /// <typeparam name="TTarget">Its targets.</typeparam>
    /// <param name="network">The network.</param>
    /// <param name="path">The file; replaced where it exists. Its folder must exist.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written, or is a folder.</exception>
    public static void Save<TNetwork, TTarget>(TNetwork network, string path)
        where TNetwork : class, INetwork<TNetwork, TTarget>
        where TTarget : unmanaged
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentException.ThrowIfNullOrEmpty(path);
        AtomicFile.Write(path, stream => Save<TNetwork, TTarget>(network, stream));
    }

    /// <summary>Writes a network's parameters and state to a stream, from where it stands; it is neither flushed nor closed.</summary>
    /// <typeparam name="TNetwork">The network.</typeparam>
    /// <typeparam name="TTarget">Its targets.</typeparam>
    /// <param name="network">The network.</param>
    /// <param name="stream">A stream that can be written.</param>
    public static void Save<TNetwork, TTarget>(TNetwork network, Stream stream)
        where TNetwork : class, INetwork<TNetwork, TTarget>
        where TTarget : unmanaged
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(stream);
        SafetensorsWriter.Write(
            stream, new NetworkIdentity(TNetwork.Name, TNetwork.Architecture, TNetwork.Fingerprint), TNetwork.Tensors, network.Parameters, network.State);
    }

    /// <summary>
    /// Loads a network's parameters and state. The file must hold exactly the network's tensors, in any order; a fingerprint, where the file has one, must be the
    /// network's. Parameters and state stay as they are unless all of both load.
    /// </summary>
    /// <typeparam name="TNetwork">The network.</typeparam>
    /// <typeparam name="TTarget">Its targets.</typeparam>
    /// <param name="network">The network.</param>
    /// <param name="path">The file.</param>
    /// <exception cref="WeightsFormatException">The file is damaged or belongs to another network.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static void Load<TNetwork, TTarget>(TNetwork network, string path)
        where TNetwork : class, INetwork<TNetwork, TTarget>
        where TTarget : unmanaged
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentException.ThrowIfNullOrEmpty(path);
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
        try
        {
            Load<TNetwork, TTarget>(network, stream);
        }
        catch (WeightsFormatException exception)
        {
            throw new WeightsFormatException(
                exception.Error, string.Create(CultureInfo.InvariantCulture, $"'{path}' was not loaded. {exception.Message}"), exception);
        }
    }

    /// <summary>
    /// Reads a network's parameters and state from a stream, from where it stands to its end, under the rules of <see cref="Load{TNetwork,TTarget}(TNetwork,string)"/>;
    /// it is not closed.
    /// </summary>
    /// <typeparam name="TNetwork">The network.</typeparam>
    /// <typeparam name="TTarget">Its targets.</typeparam>
    /// <param name="network">The network.</param>
    /// <param name="stream">A stream that can be read; it need not be seekable.</param>
    /// <exception cref="WeightsFormatException">The bytes are damaged or belong to another network.</exception>
    public static void Load<TNetwork, TTarget>(TNetwork network, Stream stream)
        where TNetwork : class, INetwork<TNetwork, TTarget>
        where TTarget : unmanaged
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(stream);
        var reader = new SafetensorsReader(
            stream, new NetworkIdentity(TNetwork.Name, TNetwork.Architecture, TNetwork.Fingerprint), TNetwork.Tensors);
        var (parameters, state) = reader.Read(network.Parameters.Length, network.State.Length);
        parameters.CopyTo(network.Parameters);
        state.CopyTo(network.State);
    }
}
