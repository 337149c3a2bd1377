package dev.tandem.mesh.route;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * What a route document must satisfy beyond its form: alone, as a change of the live one, and together with the other
 * services' documents. Pure; every problem names what was found and what fits.
 */
public final class RouteChecks {

    /** Largest item that DynamoDB stores, bytes (Amazon DynamoDB, "Quotas": 400 KB). */
    public static final int ITEM_BYTES = 400 * 1024;

    /** Room in the item for keys, digest, author and time, bytes. */
    public static final int ITEM_OVERHEAD_BYTES = 2 * 1024;

    private RouteChecks() {}

    /** What is wrong with a document by itself; empty when nothing is. */
    public static List<RouteProblem> of(RouteDocument document) {
        Checks checks = new Checks();
        IdentityChecks.check(document, checks);
        VersionChecks.check(document, checks);
        ReliabilityChecks.check(document, checks);
        TrafficChecks.check(document, checks);
        int bytes = RouteJson.canonical(document).length;
        if (bytes + ITEM_OVERHEAD_BYTES > ITEM_BYTES) {
            checks.add("$", "a document of " + bytes + " bytes", "at most " + (ITEM_BYTES - ITEM_OVERHEAD_BYTES)
                    + " bytes, since a DynamoDB item holds " + ITEM_BYTES + " with its keys; drop pins that nobody uses");
        }
        return checks.problems();
    }

    /** What is wrong with putting {@code next} live in the given circumstances, its own problems among them. */
    public static List<RouteProblem> change(RouteChange change, RouteDocument next) {
        List<RouteProblem> problems = new ArrayList<>(of(next));
        problems.addAll(ChangeChecks.check(change, next));
        return List.copyOf(problems);
    }

    /** What is wrong with documents that are live together; they need not be all of the mesh. */
    public static List<RouteProblem> together(Collection<RouteDocument> documents) {
        return TogetherChecks.check(documents);
    }

    /** @throws RouteFormatException when there are problems */
    public static void refuse(String what, List<RouteProblem> problems) {
        if (!problems.isEmpty()) {
            throw new RouteFormatException(what, problems);
        }
    }
}
