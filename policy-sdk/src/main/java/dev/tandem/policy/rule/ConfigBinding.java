package dev.tandem.policy.rule;

import dev.tandem.policy.config.ConfigRecord;
import dev.tandem.policy.config.Problems;
import dev.tandem.policy.model.Property;
import java.util.Set;

/** A rule's configuration as its record. A configuration holds for many calls, so the last one read is kept. Thread-safe. */
final class ConfigBinding<T extends Record> {

    private final String rule;
    private final ConfigRecord<T> record;
    private volatile Bound<T> last;

    ConfigBinding(String rule, ConfigRecord<T> record) {
        this.rule = rule;
        this.record = record;
    }

    /** @throws IllegalArgumentException with every mistake: path, what was found, what is allowed */
    T bind(Property config) {
        Bound<T> known = last;
        if (known != null && known.from() == config) {
            return known.value();
        }
        Problems problems = new Problems();
        T value = record.read(config, Set.of(UndecidedMode.CONFIG_PROPERTY), problems)
                .orElseThrow(() -> new IllegalArgumentException(
                        "configuration of rule '" + rule + "': " + String.join("; ", problems.texts())));
        last = new Bound<>(config, value);
        return value;
    }

    private record Bound<T>(Property from, T value) {}
}
