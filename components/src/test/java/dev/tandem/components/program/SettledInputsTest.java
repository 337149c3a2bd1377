package dev.tandem.components.program;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import com.pulumi.core.Output;
import com.pulumi.core.annotations.Import;
import com.pulumi.core.internal.Internal;
import com.pulumi.core.internal.OutputData;
import com.pulumi.core.internal.OutputInternal;
import com.pulumi.resources.ResourceArgs;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Inputs with outputs that are still to come, as the SDK asks for them. */
class SettledInputsTest {

    private final CompletableFuture<OutputData<String>> first = new CompletableFuture<>();
    private final CompletableFuture<OutputData<String>> second = new CompletableFuture<>();
    private final Args args = new Args();

    /** The form of what the SDK generates. */
    static final class Args extends ResourceArgs {
        @Import(name = "input")
        private Output<?> input;

        @Import(name = "nested")
        private Output<Args> nested;
    }

    private static <T> Output<T> output(CompletableFuture<OutputData<T>> data) {
        return new OutputInternal<>(data);
    }

    private static OutputData<?> now(Output<?> output) {
        return Internal.of(output).getDataAsync().getNow(null);
    }

    private void settle() {
        SettledInputs.settle(args);
    }

    private void arrive() {
        first.complete(OutputData.of("a"));
        second.complete(OutputData.ofNullable(ImmutableSet.of(), null, false));
    }

    @Test
    void aListIsThereWhenAllOfItIsAndItsPartsAreAsTheyWere() {
        List<Output<String>> parts = List.of(output(first), output(second));
        args.input = Output.of(parts);
        settle();

        first.complete(OutputData.of("a"));
        assertThat(now(args.input)).isNull();
        arrive();
        assertThat(now(args.input).isKnown()).as("only a part is unknown").isTrue();
        assertThat(now(args.input).getValueNullable()).isSameAs(parts);
    }

    @Test
    void outputsAreAwaitedHoweverDeepTheyAre() {
        Args inner = new Args();
        inner.input = Output.of(Map.of("key", List.of(output(first))));
        CompletableFuture<OutputData<Args>> itself = new CompletableFuture<>();
        inner.nested = output(itself);
        args.nested = Output.of(inner);
        settle();

        Args innermost = new Args();
        innermost.input = output(second);
        itself.complete(OutputData.of(innermost));
        first.complete(OutputData.of("a"));
        assertThat(now(args.nested)).as("what is within an output that came later").isNull();
        arrive();
        assertThat(now(args.nested).getValueNullable()).isSameAs(inner);
    }

    @Test
    void oneOutputStaysWhatItIs() {
        Output<String> one = output(first);
        args.input = one;
        settle();
        assertThat(args.input).isSameAs(one);

        args.input = Output.of(List.of("text", one));
        Output<?> list = args.input;
        settle();
        assertThat(args.input).isSameAs(list);
    }

    @Test
    void anOutputThatFailsFailsTheInput() {
        args.input = Output.of(List.of(output(first), output(second)));
        settle();
        second.completeExceptionally(new IllegalStateException("refused"));
        first.complete(OutputData.of("a"));
        assertThat(Internal.of(args.input).getDataAsync()).isCompletedExceptionally();
    }
}
