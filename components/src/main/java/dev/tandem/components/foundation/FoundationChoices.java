package dev.tandem.components.foundation;

import dev.tandem.components.network.NetworkModule;

/**
 * What a foundation has besides the usual; what costs is off by default.
 *
 * @param webFirewall      web application firewall before the load balancer: AWS's common rules and a limit per address
 * @param quotaAlarms      alarms at 80 % of the account's quotas that a growing region meets first
 * @param metricsNamespace CloudWatch namespace of the collectors' metrics
 * @param trailLock        whether files of the audit trail can be deleted before their time
 * @param networkModule    whose component puts the network together
 * @param debug            whether there may be debug sessions with tasks: the key's policy lets them encrypt
 */
public record FoundationChoices(
        boolean webFirewall, boolean quotaAlarms, String metricsNamespace, TrailLock trailLock, NetworkModule networkModule,
        boolean debug) {

    /** The namespace of the collectors' metrics unless another is wanted. */
    public static final String NAMESPACE = "Tandem";

    /** Nothing besides the usual. */
    public static final FoundationChoices USUAL =
            new FoundationChoices(false, false, NAMESPACE, TrailLock.GOVERNANCE, NetworkModule.TANDEM, false);
}
