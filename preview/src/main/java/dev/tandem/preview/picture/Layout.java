package dev.tandem.preview.picture;

import dev.tandem.preview.picture.Architecture.Kind;
import dev.tandem.preview.picture.Architecture.Network;
import dev.tandem.preview.picture.Architecture.Node;
import dev.tandem.preview.picture.Architecture.Part;
import dev.tandem.preview.picture.Architecture.Subnet;
import dev.tandem.preview.picture.Drawing.Box;
import dev.tandem.preview.picture.Drawing.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Lays a picture out in rows, outside first, then what a request meets on its way; as many boxes beside each other as the
 * width has room for. Pure.
 */
public final class Layout {

    /** The id of the box that stands for all endpoints together. */
    static final String ENDPOINTS = "endpoints";

    private static final int EDGE = 8;
    private static final int LEAST_BOX = 210;
    private static final int BETWEEN = 56;
    private static final int ROW_GAP = 44;
    private static final int BAND_TITLE = 22;

    private final Architecture architecture;
    private final int width;
    private final List<List<Box>> rows = new ArrayList<>();
    private final List<Frame> frames = new ArrayList<>();
    private int y = EDGE;
    private int left = EDGE;
    private int right;

    private Layout(Architecture architecture, int width) {
        this.architecture = architecture;
        this.width = width;
        this.right = width - EDGE;
    }

    /**
     * The drawing.
     *
     * @param width at least 300 pixels
     */
    public static Drawing of(Architecture architecture, int width) {
        return new Layout(architecture, width).draw();
    }

    private Drawing draw() {
        int gutter = Lines.gutter(architecture);
        row(Stream.concat(architecture.nodes(Kind.INTERNET).stream(), architecture.nodes(Kind.PEER).stream()).toList(), gutter + 2 * EDGE);
        int top = y;
        left += EDGE;
        right -= EDGE;
        y += BAND_TITLE + 6;
        ways();
        band("public subnets", true);
        row(architecture.nodes(Kind.LOAD_BALANCER), gutter);
        band("private subnets", false);
        row(Stream.concat(architecture.nodes(Kind.SERVICE).stream(), architecture.nodes(Kind.FUNCTION).stream()).toList(), gutter);
        row(architecture.nodes(Kind.DATABASE), gutter);
        endpoints(gutter);
        left -= EDGE;
        right += EDGE;
        if (!architecture.networks().isEmpty()) {
            y -= ROW_GAP - 14;
            frames.add(0, new Frame(left, top, right - left, y - top, title(), false));
            y += 16;
        }
        regional();
        List<Box> boxes = rows.stream().flatMap(List::stream).toList();
        return new Drawing(width, y + EDGE, frames, boxes, Lines.between(architecture, rows, right - EDGE - gutter));
    }

    private String title() {
        Network network = architecture.networks().get(0);
        String more = architecture.networks().size() == 1 ? "" : " and " + (architecture.networks().size() - 1) + " more";
        return Boxes.fitBold("VPC " + network.cidr() + more, width - 4 * EDGE);
    }

    /** What leads out of the network. */
    private void ways() {
        List<String> ways = architecture.networks().stream().flatMap(n -> n.ways().stream()).distinct().toList();
        if (!ways.isEmpty()) {
            captions("ways out  " + String.join(", ", ways));
        }
    }

    /** A text in as many bands as it takes. */
    private void captions(String text) {
        for (String line : Boxes.wrap(text, right - left - 16)) {
            frames.add(new Frame(left, y, right - left, BAND_TITLE, line, true));
            y += BAND_TITLE + 2;
        }
        y += 10;
    }

    /** A caption with the subnets of a tier. */
    private void band(String caption, boolean isPublic) {
        List<Subnet> subnets = architecture.networks().stream().flatMap(n -> n.subnets().stream())
                .filter(s -> s.isPublic() == isPublic).toList();
        if (!subnets.isEmpty()) {
            String zones = subnets.stream().map(s -> (s.cidr().isEmpty() ? s.label() : s.cidr())
                    + (s.zone().isEmpty() ? "" : " " + s.zone().replaceFirst(".*(\\d\\w)$", "$1")))
                    .collect(Collectors.joining(", "));
            captions(caption + "  " + zones);
        }
    }

    private void row(List<Node> nodes, int gutter) {
        int room = right - left - gutter;
        int beside = Math.max(1, Math.min(nodes.size(), (room + BETWEEN) / (LEAST_BOX + BETWEEN)));
        for (int at = 0; at < nodes.size(); at += beside) {
            List<Node> some = nodes.subList(at, Math.min(at + beside, nodes.size()));
            int box = Math.min(300, (room - (beside - 1) * BETWEEN) / beside);
            List<Box> row = new ArrayList<>();
            for (Node node : some) {
                row.add(Boxes.of(node, left + row.size() * (box + BETWEEN), y, box));
            }
            add(row);
        }
    }

    private void endpoints(int gutter) {
        List<Node> ends = architecture.nodes(Kind.ENDPOINT);
        if (!ends.isEmpty()) {
            List<Part> parts = ends.stream()
                    .map(e -> new Part(e.lines().contains("Interface") ? "interface endpoint" : "gateway endpoint", e.label()))
                    .toList();
            add(List.of(Boxes.of(ENDPOINTS, Optional.of(Kind.ENDPOINT), "Endpoints of AWS", List.of(), parts,
                    left, y, right - left - gutter)));
        }
    }

    private void regional() {
        if (!architecture.regional().isEmpty()) {
            add(List.of(Boxes.of("", Optional.empty(), "Shared in the region", List.of(),
                    architecture.regional(), left, y, right - left)));
            y -= ROW_GAP;
        }
    }

    private void add(List<Box> row) {
        rows.add(row);
        y = row.stream().mapToInt(Box::bottom).max().orElse(y) + ROW_GAP;
    }
}
