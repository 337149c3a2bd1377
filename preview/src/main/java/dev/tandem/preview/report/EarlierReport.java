package dev.tandem.preview.report;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tandem.cost.compare.ReportException;
import dev.tandem.cost.compare.Reported;
import dev.tandem.preview.project.InvalidProjectException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * An earlier JSON report, such as that of a pull request's target. Immutable.
 *
 * @param bills by stack
 * @param plans by stack
 */
public record EarlierReport(Map<String, Reported> bills, Map<String, EarlierPlan> plans) {

    public EarlierReport {
        bills = Map.copyOf(bills);
        plans = Map.copyOf(plans);
    }

    /**
     * What was planned and found.
     *
     * @param resources URNs
     * @param findings as {@link #finding} says them, without waived ones
     */
    public record EarlierPlan(Set<String> resources, Set<String> findings) {}

    /** The earlier bill of a stack. */
    public Optional<Reported> bill(String stack) {
        return Optional.ofNullable(bills.get(stack));
    }

    /** The earlier plan of a stack. */
    public Optional<EarlierPlan> plan(String stack) {
        return Optional.ofNullable(plans.get(stack));
    }

    /** A finding's identity from one report to the next: its id never names a position, its place may move. */
    public static String finding(String id, String urn) {
        return id + " on " + urn;
    }

    /**
     * Reads a report.
     *
     * @param shownAs the file as the user named it
     * @throws InvalidProjectException when it is missing, no JSON, no report, or one without a bill
     */
    public static EarlierReport read(Path file, String shownAs) {
        try {
            JsonNode report = Reported.parse(Files.readString(file), shownAs);
            return new EarlierReport(Reported.read(report, shownAs), plans(report));
        } catch (ReportException e) {
            throw new InvalidProjectException(e.getMessage());
        } catch (IOException e) {
            throw new InvalidProjectException(
                    shownAs + ": cannot be read, expected what './tandem preview --format json' writes");
        }
    }

    private static Map<String, EarlierPlan> plans(JsonNode report) {
        Map<String, EarlierPlan> plans = new HashMap<>();
        for (JsonNode stack : report.path("stacks")) {
            Set<String> resources = new TreeSet<>();
            stack.path("resources").forEach(r -> resources.add(r.path("urn").asText()));
            Set<String> findings = new TreeSet<>();
            stack.path("findings").forEach(f -> {
                if (f.path("waived").asText().isEmpty()) {
                    findings.add(finding(f.path("id").asText(), f.path("urn").asText()));
                }
            });
            // A report of the bill alone has no plan to compare with.
            if (stack.path("resources").isArray()) {
                plans.put(stack.path("stack").asText(), new EarlierPlan(resources, findings));
            }
        }
        return plans;
    }
}
