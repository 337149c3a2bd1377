package dev.tandem.policies.container;

import dev.tandem.policies.Settings;
import dev.tandem.policies.types.AwsTypes;
import dev.tandem.policies.types.First;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.model.Value;
import dev.tandem.policy.rule.ResourceCheck;
import dev.tandem.policy.rule.ResourceContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Where a text holds Envoy's configuration, its listeners for other machines ask callers for certificates that they
 * verify by name, and its clusters verify whom they call. Edge listeners, which load balancers call, need TLS only. A
 * listener that hands bytes on to a process beside it is left undecided: that process may end TLS.
 */
public final class EnvoyMutualTls implements ResourceCheck {

    /** Types that the rule looks at. */
    public static final String[] TYPES = {
        Containers.TASK, "aws:ssm/parameter:Parameter", "aws:s3/bucketObject:BucketObject",
        "aws:s3/bucketObjectv2:BucketObjectv2",
    };

    private static final String LOCAL = "127\\..*|::1|localhost|169\\.254\\..*";

    @Override
    public void check(ResourceContext context) {
        List<String> edges = Settings.texts(context, "edgeListeners").orElse(List.of("edge"));
        context.each(texts(context), text -> {
            Optional<EnvoyConfig> found = EnvoyConfig.in(text);
            if (found.isPresent() && !found.get().fault().isEmpty()) {
                context.violation(text, "unreadable", "Envoy cannot read its configuration: " + found.get().fault()
                        + "; expected YAML or JSON");
            } else if (found.isPresent()) {
                judge(context, found.get().root(), edges);
            }
        });
    }

    /** Texts in which a configuration may be; one that is unknown counts only where its name speaks of Envoy. */
    private static List<Property> texts(ResourceContext context) {
        if (!AwsTypes.canonical(context.resource().type()).equals(Containers.TASK)) {
            return List.of(First.of(context.resource(), "value", "content", "contentBase64")).stream()
                    .filter(p -> p.isKnown()).toList();
        }
        List<Property> out = new ArrayList<>();
        Containers.each(context, (name, container) -> {
            for (Property variable : container.key("environment").items()) {
                Property value = variable.key("value");
                if (value.isKnown() || variable.key("name").stringOr("").toLowerCase(Locale.ROOT).contains("envoy")) {
                    out.add(value);
                }
            }
            for (String list : List.of("command", "entryPoint")) {
                container.key(list).items().stream().filter(Property::isKnown).forEach(out::add);
            }
        });
        return out.stream().filter(p -> !p.isMissing()).toList();
    }

    private static void judge(ResourceContext context, Property root, List<String> edges) {
        List<Property> listeners = new ArrayList<>(root.at("static_resources.listeners").items());
        List<Property> clusters = new ArrayList<>(root.at("static_resources.clusters").items());
        for (Property resource : root.at("resources").items()) {
            String type = resource.key("@type").stringOr("");
            (type.endsWith(".Listener") ? listeners : type.endsWith(".Cluster") ? clusters : new ArrayList<Property>())
                    .add(resource);
        }
        context.each(listeners, listener -> listener(context, listener, edges));
        context.each(clusters, cluster -> cluster(context, cluster));
    }

    private static void listener(ResourceContext context, Property listener, List<String> edges) {
        String name = listener.at("name").stringOr("");
        Property address = listener.at("address");
        boolean inside = listener.at("traffic_direction").is("OUTBOUND") || !address.at("pipe").isMissing()
                || !listener.at("internal_listener").isMissing()
                || address.at("socket_address.address").stringOr("").matches(LOCAL);
        List<Property> chains = new ArrayList<>(listener.at("filter_chains").items());
        chains.addAll(listener.at("default_filter_chain").items());
        context.each(inside ? List.<Property>of() : chains, chain -> {
            Optional<Property> tls = EnvoyTls.of(chain);
            if (tls.isEmpty()) {
                plain(context, name, chain);
                return;
            }
            boolean edge = edges.contains(name);
            Property required = tls.get().at("require_client_certificate");
            if (!edge && !required.boolOr(false)) {
                say(context, required, name, "asks callers for no certificate: found require_client_certificate "
                        + required.string().orElse("absent") + ", expected true");
            } else if (!edge || !tls.get().at("common_tls_context.tls_params").isMissing()) {
                EnvoyTls.fault(edge ? versionsOnly(tls.get()) : tls.get(), edge || controlled(chain))
                        .ifPresent(fault -> say(context, tls.get(), name, fault));
            }
        });
    }

    /** Of an edge listener only the TLS versions are judged: its callers have no certificate of the mesh. */
    private static Property versionsOnly(Property tls) {
        Value versions = tls.at("common_tls_context.tls_params").value().orElse(new Value.Null());
        return Property.of(tls.path(), new Value.Fields(Map.of("common_tls_context", new Value.Fields(Map.of(
                "tls_params", versions, "validation_context_sds_secret_config", new Value.Bool(true))))));
    }

    private static void plain(ResourceContext context, String name, Property chain) {
        boolean handsOn = !chain.at("filters").items().isEmpty() && chain.at("filters").items().stream()
                .allMatch(f -> f.at("name").stringOr("").endsWith("tcp_proxy") || f.at("name").stringOr("").endsWith("tls_inspector"));
        if (handsOn) {
            context.undecided(chain.at("transport_socket"), "is absent, and listener " + name + " hands bytes on to a"
                    + " process that may end TLS");
        } else {
            say(context, chain.at("transport_socket"), name, "takes plain text: found no transport_socket with TLS,"
                    + " expected one with require_client_certificate true");
        }
    }

    /** A filter for access control names the callers instead. */
    private static boolean controlled(Property chain) {
        return chain.at("filters").items().stream().anyMatch(f -> f.at("name").stringOr("").contains("rbac")
                || f.at("typed_config.http_filters").items().stream().anyMatch(h -> h.at("name").stringOr("").contains("rbac")));
    }

    private static void cluster(ResourceContext context, Property cluster) {
        String name = cluster.at("name").stringOr("");
        List<Property> sockets = new ArrayList<>(List.of(cluster));
        sockets.addAll(cluster.at("transport_socket_matches").items());
        boolean any = false;
        for (Property holder : sockets) {
            Optional<Property> tls = EnvoyTls.of(holder);
            any |= tls.isPresent();
            tls.flatMap(t -> EnvoyTls.fault(t, false)).ifPresent(fault -> say(context, tls.get(), name, fault));
        }
        List<String> hosts = new ArrayList<>();
        cluster.at("load_assignment.endpoints").items().forEach(group -> group.at("lb_endpoints").items().forEach(e ->
                e.at("endpoint.address.socket_address.address").string().ifPresent(hosts::add)));
        Optional<String> far = hosts.stream().filter(host -> !host.matches(LOCAL)).findFirst();
        if (!any && (far.isPresent() || cluster.at("type").is("EDS"))) {
            say(context, cluster.at("transport_socket"), name, "calls " + far.orElse("its endpoints") + " in plain text:"
                    + " found no transport_socket with TLS, expected one that verifies whom it calls");
        }
    }

    private static void say(ResourceContext context, Property at, String name, String what) {
        context.violation(at, "envoy::" + name + "::" + what.replaceAll("[: ].*", ""), "Envoy's " + name + " " + what);
    }
}
