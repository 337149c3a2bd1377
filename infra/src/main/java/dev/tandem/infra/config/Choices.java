package dev.tandem.infra.config;

import dev.tandem.components.foundation.TrailLock;
import dev.tandem.components.guard.GuardArgs;
import java.util.Optional;

/**
 * What a stack has besides the usual; what costs is off by default.
 *
 * @param webFirewall          web application firewall before the load balancer
 * @param quotaAlarms          alarms at 80 % of the account's quotas
 * @param chatWebhookSecretArn secret with the address of a chat's webhook, which gets every alarm
 * @param costAction           what happens when the budget is spent, until an operator undoes it; empty for mails only
 * @param trailLock            whether files of the audit trail can be deleted before their time
 * @param taskCheck            whether running tasks are compared with the price book each hour
 * @param debug                whether operators may open debug sessions
 */
public record Choices(
        boolean webFirewall, boolean quotaAlarms, Optional<String> chatWebhookSecretArn, Optional<GuardArgs.Action> costAction,
        TrailLock trailLock, boolean taskCheck, boolean debug) {}
