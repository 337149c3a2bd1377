package dev.tandem.components.failover;

import com.google.gson.Gson;
import com.pulumi.aws.dynamodb.Table;
import com.pulumi.aws.dynamodb.TableArgs;
import com.pulumi.aws.dynamodb.TableItem;
import com.pulumi.aws.dynamodb.TableItemArgs;
import com.pulumi.aws.dynamodb.inputs.TableAttributeArgs;
import com.pulumi.aws.dynamodb.inputs.TablePointInTimeRecoveryArgs;
import com.pulumi.aws.dynamodb.inputs.TableReplicaArgs;
import com.pulumi.aws.dynamodb.inputs.TableServerSideEncryptionArgs;
import com.pulumi.aws.sfn.StateMachine;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import dev.tandem.components.endpoints.EndpointsPlan;
import dev.tandem.components.events.EventExchange;
import dev.tandem.components.foundation.FoundationRef;
import dev.tandem.components.functions.FunctionPlan;
import dev.tandem.components.functions.SmallFunction;
import dev.tandem.components.workflow.Machines;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The survivor's side of takeover and failback: tables, functions, machines, and what starts them. */
final class Survivor extends ComponentResource {

    /** Type token in URNs. */
    static final String TYPE = "tandem:failover:Survivor";

    private static final Gson GSON = new Gson();

    private final String name;
    private final FoundationRef own;
    private final SurvivorPlan plan;
    private final String deadLetters;
    private final boolean dataProtected;
    private final CustomResourceOptions child;
    private final Table control;

    Survivor(String name, FoundationRef own, SurvivorPlan plan, Optional<PeerOutputs> peer, boolean dataProtected,
            EventExchange exchange, ComponentResourceOptions options) {
        super(TYPE, name, options);
        this.name = name;
        this.own = own;
        this.plan = plan;
        this.dataProtected = dataProtected;
        // Lambda and EventBridge look at the queue of dead letters when they are told of it.
        this.child = CustomResourceOptions.builder().parent(this).dependsOn(exchange.deadLetters()).build();
        this.deadLetters = exchange.deadLettersArn();
        control = new Table(name + "-control", table(plan.names().controlTable())
                .hashKey("pk")
                .attributes(attribute("pk"))
                .build(), child);
        endpoints(peer);
        registerOutputs(Map.of("controlTable", control.name()));
    }

    /** Both regions have it, so that each reads what the other wrote without calling it. */
    private void endpoints(Optional<PeerOutputs> peer) {
        TableArgs.Builder args = table(EndpointsPlan.table(own.project(), own.environment()))
                .hashKey("pk")
                .rangeKey("sk")
                .attributes(attribute("pk"), attribute("sk"))
                .streamEnabled(true)
                .streamViewType("NEW_AND_OLD_IMAGES");
        peer.ifPresent(outside -> args.replicas(TableReplicaArgs.builder()
                .regionName(outside.region())
                .kmsKeyArn(outside.kmsKeyArn())
                .pointInTimeRecovery(true)
                .propagateTags(true)
                .build()));
        new Table(name + "-endpoints", args.build(), child);
    }

    /** Functions and machines; only once the primary is there to be looked at. */
    void watch(PeerOutputs peer, EdgeCheck check, boolean automatic) {
        Output<String> edges = own.albDnsName().applyValue(host -> GSON.toJson(new TreeMap<>(Map.of(
                plan.names().primary(), edge(peer.albDnsName(), check),
                plan.names().survivor(), edge(host, check)))));
        List<Resource> called = List.of(
                function("observe", plan.observe(), Map.of("EDGES", edges)),
                function("fence", plan.fence(), Map.of()),
                function("weights", plan.weights(), Map.of()));
        Machines machines = new Machines(name + "-machines", own, plan.machines(), plan.logs(), called, child);
        StateMachine takeover = machines.create(name + "-takeover", plan.names().machine("takeover"), plan.takeover());
        machines.create(name + "-failback", plan.names().machine("failback"), plan.failback());
        new PrimaryWatch(name, own, plan, child).create(
                SmallFunction.create(name + "-probe", own, plan.probe(),
                        Map.of("EDGE_HOST", Output.of(peer.albDnsName())), deadLetters, child),
                takeover, deadLetters, automatic);
    }

    private Map<String, Object> edge(String host, EdgeCheck check) {
        return new TreeMap<>(Map.of("host", host, "name", plan.names().record(), "path", check.path()));
    }

    private Resource function(String use, FunctionPlan function, Map<String, Output<String>> later) {
        return SmallFunction.create(name + "-" + use, own, function, later, deadLetters, child);
    }

    private TableArgs.Builder table(String physicalName) {
        return TableArgs.builder()
                .name(physicalName)
                .billingMode("PAY_PER_REQUEST")
                .pointInTimeRecovery(TablePointInTimeRecoveryArgs.builder().enabled(true).build())
                .serverSideEncryption(TableServerSideEncryptionArgs.builder().enabled(true).kmsKeyArn(own.kmsKeyArn()).build())
                .deletionProtectionEnabled(dataProtected);
    }

    private static TableAttributeArgs attribute(String attribute) {
        return TableAttributeArgs.builder().name(attribute).type("S").build();
    }

    /** What a failback must know of the records; kept as an item, so that a machine's definition is known in a preview. */
    void settings(Map<String, Output<String>> values) {
        Output<Map<String, String>> all = Output.of(Map.of("pk", "SETTINGS"));
        for (Map.Entry<String, Output<String>> value : new TreeMap<>(values).entrySet()) {
            all = Output.tuple(all, value.getValue()).applyValue(both -> {
                Map<String, String> more = new TreeMap<>(both.t1);
                more.put(value.getKey(), both.t2);
                return more;
            });
        }
        new TableItem(name + "-settings", TableItemArgs.builder()
                .tableName(control.name())
                .hashKey("pk")
                .item(all.applyValue(item -> {
                    Map<String, Object> typed = new TreeMap<>();
                    item.forEach((key, text) -> typed.put(key, Map.of("S", text)));
                    return GSON.toJson(typed);
                }))
                .build(), child);
    }
}
