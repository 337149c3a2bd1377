package dev.tandem.policies.transit;

import dev.tandem.policies.types.First;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.rule.ResourceCheck;
import dev.tandem.policy.rule.ResourceContext;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Listeners that end TLS refuse everything older than TLS 1.2. */
public final class ListenerTls implements ResourceCheck {

    /**
     * Policies of application and network load balancers without TLS 1.0 and 1.1. Source: "Security policies for your
     * Application Load Balancer",
     * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html; the default
     * without a policy and the names since 2021 were compared on 2026-11-22, the older names were not.
     */
    private static final Pattern MODERN = Pattern.compile(
            "ELBSecurityPolicy-(TLS13-1-[23]-.*|TLS-1-2-(Ext-)?2017-01|TLS-1-2-Ext-2018-06|FS-1-2-.*)");

    private static final String EXPECTED = "a policy from TLS 1.2 on, such as ELBSecurityPolicy-TLS13-1-2-2021-06";

    @Override
    public void check(ResourceContext context) {
        String protocol = context.get("protocol").stringOr("").toUpperCase(Locale.ROOT);
        boolean https = protocol.isEmpty() && !First.nothing(context.get("certificateArn"));
        if (!protocol.equals("HTTPS") && !protocol.equals("TLS") && !https) {
            context.notApplicable("the listener does not end TLS");
            return;
        }
        Property policy = context.get("sslPolicy");
        Optional<String> name = policy.string().filter(s -> !s.isBlank());
        boolean modern = name.filter(n -> MODERN.matcher(n).matches() && !n.matches(".*TLS13-1-[01]-.*")).isPresent();
        if (!modern) {
            context.violation(policy, name.isPresent()
                    ? "found sslPolicy " + name.get() + ", which accepts TLS 1.0 or 1.1, expected " + EXPECTED
                    : "found no sslPolicy, which means ELBSecurityPolicy-2016-08 with TLS 1.0, expected " + EXPECTED);
        }
    }
}
