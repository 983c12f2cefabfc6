using System.ComponentModel;
using System.Runtime.InteropServices;

namespace NetGen.Products;

/// <summary>
/// Numbers as types: the rows and vectors of register tiles. Their size is the number, which the JIT knows while it reads a method's body: what a tile does not
/// have is not even looked at, and one body serves tiles of all sizes.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Size
{
    /// <summary>1.</summary>
    [StructLayout(LayoutKind.Sequential, Size = 1)]
    public readonly struct N1;

    /// <summary>2.</summary>
    [StructLayout(LayoutKind.Sequential, Size = 2)]
    public readonly struct N2;

    /// <summary>3.</summary>
    [StructLayout(LayoutKind.Sequential, Size = 3)]
    public readonly struct N3;

    /// <summary>4.</summary>
    [StructLayout(LayoutKind.Sequential, Size = 4)]
    public readonly struct N4;

    /// <summary>5.</summary>
    [StructLayout(LayoutKind.Sequential, Size = 5)]
    public readonly struct N5;

    /// <summary>6.</summary>
    [StructLayout(LayoutKind.Sequential, Size = 6)]
    public readonly struct N6;

    /// <summary>7.</summary>
    [StructLayout(LayoutKind.Sequential, Size = 7)]
    public readonly struct N7;

    /// <summary>8.</summary>
    [StructLayout(LayoutKind.Sequential, Size = 8)]
    public readonly struct N8;

    /// <summary>9.</summary>
    [StructLayout(LayoutKind.Sequential, Size = 9)]
    public readonly struct N9;

    /// <summary>10.</summary>
    [StructLayout(LayoutKind.Sequential, Size = 10)]
    public readonly struct N10;

    /// <summary>11.</summary>
    [StructLayout(LayoutKind.Sequential, Size = 11)]
    public readonly struct N11;

    /// <summary>12.</summary>
    [StructLayout(LayoutKind.Sequential, Size = 12)]
    public readonly struct N12;

    /// <summary>13.</summary>
    [StructLayout(LayoutKind.Sequential, Size = 13)]
    public readonly struct N13;

    /// <summary>14.</summary>
    [StructLayout(LayoutKind.Sequential, Size = 14)]
    public readonly struct N14;

    /// <summary>15.</summary>
    [StructLayout(LayoutKind.Sequential, Size = 15)]
    public readonly struct N15;

    /// <summary>16.</summary>
    [StructLayout(LayoutKind.Sequential, Size = 16)]
    public readonly struct N16;

    /// <summary>17.</summary>
    [StructLayout(LayoutKind.Sequential, Size = 17)]
    public readonly struct N17;

    /// <summary>18.</summary>
    [StructLayout(LayoutKind.Sequential, Size = 18)]
    public readonly struct N18;

    /// <summary>19.</summary>
    [StructLayout(LayoutKind.Sequential, Size = 19)]
    public readonly struct N19;

    /// <summary>20.</summary>
    [StructLayout(LayoutKind.Sequential, Size = 20)]
    public readonly struct N20;
}
