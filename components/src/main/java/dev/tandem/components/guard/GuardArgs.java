package dev.tandem.components.guard;

import java.util.List;
import java.util.Optional;

/**
 * What a guard does. Immutable.
 *
 * @param services             services of the region
 * @param action               what happens when the budget is spent; empty for nothing
 * @param budgetName           budget whose notices count
 * @param taskCheck            whether running tasks are priced each hour
 * @param chatWebhookSecretArn secret with the address of a chat's webhook; empty for none
 */
public record GuardArgs(
        List<GuardedService> services, Optional<Action> action, String budgetName, boolean taskCheck,
        Optional<String> chatWebhookSecretArn) {

    /** What happens when the budget is spent. */
    public enum Action {
        /** Every service goes to its fewest tasks. */
        FLOOR,
        /** No service starts further tasks by scaling. */
        DENY
    }

    /** Copies the list. */
    public GuardArgs {
        services = List.copyOf(services);
    }

    /** Whether there is anything to make. */
    public boolean isIdle() {
        return action.isEmpty() && !taskCheck && chatWebhookSecretArn.isEmpty();
    }
}
