package dev.tandem.service.saga;

import dev.tandem.service.store.Write;
import java.util.List;
import java.util.Optional;

/**
 * What a participant makes of a command.
 *
 * @param writes what is done, in one transaction with the record of it and the answer; none when it is refused
 * @param error  name of the reason why it is refused
 * @param cause  the same for people; no personal data
 */
public record StepOutcome(List<Write> writes, Optional<String> error, String cause) {

    /** It is done by these writes. */
    public static StepOutcome done(Write... writes) {
        return new StepOutcome(List.of(writes), Optional.empty(), "");
    }

    /** It cannot be done, now and later. */
    public static StepOutcome refused(String error, String cause) {
        return new StepOutcome(List.of(), Optional.of(error), cause);
    }
}
