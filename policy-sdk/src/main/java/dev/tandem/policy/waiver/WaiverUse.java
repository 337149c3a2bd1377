package dev.tandem.policy.waiver;

import dev.tandem.policy.PublicApi;
import dev.tandem.policy.rule.Finding;
import dev.tandem.policy.rule.Rule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Waivers during one deployment: applies them, and remembers which were of use. Thread-safe.
 *
 * <pre>{@code
 * WaiverUse use = new WaiverUse(waivers);
 * Optional<String> why = use.excuse(rule, finding, resource.urn()); // until 2027-03-31 by ...
 * List<String> leftovers = use.stale("dev"); // when everything was judged
 * }</pre>
 */
@PublicApi
public final class WaiverUse {

    private final Waivers waivers;
    private final Set<Waiver> usedWaivers = ConcurrentHashMap.newKeySet();
    private final Set<String> usedEntries = ConcurrentHashMap.newKeySet();

    /**
     * Starts a deployment in which no waiver was of use yet.
     *
     * @param waivers that hold in it
     */
    public WaiverUse(Waivers waivers) {
        this.waivers = waivers;
    }

    /**
     * {@return why a finding does not stop the deployment, in one line; empty when it does}
     *
     * @param rule that found it
     * @param finding what was found
     * @param urn of the resource, or of the stack
     */
    public Optional<String> excuse(Rule rule, Finding finding, String urn) {
        Optional<Waiver> waiver = waivers.waiver(rule, finding, urn);
        if (waiver.isPresent()) {
            usedWaivers.add(waiver.get());
            Waiver w = waiver.get();
            return Optional.of("until " + w.until() + " by " + oneLine(w.owner()) + ": " + oneLine(w.reason()) + " ("
                    + w.place(waivers.file().name()) + ")");
        }
        if (waivers.inBaseline(finding, urn)) {
            usedEntries.add(Baseline.entry(finding.id(), urn));
            return Optional.of("known since the start (" + waivers.baseline().name() + ")");
        }
        return Optional.empty();
    }

    /**
     * {@return mistakes: what is malformed, reaches too far or lasts too long, one text each} Such waivers hold nothing.
     *
     * @param ruleIds ids and old ids of the pack's own rules
     */
    public List<String> invalid(Collection<String> ruleIds) {
        List<String> out = new ArrayList<>(waivers.file().problems());
        for (Waiver w : waivers.file().waivers()) {
            String place = w.place(waivers.file().name());
            if (!ruleIds.contains(w.rule())) {
                out.add(place + ": no rule is called '" + w.rule() + "'");
            }
            if (Waivers.isTooBroad(w)) {
                out.add(place + ": urn '" + w.urn() + "' is too broad, expected something of the resource's type or name");
            }
            if (waivers.isTooLong(w)) {
                out.add(place + ": until " + w.until() + " is too far ahead, expected "
                        + waivers.today().plus(waivers.longest().orElseThrow()) + " at the latest");
            }
        }
        return out;
    }

    /**
     * {@return leftovers, one text each} They are waivers that have ended, or that waived nothing, and entries of the
     * baseline that are mended. To be asked when everything was judged.
     *
     * @param stack the stack's name: what is for another one is left out; empty for all
     */
    public List<String> stale(String stack) {
        List<String> out = new ArrayList<>();
        for (Waiver w : waivers.file().waivers()) {
            String place = w.place(waivers.file().name());
            if (w.isExpired(waivers.today())) {
                out.add(place + ": the waiver of " + w.finding() + " by " + oneLine(w.owner()) + " ended on " + w.until());
            } else if (waivers.isValid(w) && !usedWaivers.contains(w) && isOfStack(w.urn(), stack)) {
                out.add(place + ": the waiver of " + w.finding() + " by " + oneLine(w.owner()) + " waives nothing in stack "
                        + stack);
            }
        }
        waivers.baseline().entries().stream()
                .filter(e -> !usedEntries.contains(e) && isOfStack(e.substring(e.indexOf(" urn:pulumi:") + 1), stack))
                .sorted()
                .forEach(e -> out.add(waivers.baseline().name() + ": '" + e + "' is mended, remove the line"));
        return out;
    }

    private static boolean isOfStack(String urnPattern, String stack) {
        String[] parts = urnPattern.split("::", 2);
        String pattern = parts[0].startsWith("urn:pulumi:") ? parts[0].substring("urn:pulumi:".length()) : "*";
        return stack.isEmpty() || Glob.matches(pattern, stack);
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ");
    }
}
