package dev.tandem.policies.transit;

import dev.tandem.policies.types.First;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.rule.ResourceCheck;
import dev.tandem.policy.rule.ResourceContext;
import java.util.List;
import java.util.Locale;

/** A listener for plain HTTP only sends callers to HTTPS. */
public final class HttpOnlyRedirects implements ResourceCheck {

    @Override
    public void check(ResourceContext context) {
        String protocol = context.get("protocol").stringOr("").toUpperCase(Locale.ROOT);
        boolean plain = protocol.equals("HTTP")
                || protocol.isEmpty() && !First.nothing(context.get("port"))
                        && First.nothing(context.get("certificateArn")) && First.nothing(context.get("sslPolicy"));
        if (!plain) {
            context.notApplicable("the listener does not speak plain HTTP");
            return;
        }
        List<Property> actions = context.get("defaultActions").items();
        if (actions.isEmpty()) {
            context.violation(context.get("defaultActions"), "answers plain HTTP: found no default action, expected redirect to"
                    + " HTTPS");
        }
        context.each(actions, action -> {
            String type = action.at("type").stringOr("");
            Property target = First.of(action, "redirect[0].protocol", "redirectConfig.protocol");
            if (!type.equals("redirect")) {
                context.violation(action.at("type"), "answers plain HTTP: found a default action of type \"" + type
                        + "\", expected redirect to HTTPS");
            } else if (!target.stringOr("#{protocol}").equalsIgnoreCase("HTTPS")) {
                context.violation(target, "redirects, but not to HTTPS: found protocol "
                        + target.stringOr("#{protocol}") + ", expected HTTPS");
            }
        });
    }
}
