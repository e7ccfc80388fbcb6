using System.Text.Json;
using Bpm.Workflows.Comparison;

namespace Bpm.Workflows.Drawings.Pictures;

/// <summary>
/// The outermost flowchart of a version as the designer shows it, with what differs from another version marked. What lies inside a step is
/// marked at the step. Lengths in the designer's pixels, from the upper left corner.
/// </summary>
/// <param name="Boxes">Steps, in the order of the file.</param>
/// <param name="Lines">Connections between them.</param>
public sealed record Picture(IReadOnlyList<PictureBox> Boxes, IReadOnlyList<PictureLine> Lines, double Width, double Height)
{
    private const double Margin = 24;
    private const double DefaultWidth = 200;
    private const double DefaultHeight = 54;
    private const double Largest = 100_000;

    /// <summary>Draws a version by itself.</summary>
    public static Picture Of(DrawnDefinition drawn) => Of(drawn, new Dictionary<string, PictureState>(), [], PictureState.Same);

    /// <summary>Draws the older version: what is gone in the newer one is marked as removed.</summary>
    public static Picture OfOlder(DrawnDefinition drawn, DefinitionDifferences differences) => Of(
        drawn, Marks(drawn, differences.Removed, PictureState.Removed, differences), differences.ConnectionsRemoved, PictureState.Removed);

    /// <summary>Draws the newer version: what was not there in the older one is marked as added.</summary>
    public static Picture OfNewer(DrawnDefinition drawn, DefinitionDifferences differences) => Of(
        drawn, Marks(drawn, differences.Added, PictureState.Added, differences), differences.ConnectionsAdded, PictureState.Added);

    private static Picture Of(DrawnDefinition drawn, Dictionary<string, PictureState> marks, IReadOnlyList<ConnectionChange> connections, PictureState changed)
    {
        if (drawn.Activities.Count == 0)
            return new([], [], Margin, Margin);
        var root = drawn.Activities[0];
        var steps = drawn.Activities.Where(step => step.Parent == root.Path).ToList();
        if (steps.Count == 0)
            steps = [root];
        var boxes = steps.Select((step, place) => Box(step, place, marks.GetValueOrDefault(step.Id))).DistinctBy(box => box.Id).ToList();
        var bends = Bends(root);
        var (left, top) = (boxes.Min(box => box.X) - Margin, boxes.Min(box => box.Y) - Margin);
        boxes = [.. boxes.Select(box => box with { X = box.X - left, Y = box.Y - top })];
        var byId = boxes.ToDictionary(box => box.Id, StringComparer.Ordinal);
        var marked = connections.Select(connection => (connection.Source, connection.Port, connection.Target)).ToHashSet();
        var lines = drawn.Connections.Where(connection => connection.Container == root.Path && byId.ContainsKey(connection.Source) && byId.ContainsKey(connection.Target))
            .Select(connection => (connection.Source, connection.Port, connection.Target)).Distinct()
            .Select(ends => new PictureLine(
                ends.Source, ends.Port == "Done" ? "" : ends.Port, ends.Target,
                [Exit(byId[ends.Source]), .. bends.GetValueOrDefault(ends, []).Select(bend => (bend.X - left, bend.Y - top)), Entry(byId[ends.Target])],
                marked.Contains(ends) ? changed : PictureState.Same)).ToList();
        var points = lines.SelectMany(line => line.Points);
        return new(
            boxes, lines, boxes.Select(box => box.X + box.Width).Concat(points.Select(point => point.X)).Max() + Margin,
            boxes.Select(box => box.Y + box.Height).Concat(points.Select(point => point.Y)).Max() + Margin);
    }

    // The step itself, or the one of the outermost flowchart that holds it.
    private static Dictionary<string, PictureState> Marks(DrawnDefinition drawn, IReadOnlyList<StepChange> whole, PictureState state, DefinitionDifferences differences)
    {
        var marks = new Dictionary<string, PictureState>(StringComparer.Ordinal);
        var root = drawn.Activities.Count > 0 ? drawn.Activities[0].Path : "";
        var ids = differences.Changed.Select(step => step.Id).Concat(differences.Parts.Select(part => part.Id)).ToHashSet();
        foreach (var step in drawn.Activities.Where(step => ids.Contains(step.Id)))
            Mark(step.Path, PictureState.Changed);
        foreach (var step in whole)
            Mark(step.Path, state);
        return marks;

        void Mark(string path, PictureState how)
        {
            if (drawn.Find(path) is not { } step || path == root)
                return;
            var isInside = false;
            while (step.Parent != root && drawn.Find(step.Parent) is { } holder)
                (step, isInside) = (holder, true);
            if (!isInside || !marks.ContainsKey(step.Id))
                marks[step.Id] = isInside ? PictureState.Changed : how;
        }
    }

    private static PictureBox Box(DrawnActivity step, int place, PictureState state)
    {
        var designer = DrawnJson.Find(step.Json, "metadata", "designer");
        var x = Number(designer, "position", "x");
        var y = Number(designer, "position", "y");
        return new(
            step.Id, step.Name, step.Type, x ?? place * (DefaultWidth + (2 * Margin)), y ?? 0, Math.Max(Number(designer, "size", "width") ?? 0, DefaultWidth),
            Math.Max(Number(designer, "size", "height") ?? 0, DefaultHeight), state);
    }

    private static Dictionary<(string, string, string), List<(double X, double Y)>> Bends(DrawnActivity flowchart)
    {
        var bends = new Dictionary<(string, string, string), List<(double, double)>>();
        foreach (var connection in DrawnJson.Items(flowchart.Json, "connections"))
        {
            if (DrawnJson.Find(connection, "source", "activity") is { ValueKind: JsonValueKind.String } source && DrawnJson.Find(connection, "target", "activity") is { ValueKind: JsonValueKind.String } target)
            {
                bends[(source.GetString()!, DrawnJson.Find(connection, "source") is { } end ? DrawnJson.Text(end, "port") ?? "Done" : "Done", target.GetString()!)] =
                    [.. DrawnJson.Items(connection, "vertices").Select(bend => (Number(bend, "x") ?? 0, Number(bend, "y") ?? 0))];
            }
        }

        return bends;
    }

    private static (double X, double Y) Exit(PictureBox box) => (box.X + box.Width, box.Y + (box.Height / 2));

    private static (double X, double Y) Entry(PictureBox box) => (box.X, box.Y + (box.Height / 2));

    private static double? Number(JsonElement? json, params ReadOnlySpan<string> way) =>
        json is { } from && DrawnJson.Find(from, way) is { ValueKind: JsonValueKind.Number } value && value.TryGetDouble(out var number) && Math.Abs(number) <= Largest ? Math.Round(number, 1) : null;
}
