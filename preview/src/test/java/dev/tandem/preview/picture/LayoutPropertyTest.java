package dev.tandem.preview.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.preview.picture.Architecture.Edge;
import dev.tandem.preview.picture.Architecture.Kind;
import dev.tandem.preview.picture.Architecture.Network;
import dev.tandem.preview.picture.Architecture.Node;
import dev.tandem.preview.picture.Architecture.Part;
import dev.tandem.preview.picture.Architecture.Subnet;
import dev.tandem.preview.picture.Drawing.Box;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class LayoutPropertyTest {

    @Property(tries = 300)
    void nothingOverlapsAndNothingLeavesThePicture(
            @ForAll("architectures") Architecture architecture, @ForAll @IntRange(min = 300, max = 1400) int width) {
        Drawing drawing = Layout.of(architecture, width);

        for (Box box : drawing.boxes()) {
            assertThat(box.x()).isNotNegative();
            assertThat(box.right()).isLessThanOrEqualTo(drawing.width());
            assertThat(box.bottom()).isLessThanOrEqualTo(drawing.height());
            box.chips().forEach(c -> {
                assertThat(c.x() + c.width()).isLessThanOrEqualTo(box.right());
                assertThat(c.y() + Boxes.CHIP_HEIGHT).isLessThanOrEqualTo(box.bottom());
            });
        }
        for (Box a : drawing.boxes()) {
            for (Box b : drawing.boxes()) {
                assertThat(a == b || a.right() <= b.x() || b.right() <= a.x() || a.bottom() <= b.y() || b.bottom() <= a.y())
                        .as("%s and %s", a, b).isTrue();
            }
        }
    }

    @Property(tries = 100)
    void everyNodeIsThereAndEveryArrowBetweenThem(@ForAll("architectures") Architecture architecture) {
        Drawing drawing = Layout.of(architecture, 600);

        assertThat(drawing.boxes()).extracting(Box::node).containsAll(architecture.nodes().stream()
                .filter(n -> n.kind() != Kind.ENDPOINT).map(Node::id).toList());
        long arrows = architecture.edges().stream()
                .filter(e -> !e.from().equals(e.to()))
                .filter(e -> architecture.node(e.to()).filter(n -> n.kind().compareTo(Kind.PEER) > 0).isPresent())
                .map(e -> end(architecture, e.from()) + " " + end(architecture, e.to()))
                .filter(e -> !e.equals(Layout.ENDPOINTS + " " + Layout.ENDPOINTS)).distinct().count();
        assertThat(drawing.lines()).hasSize((int) arrows);
    }

    @Property(tries = 300)
    void noArrowAroundPassesBehindABox(@ForAll("architectures") Architecture architecture, @ForAll @IntRange(min = 300, max = 1400) int width) {
        Drawing drawing = Layout.of(architecture, width);

        drawing.lines().stream().filter(line -> line.path().contains(" V")).forEach(line -> {
            String[] steps = line.path().substring(1).split(" ");
            int x = Integer.parseInt(steps[0]);
            int y = Integer.parseInt(steps[1]);
            for (int i = 2; i < steps.length; i++) {
                int to = Integer.parseInt(steps[i].substring(1));
                int toX = steps[i].startsWith("H") ? to : x;
                int toY = steps[i].startsWith("V") ? to : y;
                assertThat(behind(drawing, Math.min(x, toX), Math.min(y, toY), Math.max(x, toX), Math.max(y, toY)))
                        .as("%s: %s", line.title(), line.path()).isEmpty();
                x = toX;
                y = toY;
            }
        });
    }

    private static List<Box> behind(Drawing drawing, int left, int top, int right, int bottom) {
        return drawing.boxes().stream().filter(box -> left < box.right() && right > box.x() && top < box.bottom() && bottom > box.y()).toList();
    }

    @Example
    void arrowsToOneBoxHaveTipsOfTheirOwn() {
        List<Node> nodes = new ArrayList<>();
        for (Kind kind : List.of(Kind.PEER, Kind.INTERNET, Kind.LOAD_BALANCER)) {
            nodes.add(new Node(kind.name(), kind, kind.name(), List.of(), List.of()));
        }
        nodes.add(new Node("auth", Kind.SERVICE, "auth", List.of("a", "b", "c"), List.of()));
        Drawing drawing = Layout.of(new Architecture(List.of(), nodes, List.of(
                new Edge("PEER", "auth", "tcp 1", "why"), new Edge("INTERNET", "auth", "tcp 1", "why")), List.of()), 600);

        List<Integer> tips = drawing.lines().stream().map(line -> Integer.valueOf(line.path().replaceFirst(".* V(\\d+) H\\d+$", "$1"))).toList();
        assertThat(tips).hasSize(2);
        assertThat(Math.abs(tips.get(0) - tips.get(1))).as("pixels between two tips of nine").isGreaterThan(9);
    }

    private static String end(Architecture architecture, String id) {
        return architecture.node(id).filter(n -> n.kind() == Kind.ENDPOINT).isPresent() ? Layout.ENDPOINTS : id;
    }

    @Provide
    Arbitrary<Architecture> architectures() {
        Arbitrary<String> names = Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(80);
        Arbitrary<Part> parts = Combinators.combine(Arbitraries.of("container", "table", "event bus"), names).as(Part::new);
        Arbitrary<List<Node>> nodes = Combinators.combine(Arbitraries.of(Kind.class), names, names.list().ofMaxSize(3), parts.list().ofMaxSize(8))
                .as((kind, label, lines, inside) -> new Node("", kind, label, lines, inside)).list().ofMaxSize(14)
                .map(list -> {
                    List<Node> out = new ArrayList<>();
                    list.forEach(n -> out.add(new Node("n" + out.size(), n.kind(), n.label(), n.lines(), n.parts())));
                    return out;
                });
        Arbitrary<List<Network>> networks = names.map(n -> new Network(n, n, "10.0.0.0/16",
                List.of(new Subnet(n, "10.0.0.0/24", "eu-central-1a", true), new Subnet(n, "", "", false)), List.of("gateway"))).list().ofMaxSize(2);
        return Combinators.combine(networks, nodes, parts.list().ofMaxSize(20), Arbitraries.integers().between(0, 13).list().ofMaxSize(40))
                .as((n, all, regional, ends) -> new Architecture(n, all, edges(all, ends), regional));
    }

    private static List<Edge> edges(List<Node> nodes, List<Integer> ends) {
        List<Edge> edges = new ArrayList<>();
        for (int i = 0; i + 1 < ends.size() && !nodes.isEmpty(); i += 2) {
            edges.add(new Edge(nodes.get(ends.get(i) % nodes.size()).id(), nodes.get(ends.get(i + 1) % nodes.size()).id(), "tcp 1", "why"));
        }
        return edges;
    }
}
