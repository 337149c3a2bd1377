package dev.tandem.preview.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.policy.model.Value;
import dev.tandem.preview.project.ConfigValue;
import dev.tandem.preview.project.InvalidProjectException;
import dev.tandem.preview.project.Stack;
import dev.tandem.preview.project.YamlFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InvokesTest {

    private static final Stack STACK = new Stack("dev",
            Map.of("shop:boundary", new ConfigValue("arn:aws:iam::111122223333:policy/boundary", false)));

    @Test
    void fixturesAnswerByTokenAndArguments() {
        Invokes invokes = invokes("""
                invokes:
                  - token: aws:ec2/getPrefixList:getPrefixList
                    args: {name: com.amazonaws.eu-central-1.s3}
                    result: {id: pl-1, cidrBlocks: [52.219.0.0/16]}
                  - token: aws:ec2/getPrefixList:getPrefixList
                    result: {id: pl-2}
                """);

        assertThat(invokes.invoke("aws:ec2/getPrefixList:getPrefixList", Map.of("name", text("com.amazonaws.eu-central-1.s3")),
                Optional.empty())).containsEntry("id", text("pl-1")).containsEntry("cidrBlocks", new Value.Items(
                List.of(text("52.219.0.0/16"))));
        assertThat(invokes.invoke("aws:ec2/getPrefixList:getPrefixList", Map.of("name", text("other")), Optional.empty()))
                .containsEntry("id", text("pl-2"));
    }

    @Test
    void whatFollowsFromConfigurationNeedsNoFixture() {
        Invokes invokes = invokes("");

        assertThat(invokes.invoke("aws:index/getRegion:getRegion", Map.of(), Optional.of("eu-west-1")))
                .containsEntry("name", text("eu-west-1"));
        assertThat(invokes.invoke("aws:index/getCallerIdentity:getCallerIdentity", Map.of(), Optional.empty()))
                .containsEntry("accountId", text("111122223333"));
        assertThat(invokes.invoke("aws:index/getAvailabilityZones:getAvailabilityZones", Map.of(), Optional.of("eu-west-1")))
                .containsEntry("names", new Value.Items(List.of(text("eu-west-1a"), text("eu-west-1b"), text("eu-west-1c"))));
        assertThat(invokes.invoke("aws:index/getPartition:getPartition", Map.of(), Optional.empty()))
                .containsEntry("partition", text("aws"));
    }

    @Test
    void aMissingAnswerNamesTokenArgumentsFileAndWhatToAdd() {
        assertThatThrownBy(() -> invokes("").invoke("aws:ssm/getParameter:getParameter",
                Map.of("name", text("/ami"), "key", new Value.Secret(text("hunter22"))), Optional.empty()))
                .isInstanceOf(RefusedException.class)
                .hasMessage("""
                        the program calls the function 'aws:ssm/getParameter:getParameter' with \
                        {"key":"[secret]","name":"/ami"}, and fixtures/dev.yaml does not say what it returns: expected \
                        there, for instance
                          invokes:
                            - token: aws:ssm/getParameter:getParameter
                              args: {"key":"[secret]","name":"/ami"}
                              result: {name: value}""");
    }

    @Test
    void otherStacksComeFromFixtures() {
        Invokes invokes = invokes("stackReferences:\n  organization/shop/prod: {vpcId: vpc-1}\n  organization/shop/new:\n");

        assertThat(invokes.invoke("pulumi:pulumi:readStackOutputs", Map.of("name", text("organization/shop/prod")),
                Optional.empty())).containsEntry("outputs", new Value.Fields(Map.of("vpcId", text("vpc-1"))));
        assertThatThrownBy(() -> invokes.stackOutputs("organization/shop/new"))
                .hasMessage("unknown stack \"organization/shop/new\"");
        assertThatThrownBy(() -> invokes.stackOutputs("organization/shop/qa"))
                .hasMessageContaining("the program reads the outputs of stack 'organization/shop/qa', and"
                        + " fixtures/dev.yaml has none of them");
    }

    @Test
    void fixturesOfAnotherFormAreRefused() {
        assertThatThrownBy(() -> invokes("invoke: []"))
                .isInstanceOf(InvalidProjectException.class)
                .hasMessage("fixtures/dev.yaml:1: found key 'invoke', expected 'invokes' or 'stackReferences'");
        assertThatThrownBy(() -> invokes("invokes:\n  - result: {}\n"))
                .hasMessageContaining("key 'invokes[0].token': found nothing, expected a token");
        assertThatThrownBy(() -> invokes("invokes:\n  - token: a:b:c\n    result: [1]\n"))
                .hasMessageContaining("fixtures/dev.yaml:3: key 'invokes[0].result': found a list, expected a mapping");
    }

    private static Invokes invokes(String fixtures) {
        return new Invokes(Fixtures.read(YamlFile.parse(fixtures, "fixtures/dev.yaml"), "fixtures/dev.yaml"), STACK);
    }

    private static Value text(String text) {
        return new Value.Text(text);
    }
}
