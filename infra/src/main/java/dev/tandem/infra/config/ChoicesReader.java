package dev.tandem.infra.config;

import dev.tandem.infra.config.Choices.CostAction;
import dev.tandem.infra.config.Section.Expected;
import dev.tandem.infra.config.keys.Patterns;
import java.util.Locale;
import java.util.Optional;

/** Reads what a stack has besides the usual. */
final class ChoicesReader {

    private ChoicesReader() {}

    /** Region and account are {@code null} where they are unusable. */
    static Choices read(Section tandem, String region, String account) {
        Boolean firewall = tandem.flag("webFirewall", false);
        Boolean quotas = tandem.flag("quotaAlarms", false);
        Boolean tasks = tandem.flag("taskCheck", false);
        String chat = null;
        boolean chatFits = true;
        if (tandem.has("chatWebhookSecretArn")) {
            chat = tandem.text("chatWebhookSecretArn", Patterns.secret(region, account),
                    new Expected("the ARN of a secret" + in(region, account) + " that holds the webhook's address; never the address"
                            + " itself", "arn:aws:secretsmanager:eu-central-1:111122223333:secret:chat-webhook-a1B2c3"));
            chatFits = chat != null;
        }
        CostAction action = CostAction.NONE;
        if (tandem.has("costAction")) {
            String text = tandem.text("costAction", "none|floor|deny",
                    new Expected("none (mails only), floor (scale to the fewest tasks) or deny (no further tasks)", "floor"));
            action = text == null ? null : CostAction.valueOf(text.toUpperCase(Locale.ROOT));
        }
        return firewall == null || quotas == null || tasks == null || !chatFits || action == null
                ? null : new Choices(firewall, quotas, Optional.ofNullable(chat), action, tasks);
    }

    static String in(String region, String account) {
        return (account == null ? "" : " of account " + account) + (region == null ? "" : " in " + region);
    }
}
