using NetGen.Serialization;
using NetGen.Tests.Training;
using Xunit;

namespace NetGen.Tests.Serialization;

public sealed class SaveTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("weights").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void ASaveReplacesTheOldFileAndLeavesNothingElse()
    {
        var path = Path.Combine(folder, "weights.safetensors");
        File.WriteAllText(path, "an older file, longer than the new one: " + new string('x', 10_000));
        WeightsFile.Save<SoftmaxRegression, int>(SoftmaxRegression.Create(1), path);
        Assert.Equal([path], Directory.GetFileSystemEntries(folder));
        Assert.Equal(SafetensorsBytes.Save(SoftmaxRegression.Create(1)), File.ReadAllBytes(path));
    }

    [Fact]
    public void AWriteThatFailsHalfWayLeavesTheOldFileWhole()
    {
        var path = Path.Combine(folder, "weights.safetensors");
        File.WriteAllText(path, "old");
        var exception = Assert.Throws<IOException>(() => AtomicFile.Write(path, stream =>
        {
            stream.Write(new byte[100_000]);
            throw new IOException("The disk is full.");
        }));
        Assert.Equal("The disk is full.", exception.Message);
        Assert.Equal("old", File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFileSystemEntries(folder));
    }

    [Fact]
    public void ATargetThatIsAFolderThrowsAndLeavesNothing()
    {
        var path = Directory.CreateDirectory(Path.Combine(folder, "weights")).FullName;
        var exception = Record.Exception(() => WeightsFile.Save<SoftmaxRegression, int>(SoftmaxRegression.Create(1), path));
        Assert.True(exception is IOException or UnauthorizedAccessException, exception?.ToString() ?? "The save succeeded.");
        Assert.Equal([path], Directory.GetFileSystemEntries(folder));
        Assert.Empty(Directory.GetFileSystemEntries(path));
    }

    [Fact]
    public void AFolderThatIsAFileThrows()
    {
        var file = Path.Combine(folder, "file");
        File.WriteAllText(file, "old");
        Assert.ThrowsAny<IOException>(() => WeightsFile.Save<SoftmaxRegression, int>(SoftmaxRegression.Create(1), Path.Combine(file, "weights")));
        Assert.Equal("old", File.ReadAllText(file));
    }

    [Fact]
    public void AFolderThatIsMissingThrows() => Assert.ThrowsAny<IOException>(
        () => WeightsFile.Save<SoftmaxRegression, int>(SoftmaxRegression.Create(1), Path.Combine(folder, "none", "weights")));

    [Fact]
    public void AStreamThatFailsIsTheCallersToSee() => Assert.Throws<NotSupportedException>(
        () => WeightsFile.Save<SoftmaxRegression, int>(SoftmaxRegression.Create(1), new ForwardOnlyStream([])));
}
