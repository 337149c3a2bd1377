package dev.tandem.e2e.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.sqs.Queue;
import com.pulumi.core.annotations.ResourceType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

/** The simulator knows what the SDK knows: all of its types, by their tokens alone. */
class SdkShapesTest {

    @Test
    void everyTypeOfTheSdkIsFoundByItsToken() throws Exception {
        List<String> lost = new ArrayList<>();
        int found = 0;
        for (String token : tokensOfTheSdk()) {
            if (ResourceShape.of(token).isEmpty()) {
                lost.add(token);
            } else {
                found++;
            }
        }
        assertThat(lost).isEmpty();
        assertThat(found).isGreaterThan(1300);
    }

    @Test
    void everyListedFactIsAboutAnArgumentThatTheTypeHas() {
        List<String> wrong = new ArrayList<>();
        TypeFacts.listed().forEach((token, facts) -> {
            ResourceShape shape = ResourceShape.of(token).orElse(null);
            if (shape == null) {
                wrong.add(token + " is no type of the SDK");
                return;
            }
            List<String> named = new ArrayList<>(facts.replacedBy());
            named.addAll(facts.unique().stream().skip(1).toList());
            named.stream().map(name -> name.replaceFirst("^!", "").replaceFirst("\\..*", ""))
                    .filter(name -> !name.equals("*") && !shape.arguments().containsKey(name))
                    .forEach(name -> wrong.add(token + " has no argument " + name));
        });
        assertThat(wrong).isEmpty();
        assertThat(TypeFacts.listed()).hasSizeGreaterThan(90);
    }

    @Test
    void aTypeOrFunctionThatIsNotThereIsNotMadeUp() {
        assertThat(ResourceShape.of("aws:sqs/queue:Qeueu")).isEmpty();
        assertThat(ResourceShape.of("aws:sqs/nothing:QueueArgs")).isEmpty();
        assertThat(ResourceShape.of("gcp:sqs/queue:Queue")).isEmpty();
    }

    @Test
    void whatIsComputedIsWhatTheProgramCannotSet() {
        ResourceShape queue = ResourceShape.of("aws:sqs/queue:Queue").orElseThrow();

        assertThat(queue.exports()).containsKeys("arn", "url", "name");
        assertThat(queue.arguments()).containsKey("name").doesNotContainKeys("arn", "url");
        assertThat(queue.exports().get("kmsMasterKeyId").always()).isFalse();
        assertThat(queue.exports().get("name").always()).isTrue();
    }

    private static List<String> tokensOfTheSdk() throws IOException, ClassNotFoundException {
        List<String> tokens = new ArrayList<>();
        String jar = Queue.class.getProtectionDomain().getCodeSource().getLocation().getPath();
        try (JarFile file = new JarFile(jar)) {
            for (JarEntry entry : file.stream().toList()) {
                String name = entry.getName();
                if (name.endsWith(".class") && !name.contains("puts/") && !name.contains("enums/") && !name.contains("$")) {
                    ResourceType type = SdkNames.load(name.replace('/', '.').replaceFirst("\\.class$", ""))
                            .getAnnotation(ResourceType.class);
                    if (type != null && !type.type().startsWith("pulumi:providers:")) {
                        tokens.add(type.type());
                    }
                }
            }
        }
        return tokens;
    }
}
