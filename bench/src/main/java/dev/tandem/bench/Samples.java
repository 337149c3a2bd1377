package dev.tandem.bench;

import java.util.ArrayList;
import java.util.List;

/** Measurements of one thing. */
final class Samples {

    private final List<Double> values = new ArrayList<>();

    Samples(double... values) {
        for (double value : values) {
            add(value);
        }
    }

    void add(double value) {
        values.add(value);
    }

    /** The middle one; of an even number the larger of the two in the middle. */
    double median() {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    double least() {
        return values.stream().min(Double::compare).orElseThrow();
    }

    double most() {
        return values.stream().max(Double::compare).orElseThrow();
    }
}
