package dev.tandem.policy.rule;

import dev.tandem.policy.PublicApi;
import dev.tandem.policy.model.PropertyPath;
import java.util.Optional;

/**
 * One violation, with an id that stays the same while its cause does. Immutable and thread-safe.
 *
 * <pre>{@code
 * Finding finding = new Finding("no-public-bucket", Optional.of("acl"), Optional.of(resource.urn()),
 *         PropertyPath.parse("acl"), "is public-read, expected private");
 * finding.id(); // no-public-bucket[acl]
 * }</pre>
 *
 * @param rule the rule's id
 * @param detail tells findings of one rule on one resource apart, such as {@code Action::s3:*}; never a list index
 * @param urn the resource, empty for one about the whole stack
 * @param path the property, {@link PropertyPath#ROOT} when it is about the resource as a whole
 * @param message what was found and what was expected, without secrets
 */
@PublicApi
public record Finding(String rule, Optional<String> detail, Optional<String> urn, PropertyPath path, String message) {

    /** {@return {@code rule-id} or {@code rule-id[detail]}} */
    public String id() {
        return detail.map(d -> rule + "[" + d + "]").orElse(rule);
    }
}
