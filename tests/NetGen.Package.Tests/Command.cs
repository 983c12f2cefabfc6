using System.Diagnostics;
using System.Text;

namespace NetGen.Package.Tests;

/// <summary>Runs programs as a user's shell would, away from whatever the test run itself has set for builds.</summary>
internal static class Command
{
    // Set by the SDK for its children: a build that inherits them takes this run's tools and options for its own.
    private static readonly string[] Inherited = ["MSBuildSDKsPath", "MSBuildExtensionsPath", "MSBuildLoadMicrosoftTargetsReadOnly", "MSBUILD_EXE_PATH"];

    /// <summary>Runs the SDK that runs these tests.</summary>
    public static Task<CommandResult> DotnetAsync(string folder, CancellationToken cancellation, params IReadOnlyList<string> arguments) =>
        RunAsync(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", folder, cancellation, arguments);

    /// <summary>Runs a program to its end and returns what it wrote to both streams.</summary>
    public static async Task<CommandResult> RunAsync(string program, string folder, CancellationToken cancellation, params IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var name in Inherited)
        {
            start.Environment.Remove(name);
        }

        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_NOLOGO"] = "1";
        // Nodes and compiler servers that outlive the command would keep the temporary folder in use.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        start.Environment["UseSharedCompilation"] = "false";

        using var process = Process.Start(start)!;
        var output = new StringBuilder();
        void Append(object sender, DataReceivedEventArgs line)
        {
            lock (output)
            {
                output.AppendLine(line.Data);
            }
        }

        process.OutputDataReceived += Append;
        process.ErrorDataReceived += Append;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            await process.WaitForExitAsync(cancellation);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        return new CommandResult(process.ExitCode, output.ToString());
    }
}
