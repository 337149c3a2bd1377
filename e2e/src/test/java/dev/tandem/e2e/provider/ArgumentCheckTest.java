package dev.tandem.e2e.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the simulated provider refuses, with both sides in the text. */
class ArgumentCheckTest {

    private static final String GROUP = "aws:ec2/securityGroup:SecurityGroup";

    @Test
    void anUnknownArgumentIsRefusedWithTheOnesThereAre() {
        assertThat(problems("aws:sqs/queue:Queue", Map.of("colour", "red"))).singleElement().satisfies(problem -> {
            assertThat(problem.path()).isEqualTo("colour");
            assertThat(problem.reason()).startsWith("unknown argument 'colour', aws:sqs/queue:Queue has [")
                    .contains("kmsMasterKeyId", "visibilityTimeoutSeconds");
        });
    }

    @Test
    void aMissingRequiredArgumentIsRefused() {
        assertThat(problems("aws:s3/bucketPolicy:BucketPolicy", Map.of("bucket", "b"))).containsExactly(new Problem("policy",
                "missing required argument 'policy' of aws:s3/bucketPolicy:BucketPolicy, expected a string"));
    }

    @Test
    void aMistypedArgumentIsRefused() {
        assertThat(problems("aws:sqs/queue:Queue", Map.of("delaySeconds", "soon", "fifoQueue", 1.0))).containsExactlyInAnyOrder(
                new Problem("delaySeconds", "found a string (\"soon\"), expected an integer"),
                new Problem("fifoQueue", "found a number (1.0), expected a boolean"));
    }

    @Test
    void aFractionIsNoInteger() {
        assertThat(problems("aws:sqs/queue:Queue", Map.of("delaySeconds", 1.5)))
                .containsExactly(new Problem("delaySeconds", "found a number (1.5), expected an integer"));
    }

    @Test
    void nestedObjectsAreCheckedWithTheirPath() {
        Map<String, Object> rule = Map.of("fromPort", "http", "protocol", "tcp", "cidrBlocks", List.of(10));

        assertThat(problems(GROUP, Map.of("ingress", List.of(rule)))).containsExactlyInAnyOrder(
                new Problem("ingress[0].fromPort", "found a string (\"http\"), expected an integer"),
                new Problem("ingress[0].toPort", "missing required argument 'toPort' of SecurityGroupIngressArgs, expected an integer"),
                new Problem("ingress[0].cidrBlocks[0]", "found a number (10.0), expected a string"));
    }

    @Test
    void aMapsItemsAreChecked() {
        assertThat(problems(GROUP, Map.of("tags", Map.of("Cost Center", 7))))
                .containsExactly(new Problem("tags[\"Cost Center\"]", "found a number (7.0), expected a string"));
    }

    @Test
    void anUnknownValuePassesWhereverItStands() {
        assertThat(problems(GROUP, Map.of("ingress", List.of(
                Map.of("fromPort", Values.unknown(), "toPort", 443, "protocol", Values.unknown()), Values.unknown())))).isEmpty();
    }

    @Test
    void aSecretIsCheckedButNotShown() {
        Value secret = Values.secret(Values.string("hush"));

        assertThat(problems("aws:sqs/queue:Queue", Map.of("name", secret))).isEmpty();
        assertThat(problems("aws:sqs/queue:Queue", Map.of("delaySeconds", secret)))
                .containsExactly(new Problem("delaySeconds", "found a string, expected an integer"));
        assertThat(problems(GROUP, Map.of("tags", Map.of("a", Values.secret(Values.of(7))))))
                .containsExactly(new Problem("tags[\"a\"]", "found a number, expected a string"));
    }

    @Test
    void anEnumOrAStringTakesAnyString() {
        assertThat(problems("aws:lambda/function:Function", Map.of("role", "arn:aws:iam::111122223333:role/r", "runtime", "java21"))).isEmpty();
    }

    private static List<Problem> problems(String token, Map<String, Object> arguments) {
        ResourceShape shape = ResourceShape.of(token).orElseThrow();
        return ArgumentCheck.check(token, shape.argsClass(), Values.of(arguments).getStructValue());
    }
}
