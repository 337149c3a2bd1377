package dev.tandem.preview.check;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tandem.preview.project.InvalidProjectException;
import java.util.ArrayList;
import java.util.List;

/** Reads what {@code pulumi stack export} writes: the resources that are there. */
record StackExport(String shownAs) {

    private static final int VERSION = 3;

    Snapshot read(JsonNode top) {
        if (top.path("version").asInt() != VERSION) {
            throw new InvalidProjectException(shownAs + ": found version " + top.path("version").asText("none")
                    + " of the deployment's form, expected " + VERSION + ": export it with a current Pulumi command line");
        }
        JsonNode listed = top.path("deployment").path("resources");
        StateReader reader = new StateReader();
        int number = 0;
        for (JsonNode state : listed) {
            number++;
            // What is only read belongs to somebody else, and what is about to be deleted was replaced.
            if (!state.path("external").asBoolean() && !state.path("delete").asBoolean()) {
                reader.add(state, shownAs + ": resource " + number);
            }
        }
        List<String> gaps = new ArrayList<>();
        int pending = top.path("deployment").path("pending_operations").size();
        if (pending > 0) {
            gaps.add(pending + " operations of an interrupted update are pending; what they made is not in the state");
        }
        return reader.snapshot(gaps, false);
    }
}
