package dev.tandem.infra.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tandem.components.service.ImageRef;
import dev.tandem.components.service.MeshServiceArgs;
import dev.tandem.components.service.Staging;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StagingReaderTest {

    private static final String STACK = "eu-central-1";
    private static final String BOUNDARY = "arn:aws:iam::111122223333:policy/";

    private static String config(String staging) {
        return Yaml.changed(STACK, "  tandem:services:\n", "  tandem:staging: " + staging + "\n  tandem:services:\n");
    }

    @Test
    void isOffUnlessItIsSaid() {
        assertThat(ConfigReader.read(STACK, Yaml.config(STACK), "[]").trials()).isEmpty();
    }

    @Test
    void readsTrialsAndWhereTheyRun() {
        List<MeshServiceArgs> trials = ConfigReader.read(STACK, config("{services: {auth: {image: \"tandem/prod/auth:1.5.0\"}}}"), "[]").trials();
        assertThat(trials).singleElement().satisfies(trial -> {
            assertThat(trial.name()).isEqualTo("auth-stg");
            assertThat(trial.staging()).contains(
                    new Staging("stg.api.tandem.example", BOUNDARY + "tandem-prod-staging-boundary-eu-central-1", true));
        });
        assertThat(ConfigReader.read(STACK, config("{host: try, boundaryArn: \"" + BOUNDARY + "trials\", services: {auth: {image:"
                + " \"tandem/prod/auth:1.5.0\"}}}"), "[]").trials().get(0).staging())
                .contains(new Staging("try.api.tandem.example", BOUNDARY + "trials", false));
    }

    /** Of a certificate that is given nobody here knows whether it has the host; one that the stack makes is for the public name only. */
    @Test
    void theHostIsProvenInTheAdoptedZoneUnlessACertificateIsGiven() {
        String trial = "{services: {auth: {image: \"tandem/prod/auth:1.5.0\"}}}\n  tandem:existing: {hostedZoneId: Z0123456789ABCDEFGHIJ}";
        assertThat(ConfigReader.read(STACK, config(trial), "[]").trials().get(0).staging().orElseThrow().provenIn()).isEmpty();
        String made = Yaml.text(STACK).replaceAll("  tandem:certificateArn: .*\n", "")
                .replace("  tandem:services:\n", "  tandem:staging: " + trial + "\n  tandem:services:\n");
        assertThat(ConfigReader.read(STACK, Yaml.config(made, ""), "[]").trials().get(0).staging().orElseThrow().provenIn())
                .contains("Z0123456789ABCDEFGHIJ");
    }

    @Test
    void readsTheCanaryOfATrial() {
        assertThat(ConfigReader.read(STACK, config("{services: {auth: {image: \"tandem/prod/auth:1.5.0\", canaryImage:"
                + " \"tandem/prod/auth:1.6.0\"}}}"), "[]").trials().get(0).canaryImage()).contains(ImageRef.parse("tandem/prod/auth:1.6.0"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "{services: {cart: {image: \"tandem/prod/cart:1.0.0\"}}} | the name \"cart\" | one of the region's services [auth, persona]",
        "{services: {auth: {image: \"tandem/prod/auth:latest\"}}} | tandem/prod/auth:latest | with a tag (not latest)",
        "{services: {auth: {image: \"tandem/prod/persona:1.0.0\"}}} | tandem/prod/persona:1.0.0 | an image of the repository tandem/prod/auth",
        "{services: {auth: {image: \"tandem/prod/auth:1.5.0\", canaryImage: \"tandem/prod/persona:1.0.0\"}}} | tandem/prod/persona:1.0.0"
                + " | an image of the repository tandem/prod/auth",
        "{services: {}} | no service | at least one to try out",
        "{services: {auth: {image: \"tandem/prod/auth:1.5.0\"}}, host: Stg_} | Stg_ | the first label of staging's host",
        "{services: {auth: {image: \"tandem/prod/auth:1.5.0\"}}, boundaryArn: \"arn:aws:iam::111122223333:policy/tandem-boundary\"} "
                + "| production's own boundary | trials never have production's rights",
    })
    void saysWhatIsWrong(String staging, String found, String expected) {
        InvalidConfig refused = catchThrowableOfType(InvalidConfig.class, () -> ConfigReader.read(STACK, config(staging), "[]"));
        assertThat(refused).hasMessageContaining(found).hasMessageContaining(expected);
    }
}
