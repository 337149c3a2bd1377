package dev.tandem.policies.container;

import dev.tandem.policies.types.First;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.model.Value;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What is wrong with the TLS context of an Envoy listener or cluster, by its own configuration. Source: Envoy's API
 * reference, {@code extensions.transport_sockets.tls.v3}, read 2026-11: servers and clients start at TLS 1.2 unless told
 * otherwise, and a chain is verified only against a {@code trusted_ca}.
 */
final class EnvoyTls {

    private static final Set<String> OLD = Set.of("TLSV1_0", "TLSV1_1", "1", "2");
    private static final List<String> NAMES =
            List.of("match_typed_subject_alt_names", "match_subject_alt_names", "verify_subject_alt_name");
    private static final List<String> PINS = List.of("verify_certificate_hash", "verify_certificate_spki");

    private EnvoyTls() {}

    /** The TLS context of a filter chain's or cluster's transport socket; empty without TLS. */
    static Optional<Property> of(Property holder) {
        Property socket = holder.at("transport_socket");
        Property config = socket.at("typed_config");
        boolean tls = socket.at("name").stringOr("").matches(".*\\.(tls|quic)|tls|quic")
                || config.key("@type").stringOr("").matches(".*TlsContext|.*Quic\\w+Transport");
        if (!tls) {
            return Optional.empty();
        }
        return Optional.of(First.of(config, "downstream_tls_context", "upstream_tls_context").isMissing()
                ? config : First.of(config, "downstream_tls_context", "upstream_tls_context"));
    }

    /**
     * The first fault of whom this side trusts and which versions it takes; empty when there is none.
     *
     * @param namesElsewhere whether something else says whose certificates are taken, such as a filter for access control
     */
    static Optional<String> fault(Property context, boolean namesElsewhere) {
        Property common = context.at("common_tls_context");
        for (String limit : List.of("tls_minimum_protocol_version", "tls_maximum_protocol_version")) {
            String version = common.at("tls_params").at(limit).stringOr("").toUpperCase(Locale.ROOT);
            if (OLD.contains(version)) {
                return Optional.of("takes old TLS versions: found " + limit + " " + version + ", expected TLSv1_2 or newer");
            }
        }
        Property trust = First.of(common, "validation_context", "combined_validation_context.default_validation_context");
        boolean delivered = !First.of(common, "validation_context_sds_secret_config",
                "combined_validation_context.validation_context_sds_secret_config").isMissing();
        if (trust.at("trust_chain_verification").is("ACCEPT_UNTRUSTED")) {
            return Optional.of("takes untrusted certificates: found trust_chain_verification ACCEPT_UNTRUSTED, expected"
                    + " VERIFY_TRUST_CHAIN");
        }
        boolean pinned = PINS.stream().anyMatch(pin -> !trust.at(pin).items().isEmpty());
        if (!delivered && !pinned && trust.at("trusted_ca").isMissing()) {
            return Optional.of("takes a certificate of any authority: found no trusted_ca, expected the mesh's own");
        }
        return delivered || pinned || namesElsewhere || named(trust) ? Optional.empty()
                : Optional.of("takes every certificate of its authority: found no name that is matched, expected"
                        + " match_typed_subject_alt_names with the callers' identities");
    }

    /** Every matcher lets only some names through; one that lets all through makes the others pointless. */
    private static boolean named(Property trust) {
        List<Property> matchers = NAMES.stream().flatMap(name -> trust.at(name).items().stream()).toList();
        return !matchers.isEmpty() && matchers.stream().allMatch(EnvoyTls::narrow);
    }

    private static boolean narrow(Property matcher) {
        if (!(matcher.value().orElse(null) instanceof Value.Fields)) {
            return !matcher.stringOr("").isBlank();
        }
        Property by = matcher.at("matcher").isMissing() ? matcher : matcher.at("matcher");
        String text = First.of(by, "exact", "suffix", "contains").stringOr("");
        String prefix = by.at("prefix").stringOr("");
        String regex = First.of(by, "safe_regex.regex", "regex").stringOr("");
        return !text.isBlank() || !prefix.isBlank() && !prefix.equals("spiffe://")
                || !regex.isBlank() && !regex.matches("\\^?(spiffe://)?\\.[*+]\\$?");
    }
}
