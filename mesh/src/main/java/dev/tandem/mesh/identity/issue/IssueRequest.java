package dev.tandem.mesh.identity.issue;

import java.util.List;

/**
 * What a run should do.
 *
 * @param services  only these, whether due or not; empty: all of the stack, those that are due
 * @param rotateCa  make a new CA even if none is due
 * @param retireCas end the overlap of a rotation now: only the CA that signs stays trusted
 * @param by        who asks, for the audit record
 */
public record IssueRequest(List<String> services, boolean rotateCa, boolean retireCas, String by) {

    /** Keeps its own list. */
    public IssueRequest {
        services = List.copyOf(services);
    }

    /** What the schedule asks for: whatever is due. */
    public static IssueRequest due(String by) {
        return new IssueRequest(List.of(), false, false, by);
    }

    /** New identities for these services now. */
    public static IssueRequest of(String by, String... services) {
        return new IssueRequest(List.of(services), false, false, by);
    }

    /** A new CA. */
    public static IssueRequest rotate(String by) {
        return new IssueRequest(List.of(), true, false, by);
    }

    /** The end of a rotation's overlap. */
    public static IssueRequest retire(String by) {
        return new IssueRequest(List.of(), false, true, by);
    }
}
