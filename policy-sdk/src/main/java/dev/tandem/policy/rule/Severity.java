package dev.tandem.policy.rule;

import dev.tandem.policy.PublicApi;

/** How bad a violation is, independent of whether it stops a deployment. */
@PublicApi
public enum Severity {
    LOW,
    MEDIUM,
    HIGH,
    CRITICAL
}
