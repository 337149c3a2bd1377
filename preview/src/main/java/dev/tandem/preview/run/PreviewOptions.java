package dev.tandem.preview.run;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What to preview and how strictly. Immutable.
 *
 * @param root the project's folder
 * @param stacks by name; empty for all that have a file
 * @param pack the policy pack's folder, relative to the root or absolute; empty for no rules
 * @param packConfig JSON file with levels and properties of rules
 * @param allowIncomplete whether a remote component that cannot be expanded is accepted
 * @param refuseUndecided whether an undecided rule fails the preview
 * @param silence how long program or pack may be heard nothing of
 * @param picture whether the plan is read for a picture too, which only the HTML report shows
 */
public record PreviewOptions(Path root, List<String> stacks, Optional<String> pack, Optional<Path> packConfig,
        boolean allowIncomplete, boolean refuseUndecided, Duration silence, boolean picture) {

    /** Default of {@code silence}: five minutes, enough for a first build with all downloads. */
    public static final Duration SILENCE = Duration.ofSeconds(300);

    /** Default of {@code pack}. */
    public static final String PACK = "policies";

    public PreviewOptions {
        stacks = List.copyOf(stacks);
    }

    /** Without a picture. */
    public PreviewOptions(Path root, List<String> stacks, Optional<String> pack, Optional<Path> packConfig,
            boolean allowIncomplete, boolean refuseUndecided, Duration silence) {
        this(root, stacks, pack, packConfig, allowIncomplete, refuseUndecided, silence, false);
    }
}
