package dev.tandem.bench;

import com.google.protobuf.ListValue;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import pulumirpc.AnalyzerOuterClass.AnalyzeRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzeStackRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzerResource;
import pulumirpc.AnalyzerOuterClass.AnalyzerResourceOptions;

/** Mixed resources of eight types, the same for every run: a tenth of them break one check each. */
final class Workload {

    private static final String[] TYPES = {"bucket", "group", "role", "queue", "table", "instance", "log", "function"};
    private static final String POLICY = "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":"
            + "[\"s3:GetObject\",\"s3:PutObject\"],\"Resource\":\"arn:aws:s3:::data/*\"},{\"Effect\":\"Allow\","
            + "\"Action\":\"%s\",\"Resource\":\"arn:aws:sqs:eu-central-1:111122223333:jobs\"}]}";
    /** The Node SDK takes a request without options for one of an outdated CLI. */
    private static final AnalyzerResourceOptions OPTIONS = AnalyzerResourceOptions.newBuilder()
            .setCustomTimeouts(AnalyzerResourceOptions.CustomTimeouts.getDefaultInstance())
            .build();

    private final Random random = new Random(20261122);

    List<AnalyzeRequest> requests(int count) {
        List<AnalyzeRequest> out = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            String type = TYPES[i % TYPES.length];
            out.add(AnalyzeRequest.newBuilder()
                    .setType("bench:index:" + type)
                    .setName(type + i)
                    .setUrn(urn(type, i))
                    .setOptions(OPTIONS)
                    .setProperties(properties(type, i))
                    .build());
        }
        return out;
    }

    AnalyzeStackRequest stack(int count) {
        AnalyzeStackRequest.Builder out = AnalyzeStackRequest.newBuilder();
        for (AnalyzeRequest r : requests(count)) {
            out.addResources(AnalyzerResource.newBuilder()
                    .setType(r.getType()).setName(r.getName()).setUrn(r.getUrn())
                    .setOptions(OPTIONS).setProperties(r.getProperties()));
        }
        return out.build();
    }

    private static String urn(String type, int i) {
        return "urn:pulumi:bench::bench::bench:index:" + type + "::" + type + i;
    }

    private Struct properties(String type, int i) {
        boolean bad = random.nextInt(10) == 0;
        Struct.Builder p = Struct.newBuilder()
                .putFields("name", text(type + "-" + i))
                .putFields("region", text("eu-central-1"))
                .putFields("description", text("Resource number " + i + " of the benchmark"))
                .putFields("public", Value.newBuilder().setBoolValue(false).build())
                .putFields("tags", struct(Map.of("owner", text("team-" + i % 7), "env", text("prod"), "cost", text("4711"))));
        switch (type) {
            case "bucket" -> p.putFields("acl", text(bad ? "public-read" : "private"))
                    .putFields("versioning", struct(Map.of("enabled", bool(true))))
                    .putFields("encryption", struct(Map.of("rules", list(struct(Map.of("algorithm", text("aws:kms")))))));
            case "group" -> p.putFields("ingress", list(rule("10.0.0.0/8", 443), rule(bad ? "0.0.0.0/0" : "10.1.0.0/16", 22)))
                    .putFields("egress", list(rule("10.0.0.0/8", 443)));
            case "role" -> p.putFields("policy", text(POLICY.formatted(bad ? "*" : "sqs:SendMessage")))
                    .putFields("boundary", text("arn:aws:iam::111122223333:policy/boundary"));
            case "queue" -> p.putFields("kmsKey", text("arn:aws:kms:eu-central-1:111122223333:key/1"))
                    .putFields("retention", number(bad ? 60 : 345600));
            case "table" -> p.putFields("recovery", struct(Map.of("enabled", bool(!bad))))
                    .putFields("encryption", struct(Map.of("enabled", bool(true))));
            case "instance" -> p.putFields("metadata", struct(Map.of("tokens", text(bad ? "optional" : "required"))))
                    .putFields("disks", list(struct(Map.of("encrypted", bool(true), "size", number(20)))));
            case "log" -> p.putFields("retentionInDays", number(bad ? 0 : 30));
            default -> p.putFields("runtime", text(bad ? "java8" : "java21"))
                    .putFields("environment", struct(Map.of("A", text("1"), "B", text("2"))));
        }
        return p.build();
    }

    private static Value rule(String cidr, int port) {
        return struct(Map.of("cidrBlocks", list(text(cidr)), "fromPort", number(port), "toPort", number(port)));
    }

    static Value text(String s) {
        return Value.newBuilder().setStringValue(s).build();
    }

    static Value bool(boolean b) {
        return Value.newBuilder().setBoolValue(b).build();
    }

    static Value number(double d) {
        return Value.newBuilder().setNumberValue(d).build();
    }

    static Value struct(Map<String, Value> fields) {
        return Value.newBuilder().setStructValue(Struct.newBuilder().putAllFields(fields)).build();
    }

    static Value list(Value... values) {
        return Value.newBuilder().setListValue(ListValue.newBuilder().addAllValues(List.of(values))).build();
    }
}
