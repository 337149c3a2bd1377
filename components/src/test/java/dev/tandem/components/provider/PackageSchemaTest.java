package dev.tandem.components.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.tandem.components.foundation.FoundationRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PackageSchemaTest {

    private final JsonObject schema = JsonParser.parseString(PackageSchema.json(Main.VERSION)).getAsJsonObject();

    @Test
    void a_foundation_tells_all_that_the_java_reference_has() {
        List<String> components = Arrays.stream(FoundationRef.class.getRecordComponents()).map(c -> c.getName()).toList();
        assertThat(Properties.FOUNDATION_REF).extracting(Property::name).containsExactlyElementsOf(components);
    }

    @Test
    void every_reference_leads_to_a_type_or_a_resource() {
        String text = schema.toString();
        assertThat(text).contains("#/types/tandem:index:Daytime", "#/resources/tandem:foundation:RegionalFoundation");
        assertThat(schema.getAsJsonObject("types").keySet()).containsExactlyInAnyOrder("tandem:index:Foundation", "tandem:index:Daytime");
    }

    @Test
    void names_are_used_once_and_descriptions_end_as_sentences() {
        Stream.of(Properties.FOUNDATION_INPUTS, Properties.FOUNDATION_REF, Properties.SERVICE_INPUTS,
                Properties.SERVICE_OUTPUTS, Properties.DAYTIME).forEach(properties -> {
                    assertThat(properties).extracting(Property::name).doesNotHaveDuplicates();
                    assertThat(properties).allSatisfy(p -> assertThat(p.description()).as(p.name()).endsWith("."));
                });
    }

    @Test
    void the_version_is_the_poms() throws IOException {
        assertThat(Files.readString(Path.of("pom.xml"))).contains("<version>" + Main.VERSION + "</version>");
        assertThat(Files.readString(Path.of("PulumiPlugin.yaml"))).contains("version: " + Main.VERSION + "\n");
    }
}
