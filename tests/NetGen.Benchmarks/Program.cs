using System.Globalization;
using NetGen.Benchmarks;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
try
{
    var request = Request.Parse(args);
    if (request.LimitsToAvx2)
    {
        return NarrowRun.Start(args);
    }

    switch (request.Command)
    {
        case "render":
            TableCommand.Render();
            return 0;
        default:
            return TableCommand.Run(request);
    }
}
catch (ArgumentException exception)
{
    Console.Error.WriteLine(exception.Message);
    return 2;
}
