package dev.tandem.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.requirements.Covers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openapitools.openapidiff.core.OpenApiCompare;
import org.openapitools.openapidiff.core.model.ChangedOpenApi;

/** No document may break clients of the last release. A release copies {@code openapi} over {@code released/openapi}. */
class OpenApiTest {

    static Stream<String> documents() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("released/openapi"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    @Covers("R10.2")
    void breaksNoClientOfTheLastRelease(String document) {
        Path present = Path.of("openapi", document);
        assertThat(present).as("a released document may not go away").isRegularFile();

        ChangedOpenApi difference = OpenApiCompare.fromLocations("released/openapi/" + document, present.toString());

        assertThat(difference.isIncompatible()).as("%s against its release: changed %s, missing %s", document,
                difference.getChangedOperations().stream().map(change -> change.getHttpMethod() + " " + change.getPathUrl()).toList(),
                difference.getMissingEndpoints()).isFalse();
    }

    @Test
    @Covers("R10.2")
    void refusesWhatBreaksClients() throws IOException {
        String released = Files.readString(Path.of("released/openapi/persona.yaml"));

        for (List<String> change : List.of(
                List.of("required: [displayName, bio]", "required: [displayName, bio, birthday]", "a field more is required"),
                List.of("displayName: {type: string, maxLength: 100}", "displayName: {type: integer}", "a field has another type"),
                List.of("/personal-data:", "/my-data:", "a path is gone"),
                List.of("    put:\n      summary", "    patch:\n      summary", "a method is gone"))) {
            String broken = released.replace(change.get(0), change.get(1));
            assertThat(broken).isNotEqualTo(released);
            assertThat(OpenApiCompare.fromContents(released, broken).isIncompatible()).as(change.get(2)).isTrue();
        }
        String grown = released.replace("properties: {displayName:", "properties: {motto: {type: string}, displayName:");
        assertThat(OpenApiCompare.fromContents(released, grown).isIncompatible()).as("a field that may be left out").isFalse();
    }
}
