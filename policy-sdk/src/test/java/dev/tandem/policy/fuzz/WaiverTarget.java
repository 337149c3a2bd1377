package dev.tandem.policy.fuzz;

import dev.tandem.policy.model.PropertyPath;
import dev.tandem.policy.rule.Finding;
import dev.tandem.policy.rule.Rule;
import dev.tandem.policy.waiver.Baseline;
import dev.tandem.policy.waiver.Waiver;
import dev.tandem.policy.waiver.WaiverFile;
import dev.tandem.policy.waiver.WaiverUse;
import dev.tandem.policy.waiver.Waivers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Any text as a waiver file, whose problems are told and never thrown, and as a baseline; a waiver that holds is whole. */
public final class WaiverTarget {

    private static final String URN = "urn:pulumi:dev::shop::shop:index:Door::front";
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2027-01-01T00:00:00Z"), ZoneOffset.UTC);
    private static final Rule RULE = Rule.resource("door-locked").summary("Doors are locked").check(c -> { });
    private static final Finding FINDING =
            new Finding("door-locked", Optional.of("Lock::rusty"), Optional.of(URN), PropertyPath.ROOT, "rusty");

    private WaiverTarget() {}

    public static void fuzzerTestOneInput(byte[] data) {
        String text = new String(data, StandardCharsets.UTF_8);
        WaiverFile file = WaiverFile.parse("waivers.yaml", text);
        Waivers waivers = Waivers.of(file).withClock(CLOCK).withBaseline(baseline(text));
        for (Waiver waiver : file.waivers()) {
            if (waiver.until() == null || waiver.reason().isBlank() || waiver.owner().isBlank() || waiver.urn().isBlank()) {
                throw new IllegalStateException("a waiver that is not whole: " + waiver);
            }
        }
        WaiverUse use = new WaiverUse(waivers);
        use.excuse(RULE, FINDING, URN);
        use.invalid(List.of("door-locked"));
        use.stale("dev");
    }

    /** A baseline with a mistake is refused as a whole, with the line. */
    private static Baseline baseline(String text) {
        try {
            return Baseline.parse("baseline.txt", text);
        } catch (IllegalArgumentException e) {
            if (!e.getMessage().startsWith("baseline.txt:")) {
                throw new IllegalStateException("says not where", e);
            }
            return Baseline.NONE;
        }
    }
}
