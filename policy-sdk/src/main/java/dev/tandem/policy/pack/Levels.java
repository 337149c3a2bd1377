package dev.tandem.policy.pack;

import dev.tandem.policy.rule.EnforcementLevel;
import dev.tandem.policy.rule.Severity;
import java.util.Optional;
import pulumirpc.AnalyzerOuterClass;
import pulumirpc.AnalyzerOuterClass.PolicySeverity;

/** Levels and severities on the wire. */
final class Levels {

    private Levels() {}

    static AnalyzerOuterClass.EnforcementLevel toWire(EnforcementLevel level) {
        return AnalyzerOuterClass.EnforcementLevel.valueOf(level.name());
    }

    /** @throws IllegalArgumentException for a number that this version does not know */
    static EnforcementLevel fromWire(String rule, AnalyzerOuterClass.EnforcementLevel level) {
        if (level == AnalyzerOuterClass.EnforcementLevel.UNRECOGNIZED) {
            throw new IllegalArgumentException("configuration of rule '" + rule
                    + "': unknown enforcement level, expected advisory, mandatory, remediate or disabled");
        }
        return EnforcementLevel.valueOf(level.name());
    }

    /** The level of a diagnostic: what could not be mended is mandatory, and a disabled rule never gets here. */
    static AnalyzerOuterClass.EnforcementLevel ofDiagnostic(EnforcementLevel level) {
        return level == EnforcementLevel.ADVISORY
                ? AnalyzerOuterClass.EnforcementLevel.ADVISORY
                : AnalyzerOuterClass.EnforcementLevel.MANDATORY;
    }

    static PolicySeverity severity(Optional<Severity> severity) {
        return severity.map(s -> PolicySeverity.valueOf("POLICY_SEVERITY_" + s.name()))
                .orElse(PolicySeverity.POLICY_SEVERITY_UNSPECIFIED);
    }
}
