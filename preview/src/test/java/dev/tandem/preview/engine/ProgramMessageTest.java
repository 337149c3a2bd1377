package dev.tandem.preview.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProgramMessageTest {

    @Test
    void anUnhandledExceptionBecomesItsMessage() {
        String logged = """
                Running program [PID: 42](/opt/jdk/bin/java -cp /home/x App) failed with an unhandled exception:
                java.lang.IllegalArgumentException: cidr 10.0.0.0/30: expected at least a /24
                \tat dev.example.App.main(App.java:12)
                \t... 3 more
                """;

        assertThat(ProgramMessage.of(logged))
                .isEqualTo("IllegalArgumentException: cidr 10.0.0.0/30: expected at least a /24");
    }

    @Test
    void wrappersAreSkipped() {
        String logged = """
                Running program [PID: 42](java App) failed with an unhandled exception:
                java.util.concurrent.CompletionException: java.lang.IllegalStateException: no zone
                \tat java.base/java.util.concurrent.CompletableFuture.join(CompletableFuture.java:1)
                Caused by: java.lang.IllegalStateException: no zone
                second line
                \tat dev.example.App.main(App.java:12)
                Caused by: java.io.IOException: disk
                \tat dev.example.App.read(App.java:2)
                """;

        assertThat(ProgramMessage.of(logged)).isEqualTo("IllegalStateException: no zone\nsecond line");
    }

    @Test
    void plainMessagesStayAsTheyAre() {
        assertThat(ProgramMessage.of("the bucket must have a name\n  see the docs")).isEqualTo(
                "the bucket must have a name\n  see the docs");
    }

    @Test
    void invalidConfigurationIsRecognisedAsLogAndAsException() {
        assertThat(ProgramMessage.invalidConfiguration("invalid configuration: a\n  b")).contains("invalid configuration: a\n  b");
        assertThat(ProgramMessage.invalidConfiguration("InvalidConfig: invalid configuration: a")).contains(
                "invalid configuration: a");
        assertThat(ProgramMessage.invalidConfiguration("something else\nx: invalid configuration: a")).isEmpty();
    }
}
