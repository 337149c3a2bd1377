package dev.tandem.components.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.resources.StackOptions;
import com.pulumi.test.Mocks;
import com.pulumi.test.PulumiTest;
import com.pulumi.test.TestOptions;
import dev.tandem.components.program.SettledInputs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sample.shop.ShopProgram;

class SourcePositionsTest {

    @TempDir
    Path folder;

    @AfterEach
    void cleanUp() {
        PulumiTest.cleanup();
    }

    @Test
    void everyResourceIsNotedWithTheLineOfTheProgramThatAsksForIt() throws IOException {
        Path file = folder.resolve("positions.txt");
        ShopProgram program = run(SourcePositions.stackOptions(file));

        String queue = "aws:sqs/queue:Queue";
        assertThat(Files.readAllLines(file)).containsExactly(
                line(queue, "jobs", program.lines.get("jobs")),
                line("shop:index:Site", "www", program.lines.get("www")),
                line("shop:index:Site$" + queue, "www-dead", program.lines.get("www")),
                line("shop:index:Site$" + queue, "extra", program.lines.get("extra")));
    }

    @Test
    void aLibraryIsPassedOver() {
        Path file = folder.resolve("positions.txt");
        run(SourcePositions.stackOptions(file, "sample.shop"));

        assertThat(file).doesNotExist();
    }

    @Test
    void aFileThatCannotBeWrittenStopsNoProgram() {
        run(SourcePositions.stackOptions(folder.resolve("no/such/folder/positions.txt")));
    }

    @Test
    void withoutAPreviewInputsAreSettledAndNothingIsWritten() {
        assertThat(System.getenv(SourcePositions.VARIABLE)).isNull();
        assertThat(SourcePositions.stackOptions()).satisfies(options ->
                assertThat(options.resourceTransformations()).hasOnlyElementsOfType(SettledInputs.class));
    }

    private static ShopProgram run(StackOptions options) {
        ShopProgram program = new ShopProgram();
        PulumiTest.withMocks(new Echo())
                .withOptions(TestOptions.builder().projectName("shop").stackName("dev").preview(true)
                        .resourceTransformations(options.resourceTransformations()).build())
                .runTest(program::declare)
                .throwOnError();
        assertThat(program.lines).hasSize(3);
        return program;
    }

    private static String line(String type, String name, int line) {
        return String.join("\t", type, name, "sample/shop/ShopProgram.java", String.valueOf(line));
    }

    /** Answers with the inputs. */
    private static final class Echo implements Mocks {
        @Override
        public CompletableFuture<ResourceResult> newResourceAsync(ResourceArgs args) {
            return CompletableFuture.completedFuture(ResourceResult.of(Optional.of("id-of-" + args.name), args.inputs));
        }

        @Override
        public CompletableFuture<Map<String, Object>> callAsync(CallArgs args) {
            return CompletableFuture.completedFuture(Map.of());
        }
    }
}
