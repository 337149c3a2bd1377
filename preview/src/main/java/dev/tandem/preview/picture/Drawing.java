package dev.tandem.preview.picture;

import java.util.List;
import java.util.Optional;

/** A picture laid out: everything with its place, in pixels from the top left corner. Immutable. */
public record Drawing(int width, int height, List<Frame> frames, List<Box> boxes, List<Line> lines) {

    public Drawing {
        frames = List.copyOf(frames);
        boxes = List.copyOf(boxes);
        lines = List.copyOf(lines);
    }

    /** A rectangle around others. */
    public record Frame(int x, int y, int width, int height, String title, boolean band) {}

    /**
     * A box with its texts.
     *
     * @param node id of the node that it stands for; empty for a group of several
     */
    public record Box(int x, int y, int width, int height, String node, Optional<Architecture.Kind> kind, String title,
            List<String> lines, List<Chip> chips) {
        public Box {
            lines = List.copyOf(lines);
            chips = List.copyOf(chips);
        }

        int right() {
            return x + width;
        }

        int bottom() {
            return y + height;
        }

        int middleX() {
            return x + width / 2;
        }

        int middleY() {
            return y + height / 2;
        }
    }

    /** A small label; type is a word for its colour and for readers, such as {@code container}. */
    public record Chip(int x, int y, int width, String type, String text) {}

    /**
     * An arrow.
     *
     * @param path as SVG's attribute {@code d} says it
     * @param label beside it, at x and y; may be empty
     * @param title the whole sentence, such as {@code auth may call persona on tcp 15008}
     */
    public record Line(String path, String label, int x, int y, String title) {}
}
