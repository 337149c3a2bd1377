package sample.shop;

import com.pulumi.Context;
import com.pulumi.aws.sqs.Queue;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import dev.tandem.components.source.Site;
import java.util.HashMap;
import java.util.Map;

/** A program of another team, which notes by itself on which line it declares what. */
public final class ShopProgram {

    /** Resource name to line. */
    public final Map<String, Integer> lines = new HashMap<>();

    public void declare(Context ctx) {
        note("jobs"); new Queue("jobs");
        note("www"); Site site = new Site("www", ComponentResourceOptions.Empty);
        note("extra"); new Queue("extra", null, CustomResourceOptions.builder().parent(site).build());
    }

    private void note(String name) {
        lines.put(name, StackWalker.getInstance().walk(f -> f.skip(1).findFirst().orElseThrow().getLineNumber()));
    }
}
