package dev.tandem.policy.config;

import dev.tandem.policy.model.Property;
import java.util.ArrayList;
import java.util.List;

/** Every mistake of one configuration, so that all can be mended at once. Not thread-safe. */
public final class Problems {

    private final List<String> texts = new ArrayList<>();

    /** What stands at a place, and what was expected there. */
    void expected(Property at, String wanted) {
        texts.add((at.isAbsent() ? at.path() + " is missing" : at.toString()) + ", expected " + wanted);
    }

    void at(Property at, String problem) {
        texts.add(at.path().segments().isEmpty() ? problem : at.path() + ": " + problem);
    }

    /** {@return one text for each mistake} */
    public List<String> texts() {
        return List.copyOf(texts);
    }

    boolean isEmpty() {
        return texts.isEmpty();
    }

    int count() {
        return texts.size();
    }
}
