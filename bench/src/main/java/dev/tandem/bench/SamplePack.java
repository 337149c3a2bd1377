package dev.tandem.bench;

import dev.tandem.policy.model.Property;
import dev.tandem.policy.pack.Pack;
import dev.tandem.policy.pack.PackServer;
import dev.tandem.policy.rule.Rule;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** The twenty checks of {@code node-pack/index.js}, as resource rules or, with BENCH_STACK set, as stack rules. */
public final class SamplePack {

    private static final Set<String> STAGES = Set.of("dev", "test", "prod");

    private SamplePack() {}

    /** What a check needs of a resource, whether it comes alone or in a stack. */
    private record Check(String id, String type, BiConsumer<Function<String, Property>, Say> body) {}

    /** Where a check reports. */
    private interface Say {
        void violation(String text);
    }

    /** Serves the pack. */
    public static void main(String[] args) {
        boolean stack = System.getenv("BENCH_STACK") != null;
        Pack.Builder pack = Pack.named("bench", "1.0.0");
        for (Check c : CHECKS) {
            pack.rule(stack ? stackRule(c) : resourceRule(c));
        }
        PackServer.serve(args, pack.build());
    }

    private static Rule resourceRule(Check c) {
        var rule = Rule.resource(c.id).summary("Checks " + c.id);
        if (!c.type.isEmpty()) {
            rule.on("bench:index:" + c.type);
        }
        return rule.check(r -> c.body.accept(r::get, r::violation));
    }

    private static Rule stackRule(Check c) {
        return Rule.stack(c.id).summary("Checks " + c.id).checkStack(s -> {
            var seen = c.type.isEmpty() ? s.graph().all() : s.graph().ofType("bench:index:" + c.type);
            s.each(seen, r -> c.body.accept(r::get, text -> s.violation(r, text)));
        });
    }

    private static final List<Check> CHECKS = List.of(
            new Check("tag-owner", "", (r, say) -> require(!r.apply("tags.owner").isMissing(), say, "no owner")),
            new Check("tag-env", "", (r, say) -> require(STAGES.contains(r.apply("tags.env").stringOr("")), say, "bad env")),
            new Check("name-length", "", (r, say) -> require(r.apply("name").stringOr("").length() < 64, say, "long name")),
            new Check("not-public", "", (r, say) -> require(!r.apply("public").boolOr(false), say, "public")),
            new Check("region", "", (r, say) -> require(r.apply("region").stringOr("").startsWith("eu-"), say, "not EU")),
            new Check("bucket-acl", "bucket", (r, say) -> require(!r.apply("acl").stringOr("").startsWith("public"), say, "acl")),
            new Check("bucket-versioning", "bucket", (r, say) -> require(r.apply("versioning.enabled").boolOr(false), say, "v")),
            new Check("bucket-encryption", "bucket", (r, say) ->
                    require(r.apply("encryption.rules[0].algorithm").is("aws:kms"), say, "algorithm")),
            new Check("group-ingress", "group", (r, say) -> open(r.apply("ingress"), say)),
            new Check("group-egress", "group", (r, say) -> open(r.apply("egress"), say)),
            new Check("group-description", "group", (r, say) -> require(!r.apply("description").isMissing(), say, "none")),
            new Check("role-actions", "role", (r, say) -> {
                for (Property action : r.apply("policy").all("|json.Statement[*].Action")) {
                    require(!action.strings().contains("*"), say, "action *");
                }
            }),
            new Check("role-boundary", "role", (r, say) -> require(!r.apply("boundary").isMissing(), say, "no boundary")),
            new Check("queue-key", "queue", (r, say) -> require(!r.apply("kmsKey").isMissing(), say, "no key")),
            new Check("queue-retention", "queue", (r, say) -> require(r.apply("retention").integerOr(0) >= 3600, say, "short")),
            new Check("table-recovery", "table", (r, say) -> require(r.apply("recovery.enabled").boolOr(false), say, "none")),
            new Check("instance-metadata", "instance", (r, say) ->
                    require(r.apply("metadata.tokens").is("required"), say, "v1")),
            new Check("instance-disks", "instance", (r, say) -> {
                for (Property disk : r.apply("disks").items()) {
                    require(disk.at("encrypted").boolOr(false), say, "disk");
                }
            }),
            new Check("log-retention", "log", (r, say) -> require(r.apply("retentionInDays").integerOr(0) > 0, say, "ever")),
            new Check("function-runtime", "function", (r, say) -> require(!r.apply("runtime").is("java8"), say, "old")));

    private static void require(boolean holds, Say say, String text) {
        if (!holds) {
            say.violation(text);
        }
    }

    private static void open(Property rules, Say say) {
        for (Property cidr : rules.all("[*].cidrBlocks[*]")) {
            require(!cidr.is("0.0.0.0/0"), say, "open");
        }
    }
}
