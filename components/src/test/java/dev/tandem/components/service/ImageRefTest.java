package dev.tandem.components.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ImageRefTest {

    @Test
    void pullsFromTheRegistryOfItsRegion() {
        ImageRef image = ImageRef.parse("tandem/prod/auth:1.4.2@" + ServiceFixtures.DIGEST);

        assertThat(image.in("111122223333", "eu-west-1"))
                .isEqualTo("111122223333.dkr.ecr.eu-west-1.amazonaws.com/tandem/prod/auth:1.4.2@" + ServiceFixtures.DIGEST);
        assertThat(image.repositoryArn("111122223333", "eu-west-1"))
                .isEqualTo("arn:aws:ecr:eu-west-1:111122223333:repository/tandem/prod/auth");
        assertThat(ImageRef.parse("auth@" + ServiceFixtures.DIGEST).in("1", "eu-west-1"))
                .isEqualTo("1.dkr.ecr.eu-west-1.amazonaws.com/auth@" + ServiceFixtures.DIGEST);
    }

    @Test
    void refusesImagesThatDoNotSayWhatRuns() {
        assertThatThrownBy(() -> ImageRef.parse("tandem/auth"))
                .hasMessage("image \"tandem/auth\" has neither digest nor tag: expected \"tandem/auth:1.4.2\" or"
                        + " \"tandem/auth@sha256:<64 hexadecimal digits>\"");
        assertThatThrownBy(() -> ImageRef.parse("tandem/auth:latest"))
                .hasMessageStartingWith("image \"tandem/auth:latest\" has the tag \"latest\", which does not say what will run");
    }

    @Test
    void refusesForeignRegistriesAndNonsense() {
        for (String image : new String[] {
            "docker.io:443/auth:1", "localhost:5000/auth:1", "auth:1@sha256:12", "Auth:1", "", "auth:", "auth@latest"
        }) {
            assertThatThrownBy(() -> ImageRef.parse(image))
                    .as(image)
                    .hasMessageStartingWith("image \"" + image + "\" is malformed: expected")
                    .hasMessageEndingWith("without a registry host: every region pulls from its own");
        }
        assertThatThrownBy(() -> ImageRef.parse(null)).hasMessageStartingWith("image \"null\" is malformed");
    }
}
