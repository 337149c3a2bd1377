package dev.tandem.preview.html;

import dev.tandem.preview.picture.Architecture;
import dev.tandem.preview.picture.Architecture.Edge;
import dev.tandem.preview.picture.Architecture.Node;
import dev.tandem.preview.picture.Drawing;
import dev.tandem.preview.picture.Drawing.Box;
import dev.tandem.preview.picture.Layout;
import java.util.Locale;

/** The architecture of a stack: a picture for wide windows, one for narrow ones, and the same as a table for everybody. */
final class PictureSvg {

    private static final int WIDE = 600;
    private static final int NARROW = 340;

    private PictureSvg() {}

    static void write(Html html, String stack, Architecture architecture) {
        if (architecture.isEmpty()) {
            html.element("p", "Nothing in this plan that could be drawn.");
            return;
        }
        drawing(html, stack, Layout.of(architecture, WIDE), "wide");
        drawing(html, stack, Layout.of(architecture, NARROW), "narrow");
        table(html, stack, architecture);
    }

    private static void drawing(Html html, String stack, Drawing drawing, String room) {
        String id = "arrow-" + Html.id(stack) + "-" + room;
        html.raw("<svg class=\"picture " + room + "\" role=\"img\" aria-label=\"Architecture of ").text(stack)
                .raw(", described by the table below\" viewBox=\"0 0 " + drawing.width() + " " + drawing.height() + "\" width=\""
                        + drawing.width() + "\" height=\"" + drawing.height() + "\"><defs><marker id=\"" + id
                        + "\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerWidth=\"7\" markerHeight=\"7\" orient=\"auto\">"
                        + "<path d=\"M0 0 L8 4 L0 8 z\" class=\"tip\"/></marker></defs>");
        drawing.frames().forEach(f -> html.raw("<rect class=\"" + (f.band() ? "band" : "frame") + "\"")
                .raw(place(f.x(), f.y(), f.width(), f.height())).raw(" rx=\"6\"/>"));
        drawing.lines().forEach(l -> {
            html.raw("<path class=\"flow\" d=\"" + l.path() + "\" marker-end=\"url(#" + id + ")\"><title>").text(l.title())
                    .raw("</title></path>");
            if (!l.label().isEmpty()) {
                html.raw(at(l.x(), l.y(), "port")).text(l.label()).raw("</text>");
            }
        });
        // Captions stand above the lines, with a rim of their background.
        drawing.frames().forEach(f -> html.raw(at(f.x() + 8, f.y() + 16, f.band() ? "caption" : "frame-title"))
                .text(f.title()).raw("</text>"));
        drawing.boxes().forEach(b -> box(html, b));
        html.raw("</svg>");
    }

    private static void box(Html html, Box box) {
        String kind = box.kind().map(k -> k.name().toLowerCase(Locale.ROOT).replace('_', '-')).orElse("region");
        html.raw("<g class=\"box " + kind + "\"><rect").raw(place(box.x(), box.y(), box.width(), box.height())).raw(" rx=\"5\"/>")
                .raw(at(box.x() + 10, box.y() + 18, "title")).text(box.title()).raw("</text>");
        for (int i = 0; i < box.lines().size(); i++) {
            html.raw(at(box.x() + 10, box.y() + 36 + 16 * i, "line")).text(box.lines().get(i)).raw("</text>");
        }
        box.chips().forEach(c -> html.raw("<g class=\"chip " + Html.id(c.type()) + "\"><title>").text(c.type())
                .raw("</title><rect").raw(place(c.x(), c.y(), c.width(), 20)).raw(" rx=\"3\"/>")
                .raw(at(c.x() + 6, c.y() + 14, "part")).text(c.text()).raw("</text></g>"));
        html.raw("</g>");
    }

    private static String place(int x, int y, int width, int height) {
        return " x=\"" + x + "\" y=\"" + y + "\" width=\"" + width + "\" height=\"" + height + "\"";
    }

    private static String at(int x, int y, String style) {
        return "<text x=\"" + x + "\" y=\"" + y + "\" class=\"" + style + "\">";
    }

    private static void table(Html html, String stack, Architecture architecture) {
        html.raw("<details><summary>Who may talk to whom in ").text(stack).raw("</summary><div class=\"scroll\" tabindex=\"0\" "
                + "role=\"region\" aria-label=\"Connections of ").text(stack).raw("\"><table>")
                .head("From", "To", "Port", "Why").raw("<tbody>");
        for (Edge edge : architecture.edges()) {
            html.raw("<tr>").cell(label(architecture, edge.from())).cell(label(architecture, edge.to())).cell(edge.port())
                    .cell(edge.why()).raw("</tr>");
        }
        html.raw("</tbody></table></div></details>");
    }

    private static String label(Architecture architecture, String id) {
        return architecture.node(id).map(Node::label).orElse(id);
    }
}
