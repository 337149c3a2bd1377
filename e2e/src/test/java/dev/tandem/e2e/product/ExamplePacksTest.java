package dev.tandem.e2e.product;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.e2e.conformance.SimpleProject;
import dev.tandem.e2e.process.Run;
import dev.tandem.e2e.stock.SharedClone;
import dev.tandem.e2e.tools.NeedsTools;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Every example is a pack that the stock CLI takes, all at once; what their rules find is tested beside them. */
@NeedsTools
class ExamplePacksTest {

    @Test
    void theStockCliServesThem() {
        Path examples = SharedClone.get().root().resolve("policy-sdk/examples");
        Run.Finished preview = new SimpleProject(examples.resolve("kubernetes-pods"))
                .resources("res=true")
                .pulumi("preview", "--stack", "test", "--non-interactive", "--color", "never",
                        "--policy-pack", examples.resolve("kubernetes-pods").toString(),
                        "--policy-pack", examples.resolve("gcp-storage").toString(),
                        "--policy-pack", examples.resolve("cost-labels").toString());
        assertThat(preview.exit()).as(preview.text()).isZero();
        assertThat(preview.text()).contains("kubernetes-pods@v1.0.0", "gcp-storage@v1.0.0", "cost-labels@v1.0.0");
    }
}
