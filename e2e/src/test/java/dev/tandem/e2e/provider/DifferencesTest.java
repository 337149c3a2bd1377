package dev.tandem.e2e.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Struct;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a change does to a resource that exists. */
class DifferencesTest {

    private static final TypeFacts SUBNET = facts("aws:ec2/subnet:Subnet");
    private static final TypeFacts TASK = facts("aws:ecs/taskDefinition:TaskDefinition");

    @Test
    void theSameInputsChangeNothing() {
        assertThat(between(Map.of("cidrBlock", "10.0.0.0/20"), Map.of("cidrBlock", "10.0.0.0/20"), SUBNET).changed()).isEmpty();
    }

    @Test
    void secrecyAloneChangesNothing() {
        assertThat(between(Map.of("tags", "x"), Map.of("tags", Values.secret(Values.string("x"))), SUBNET).changed()).isEmpty();
    }

    @Test
    void aTagIsChangedInPlaceAndAnAddressRangeReplaces() {
        Differences differences = between(
                Map.of("cidrBlock", "10.0.0.0/20", "tags", Map.of("a", "b")),
                Map.of("cidrBlock", "10.0.16.0/20", "tags", Map.of("a", "c")), SUBNET);

        assertThat(differences.changed()).containsExactly("cidrBlock", "tags");
        assertThat(differences.replacing()).containsExactly("cidrBlock");
        assertThat(differences.deleteFirst()).isFalse();
    }

    @Test
    void aTaskDefinitionIsReplacedByAnythingButItsTags() {
        assertThat(between(Map.of("cpu", "256"), Map.of("cpu", "512", "tags", Map.of("a", "b")), TASK).replacing()).containsExactly("cpu");
    }

    @Test
    void whatReplacesSomethingOfItsOwnNameComesAfterIt() {
        TypeFacts repository = facts("aws:ecr/repository:Repository");
        Differences differences = between(Map.of("name", "auth"), Map.of("name", "auth", "encryptionConfigurations", List.of()), repository);

        assertThat(differences.replacing()).containsExactly("encryptionConfigurations");
        assertThat(differences.deleteFirst()).isTrue();
    }

    @Test
    void anIgnoredArgumentChangesNothing() {
        assertThat(Differences.between(struct(Map.of("cpu", "1")), struct(Map.of("cpu", "2")), List.of("cpu"), TASK).changed()).isEmpty();
    }

    private static Differences between(Map<String, Object> old, Map<String, Object> now, TypeFacts facts) {
        return Differences.between(struct(old), struct(now), List.of(), facts);
    }

    private static TypeFacts facts(String token) {
        return TypeFacts.of(ResourceShape.of(token).orElseThrow());
    }

    private static Struct struct(Map<String, Object> fields) {
        return Values.of(fields).getStructValue();
    }
}
