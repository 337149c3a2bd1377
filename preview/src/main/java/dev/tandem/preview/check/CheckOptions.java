package dev.tandem.preview.check;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * What to judge and how strictly. Immutable.
 *
 * @param root the folder with Pulumi.yaml, if there is one, and to which {@code pack} is relative
 * @param form what the file holds
 * @param file with the resources
 * @param shownAs the file as the user named it
 * @param stack whose configuration the pack gets; empty for the stack of the resources, if it has a file
 * @param pack the policy pack's folder, relative to the root or absolute
 * @param packConfig JSON file with levels and properties of rules
 * @param allowIncomplete whether a file that leaves resources out is accepted
 * @param refuseUndecided whether an undecided rule fails the check
 * @param silence how long the pack may be heard nothing of
 */
public record CheckOptions(Path root, InputForm form, Path file, String shownAs, Optional<String> stack, String pack,
        Optional<Path> packConfig, boolean allowIncomplete, boolean refuseUndecided, Duration silence) {}
