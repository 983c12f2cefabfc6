using System.Globalization;
using System.Runtime.CompilerServices;
using Xunit;
using Xunit.v3;

namespace VerifyTests;

/// <summary>A verification that is still being described; it runs when it is awaited.</summary>
internal sealed class SettingsTask(Func<IReadOnlyList<SnapshotTarget>> targets, string sourceFile)
{
    private readonly List<Func<string, bool>> _removedLines = [];
    private string _directory = "";
    private object?[]? _parameters;

    /// <summary>Runs the verification.</summary>
    public static implicit operator Task(SettingsTask settings) => settings.ToTask();

    /// <summary>Keeps the snapshots in another folder than the test's.</summary>
    /// <param name="directory">The folder, relative to the test's.</param>
    public SettingsTask UseDirectory(string directory)
    {
        _directory = directory;
        return this;
    }

    /// <summary>Gives each case of a theory snapshots of its own.</summary>
    /// <param name="parameters">The values of the test method's parameters, in their order.</param>
    public SettingsTask UseParameters(params object?[] parameters)
    {
        _parameters = parameters;
        return this;
    }

    /// <summary>Leaves lines out of what is compared and kept.</summary>
    /// <param name="removeLine">Whether a line is left out.</param>
    public SettingsTask ScrubLines(Func<string, bool> removeLine)
    {
        _removedLines.Add(removeLine);
        return this;
    }

    /// <summary>Makes the verification awaitable.</summary>
    public TaskAwaiter GetAwaiter() => ToTask().GetAwaiter();

    /// <summary>Runs the verification.</summary>
    /// <exception cref="VerifyException">A snapshot is missing, different or stale.</exception>
    public Task ToTask()
    {
        var scrubbed = targets().Select(target => target with { Text = Scrub(target.Text) }).ToList();
        var directory = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(sourceFile)!, _directory));
        return SnapshotFiles.CompareAsync(directory, Prefix(), scrubbed);
    }

    private string Scrub(string text)
    {
        var lines = text.Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n');
        return string.Join('\n', lines.Where(line => !_removedLines.Any(removed => removed(line))));
    }

    // {TestClass}.{TestMethod}[_{param}={value}]
    private string Prefix()
    {
        if (TestContext.Current.TestMethod is not IXunitTestMethod test)
        {
            throw new InvalidOperationException("Verify must be called while a test runs: the snapshots' names come from the test's class and method.");
        }

        var type = test.TestClass.Class;
        var name = type.Name;
        for (var outer = type.DeclaringType; outer is not null; outer = outer.DeclaringType)
        {
            name = $"{outer.Name}.{name}";
        }

        var parameters = test.Method.GetParameters();
        var values = _parameters ?? [];
        if (parameters.Length != values.Length)
        {
            throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{name}.{test.MethodName} has {parameters.Length} parameters and UseParameters was given {values.Length} values; they must be as many, so that each case has snapshots of its own."));
        }

        var suffix = string.Concat(parameters.Zip(values, static (parameter, value) => $"_{parameter.Name}={Convert.ToString(value, CultureInfo.InvariantCulture) ?? "null"}"));
        return SnapshotFiles.ValidName($"{name}.{test.MethodName}{suffix}");
    }
}
