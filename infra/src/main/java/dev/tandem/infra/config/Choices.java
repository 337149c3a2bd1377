package dev.tandem.infra.config;

import java.util.Optional;

/**
 * What a stack has besides the usual; all of it costs, and is off by default.
 *
 * @param webFirewall          web application firewall before the load balancer
 * @param quotaAlarms          alarms at 80 % of the account's quotas
 * @param chatWebhookSecretArn secret with the address of a chat's webhook, which gets every alarm
 * @param costAction           what happens when the budget is spent
 * @param taskCheck            whether running tasks are compared with the price book each hour
 */
public record Choices(
        boolean webFirewall, boolean quotaAlarms, Optional<String> chatWebhookSecretArn, CostAction costAction,
        boolean taskCheck) {

    /** What happens when the budget is spent. */
    public enum CostAction {
        /** Mails only. */
        NONE,
        /** Every service goes to its fewest tasks, and stays there until an operator undoes it. */
        FLOOR,
        /** No service starts further tasks than run now, until an operator undoes it. */
        DENY
    }
}
