package dev.tandem.preview.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads what {@code pulumi preview --json} writes: the resources that there will be. */
record PreviewDigest(String shownAs) {

    Snapshot read(JsonNode top) {
        StateReader reader = new StateReader();
        Map<String, Integer> ops = new HashMap<>();
        int number = 0;
        for (JsonNode step : top.path("steps")) {
            number++;
            String op = step.path("op").asText();
            ops.merge(op, 1, Integer::sum);
            JsonNode state = step.path("newState");
            boolean stays = state.isObject() && !state.path("external").asBoolean() && !op.startsWith("delete")
                    && !op.startsWith("discard") && !op.startsWith("remove") && !op.startsWith("read");
            // A replacement is several steps, each with the same new state.
            if (stays && !reader.has(state.path("urn").asText())) {
                reader.add(state, shownAs + ": step " + number);
            }
        }
        return reader.snapshot(gaps(top, ops), true);
    }

    private static List<String> gaps(JsonNode top, Map<String, Integer> ops) {
        List<String> out = new ArrayList<>();
        int unchanged = top.path("changeSummary").path("same").asInt() - ops.getOrDefault("same", 0);
        if (unchanged > 0) {
            out.add(unchanged + (unchanged == 1 ? " unchanged resource is" : " unchanged resources are")
                    + " not in the file; repeat the preview with --show-sames");
        }
        for (JsonNode diagnostic : top.path("diagnostics")) {
            if (diagnostic.path("severity").asText().equals("error")) {
                out.add("the preview failed: " + diagnostic.path("message").asText().strip().lines().findFirst().orElse(""));
            }
        }
        return out.stream().distinct().toList();
    }
}
