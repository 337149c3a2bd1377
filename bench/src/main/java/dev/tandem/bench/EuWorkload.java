package dev.tandem.bench;

import static dev.tandem.bench.Workload.bool;
import static dev.tandem.bench.Workload.list;
import static dev.tandem.bench.Workload.number;
import static dev.tandem.bench.Workload.struct;
import static dev.tandem.bench.Workload.text;

import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import pulumirpc.AnalyzerOuterClass.AnalyzeRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzeStackRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzerPropertyDependencies;
import pulumirpc.AnalyzerOuterClass.AnalyzerResource;

/** Resources of AWS that the EU pack looks at, an eighth of each type; instances refer to the group before them. */
final class EuWorkload {

    private static final String[] TYPES = {
        "s3/bucket:Bucket", "ec2/securityGroup:SecurityGroup", "iam/role:Role", "sqs/queue:Queue", "dynamodb/table:Table",
        "ec2/instance:Instance", "cloudwatch/logGroup:LogGroup", "lambda/function:Function"
    };
    private static final Value KEY = text("arn:aws:kms:eu-central-1:111122223333:key/1");
    private static final String TRUST = "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":"
            + "{\"Service\":\"ecs-tasks.amazonaws.com\"},\"Action\":\"sts:AssumeRole\"}]}";
    private static final String POLICY = "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":"
            + "[\"s3:GetObject\",\"s3:PutObject\"],\"Resource\":\"arn:aws:s3:::data/*\"}]}";

    List<AnalyzeRequest> requests(int count) {
        List<AnalyzeRequest> out = new ArrayList<>(count);
        for (AnalyzerResource r : stack(count).getResourcesList()) {
            out.add(AnalyzeRequest.newBuilder().setType(r.getType()).setName(r.getName()).setUrn(r.getUrn())
                    .setProperties(r.getProperties()).build());
        }
        return out;
    }

    AnalyzeStackRequest stack(int count) {
        AnalyzeStackRequest.Builder out = AnalyzeStackRequest.newBuilder();
        for (int i = 0; i < count; i++) {
            AnalyzerResource.Builder r = AnalyzerResource.newBuilder()
                    .setType(type(i)).setName("r" + i).setUrn(urn(i)).setProperties(properties(i));
            if (i % TYPES.length == 5) {
                r.putPropertyDependencies(
                        "vpcSecurityGroupIds", AnalyzerPropertyDependencies.newBuilder().addUrns(urn(i - 4)).build());
            }
            out.addResources(r);
        }
        return out.build();
    }

    private static String type(int i) {
        return "aws:" + TYPES[i % TYPES.length];
    }

    private static String urn(int i) {
        return "urn:pulumi:bench::bench::" + type(i) + "::r" + i;
    }

    private static Struct properties(int i) {
        Struct.Builder p = Struct.newBuilder()
                .putFields("name", text("r-" + i))
                .putFields("tags", struct(Map.of("owner", text("team-" + i % 7), "environment", text("prod"))));
        switch (i % TYPES.length) {
            case 0 -> p.putFields("bucket", text("data-" + i)).putFields("acl", text("private"))
                    .putFields("versioning", struct(Map.of("enabled", bool(true))))
                    .putFields("serverSideEncryptionConfiguration", struct(Map.of("rule", struct(Map.of(
                            "applyServerSideEncryptionByDefault",
                            struct(Map.of("sseAlgorithm", text("aws:kms"), "kmsMasterKeyId", KEY)))))));
            case 1 -> p.putFields("description", text("Group " + i)).putFields("vpcId", text("vpc-1"))
                    .putFields("ingress", list(open("10.0.0.0/8", 443), open("10.1.0.0/16", 8080)))
                    .putFields("egress", list(open("10.0.0.0/8", 443)));
            case 2 -> p.putFields("assumeRolePolicy", text(TRUST))
                    .putFields("inlinePolicies", list(struct(Map.of("name", text("own"), "policy", text(POLICY)))));
            case 3 -> p.putFields("kmsMasterKeyId", KEY).putFields("messageRetentionSeconds", number(345600));
            case 4 -> p.putFields("pointInTimeRecovery", struct(Map.of("enabled", bool(true))))
                    .putFields("serverSideEncryption", struct(Map.of("enabled", bool(true), "kmsKeyArn", KEY)));
            case 5 -> p.putFields("instanceType", text("t3.micro"))
                    .putFields("metadataOptions", struct(Map.of("httpTokens", text("required"))))
                    .putFields("rootBlockDevice", struct(Map.of("encrypted", bool(true), "volumeSize", number(20))))
                    .putFields("vpcSecurityGroupIds", list(text("04da6b54-80e4-46f7-96ec-b56ff0331ba9")));
            case 6 -> p.putFields("retentionInDays", number(30)).putFields("kmsKeyId", KEY);
            default -> p.putFields("runtime", text("java21")).putFields("kmsKeyArn", KEY)
                    .putFields("environment", struct(Map.of("variables", struct(Map.of("A", text("1"))))));
        }
        return p.build();
    }

    private static Value open(String cidr, int port) {
        return struct(Map.of("cidrBlocks", list(text(cidr)), "fromPort", number(port), "toPort", number(port),
                "protocol", text("tcp"), "description", text("from " + cidr)));
    }
}
