package dev.tandem.policy.model;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;

/** Parsed paths by text: rules use a few hundred literals, over and over. Bounded against generated paths. */
final class PathCache {

    private static final int LIMIT = 4096;
    private static final ConcurrentHashMap<String, List<PropertyPath.Segment>> PARSED = new ConcurrentHashMap<>();

    private PathCache() {}

    static List<PropertyPath.Segment> segments(String text) {
        List<PropertyPath.Segment> known = PARSED.get(text);
        if (known != null) {
            return known;
        }
        List<PropertyPath.Segment> parsed = PropertyPath.parse(text).segments();
        if (PARSED.size() < LIMIT) {
            PARSED.put(text, parsed);
        }
        return parsed;
    }
}
