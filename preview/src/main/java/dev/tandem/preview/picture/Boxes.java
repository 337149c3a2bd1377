package dev.tandem.preview.picture;

import dev.tandem.preview.picture.Architecture.Kind;
import dev.tandem.preview.picture.Architecture.Node;
import dev.tandem.preview.picture.Architecture.Part;
import dev.tandem.preview.picture.Drawing.Box;
import dev.tandem.preview.picture.Drawing.Chip;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Boxes of a given width, as high as what is in them. Texts are wrapped; titles and words that do not fit are cut with an ellipsis. */
final class Boxes {

    static final int PAD = 10;
    static final int CHIP_HEIGHT = 20;
    private static final int TITLE_HEIGHT = 24;
    private static final int LINE_HEIGHT = 16;
    private static final int GAP = 5;
    /** Wider than the letters of common fonts at 12 px, so that no text leaves its box. */
    private static final double LETTER = 7.5;
    private static final double BOLD = 1.17;

    private Boxes() {}

    static Box of(Node node, int x, int y, int width) {
        return of(node.id(), Optional.of(node.kind()), node.label(), node.lines(), node.parts(), x, y, width);
    }

    static Box of(String id, Optional<Kind> kind, String title, List<String> lines, List<Part> parts, int x, int y, int width) {
        int inner = width - 2 * PAD;
        List<String> cut = lines.stream().flatMap(l -> wrap(l, inner).stream()).toList();
        int top = y + TITLE_HEIGHT + cut.size() * LINE_HEIGHT + 4;
        List<Chip> chips = chips(parts, x + PAD, top, inner);
        int bottom = chips.isEmpty() ? top : chips.get(chips.size() - 1).y() + CHIP_HEIGHT;
        return new Box(x, y, width, bottom + PAD - 2 - y, id, kind, fitBold(title, inner), cut, chips);
    }

    private static List<Chip> chips(List<Part> parts, int left, int top, int inner) {
        List<Chip> out = new ArrayList<>();
        int x = left;
        int y = top;
        for (Part part : parts) {
            boolean plain = part.type().equals("container") || part.type().endsWith("endpoint");
            String text = fit(plain ? part.label() : part.type() + " " + part.label(), inner - 12);
            int width = Math.min(inner, (int) Math.ceil(text.length() * LETTER) + 12);
            if (x > left && x + width > left + inner) {
                x = left;
                y += CHIP_HEIGHT + GAP;
            }
            out.add(new Chip(x, y, width, part.type(), text));
            x += width + GAP;
        }
        return out;
    }

    /** The same for a title. */
    static String fitBold(String text, int pixels) {
        return fit(text, (int) (pixels / BOLD));
    }

    /** The text in lines no wider than {@code pixels}, broken at blanks; a longer word is cut. */
    static List<String> wrap(String text, int pixels) {
        List<String> out = new ArrayList<>();
        String line = "";
        for (String word : text.split(" ")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (line.isEmpty() || fit(longer, pixels).equals(longer)) {
                line = longer;
            } else {
                out.add(fit(line, pixels));
                line = word;
            }
        }
        out.add(fit(line, pixels));
        return out;
    }

    /** The text, or as much of it as is no wider than {@code pixels}. */
    static String fit(String text, int pixels) {
        int letters = Math.max(2, (int) (pixels / LETTER));
        return text.length() <= letters ? text : text.substring(0, letters - 1) + "…";
    }
}
