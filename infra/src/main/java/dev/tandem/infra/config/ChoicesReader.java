package dev.tandem.infra.config;

import dev.tandem.components.foundation.TrailLock;
import dev.tandem.components.guard.GuardArgs.Action;
import dev.tandem.infra.config.Section.Expected;
import dev.tandem.infra.config.keys.Patterns;
import java.util.Locale;
import java.util.Optional;

/** Reads what a stack has besides the usual. */
final class ChoicesReader {

    private static final String NONE = "none";

    private ChoicesReader() {}

    /** Region and account are {@code null} where they are unusable. */
    static Choices read(Section tandem, String region, String account) {
        int before = tandem.problemCount();
        Boolean firewall = tandem.flag("webFirewall", false);
        Boolean quotas = tandem.flag("quotaAlarms", false);
        Boolean tasks = tandem.flag("taskCheck", false);
        Boolean debug = tandem.flag("debug", false);
        String chat = !tandem.has("chatWebhookSecretArn") ? null
                : tandem.text("chatWebhookSecretArn", Patterns.secret(region, account), new Expected("the ARN of a secret"
                        + in(region, account) + " that holds the webhook's address; never the address itself",
                        "arn:aws:secretsmanager:eu-central-1:111122223333:secret:chat-webhook-a1B2c3"));
        String action = !tandem.has("costAction") ? NONE : tandem.text("costAction", NONE + "|floor|deny",
                new Expected("none (mails only), floor (scale to the fewest tasks) or deny (no further tasks)", "floor"));
        String lock = !tandem.has("trailLock") ? "governance" : tandem.text("trailLock", "none|governance|compliance", new Expected(
                "none, governance (whoever has the right passes the lock) or compliance (nobody does)", "compliance"));
        return tandem.problemCount() > before ? null : new Choices(firewall, quotas, Optional.ofNullable(chat),
                action.equals(NONE) ? Optional.empty() : Optional.of(Action.valueOf(action.toUpperCase(Locale.ROOT))),
                TrailLock.valueOf(lock.toUpperCase(Locale.ROOT)), tasks, debug);
    }

    static String in(String region, String account) {
        return (account == null ? "" : " of account " + account) + (region == null ? "" : " in " + region);
    }
}
