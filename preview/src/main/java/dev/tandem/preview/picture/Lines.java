package dev.tandem.preview.picture;

import dev.tandem.preview.picture.Architecture.Edge;
import dev.tandem.preview.picture.Architecture.Kind;
import dev.tandem.preview.picture.Drawing.Box;
import dev.tandem.preview.picture.Drawing.Line;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Arrows between boxes: straight to a neighbour, down to the next row, and else along a lane at the right side, one lane
 * for all arrows of one source, and below the boxes that are between the lane and an end.
 */
final class Lines {

    private static final int LANE = 9;
    private static final int MOST_LANES = 6;
    /** From one arrow's tip to that of the next at the same side of a box, pixels. */
    private static final int TIPS = 10;
    /** Below a row: under the labels of the arrows that go on to the next one, or where there is none. */
    private static final int BELOW_LABELS = 24;
    private static final int BELOW = 6;
    private static final int BESIDE = 14;

    private final Map<String, Box> boxes = new LinkedHashMap<>();
    private final Map<String, Integer> rowOf = new HashMap<>();
    private final Map<String, Integer> columnOf = new HashMap<>();
    private final Map<String, Integer> lanes = new HashMap<>();
    private final Map<String, Integer> leaving = new HashMap<>();
    private final Map<String, Integer> arriving = new HashMap<>();
    private final List<List<Box>> rows;
    private final List<Line> out = new ArrayList<>();
    private final int gutterX;

    private Lines(List<List<Box>> rows, int gutterX) {
        this.rows = rows;
        this.gutterX = gutterX;
        for (int r = 0; r < rows.size(); r++) {
            for (int c = 0; c < rows.get(r).size(); c++) {
                Box box = rows.get(r).get(c);
                boxes.put(box.node(), box);
                rowOf.put(box.node(), r);
                columnOf.put(box.node(), c);
            }
        }
    }

    /** Room for the lanes, pixels. */
    static int gutter(Architecture architecture) {
        long sources = architecture.edges().stream().map(Edge::from).distinct().count();
        return 12 + LANE * (int) Math.min(MOST_LANES, sources);
    }

    static List<Line> between(Architecture architecture, List<List<Box>> rows, int gutterX) {
        Lines lines = new Lines(rows, gutterX);
        // A way out of the network is said in words: an arrow up to the world would cross everything.
        Map<String, Set<String>> ports = new LinkedHashMap<>();
        architecture.edges().stream()
                .filter(e -> architecture.node(e.to()).filter(n -> n.kind() != Kind.INTERNET && n.kind() != Kind.PEER).isPresent())
                .forEach(e -> ports.computeIfAbsent(end(architecture, e.from()) + '\0' + end(architecture, e.to()),
                        k -> new LinkedHashSet<>()).add(e.port()));
        ports.forEach((ends, port) -> {
            String[] ids = ends.split("\0", 2);
            lines.arrow(ids[0], ids[1], String.join(", ", port));
        });
        return lines.out;
    }

    private static String end(Architecture architecture, String id) {
        return architecture.node(id).filter(n -> n.kind() == Kind.ENDPOINT).isPresent() ? Layout.ENDPOINTS : id;
    }

    private void arrow(String from, String to, String port) {
        Box a = boxes.get(from);
        Box b = boxes.get(to);
        if (a == null || b == null || from.equals(to)) {
            return;
        }
        String title = a.title() + " may call " + b.title() + ": " + port;
        int rows = rowOf.get(to) - rowOf.get(from);
        int columns = columnOf.get(to) - columnOf.get(from);
        if (rows == 0 && Math.abs(columns) == 1) {
            beside(a, b, port, title);
        } else if (rows == 1) {
            down(a, b, port, title);
        } else {
            around(from, a, b, port, title);
        }
    }

    private void beside(Box a, Box b, String port, String title) {
        boolean rightwards = a.x() < b.x();
        int level = Math.min(a.y(), b.y()) + (rightwards ? 30 : 58);
        int start = rightwards ? a.right() : a.x();
        int end = rightwards ? b.x() : b.right();
        out.add(new Line("M" + start + " " + level + " H" + end, digits(port), Math.min(start, end) + 8, level - 5, title));
    }

    private void down(Box a, Box b, String port, String title) {
        int nth = leaving.merge(a.node(), 1, Integer::sum) - 1;
        int from = Math.min(a.right() - 14, Math.max(a.x() + 14, Math.max(a.x() + 24, Math.min(b.middleX(), a.right() - 24)) + nth * 6));
        int to = Math.max(b.x() + 24, Math.min(b.right() - 24, from));
        int half = (a.bottom() + b.y()) / 2;
        out.add(new Line("M" + from + " " + a.bottom() + " C" + from + " " + half + " " + to + " " + half + " " + to + " " + b.y(),
                digits(port), from + 6, a.bottom() + 15, title));
    }

    private void around(String from, Box a, Box b, String port, String title) {
        int lane = lanes.computeIfAbsent(from, k -> lanes.size());
        int x = gutterX + 8 + LANE * (lane % MOST_LANES);
        int nth = arriving.merge(b.node(), 1, Integer::sum) - 1;
        int start = a.middleY() + 4 * lane;
        int end = Math.max(b.y() + TIPS, b.bottom() - 8 - TIPS * nth);
        String away = hidden(a, start) ? " H" + gap(a, lane) + " V" + below(a, lane) : "";
        String back = hidden(b, end) ? " V" + below(b, lane) + " H" + gap(b, nth) : "";
        out.add(new Line("M" + a.right() + " " + start + away + " H" + x + back + " V" + end + " H" + b.right(), "", x, end, title));
    }

    /** Whether other boxes are between the right side of this one, at a level, and the lanes. */
    private boolean hidden(Box box, int level) {
        return row(box).stream().anyMatch(other -> other.x() > box.x() && other.bottom() > level - TIPS);
    }

    private List<Box> row(Box box) {
        return rows.get(rowOf.get(box.node()));
    }

    /** A place between a box and the next one at its right. */
    private static int gap(Box box, int nth) {
        return box.right() + BESIDE + 6 * (nth % MOST_LANES);
    }

    /** A level below the row of a box. */
    private int below(Box box, int lane) {
        int next = rowOf.get(box.node()) + 1;
        boolean last = next == rows.size() || rows.get(next).get(0).node().isEmpty();
        return row(box).stream().mapToInt(Box::bottom).max().orElse(0) + (last ? BELOW : BELOW_LABELS) + lane % MOST_LANES;
    }

    /** Labels say the port only; titles and the table say the protocol. */
    private static String digits(String port) {
        return port.replaceAll("\\b(tcp|udp) ", "");
    }
}
