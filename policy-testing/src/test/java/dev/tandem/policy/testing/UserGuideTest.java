package dev.tandem.policy.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the user guide shows compiles, works and is as short as it says. */
class UserGuideTest {

    private static final Path GUIDE = Path.of("..", "docs", "policy-sdk");
    private static final Path EXAMPLE = Path.of("src", "test", "java", "com", "example", "shop");

    private static String shown(String page, String file) throws Exception {
        List<String> blocks = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(GUIDE.resolve(page)))
                .results()
                .map((MatchResult r) -> r.group(1))
                .filter(block -> block.contains("class " + file.replace(".java", " ")))
                .toList();
        assertThat(blocks).as(page + " shows " + file + " once").hasSize(1);
        return blocks.get(0);
    }

    @Test
    void thePackOfOneRuleIsWhatThePageShowsAndHasAtMostTwentyFiveLines() throws Exception {
        String source = Files.readString(EXAMPLE.resolve("ShopPolicies.java"));
        assertThat(shown("README.md", "ShopPolicies.java")).isEqualTo(source);
        assertThat(source.lines().count()).isLessThanOrEqualTo(25);
    }

    @Test
    void theFirstPageOfTheRepositoryShowsTheSame() throws Exception {
        Matcher block = Pattern.compile("```java\n(package com\\.example\\.shop;.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("..", "README.md")));
        assertThat(block.find()).as("README.md has a java block that starts with package com.example.shop;").isTrue();
        assertThat(block.group(1)).isEqualTo(Files.readString(EXAMPLE.resolve("ShopPolicies.java")));
        assertThat(block.find()).as("one block only").isFalse();
    }

    @Test
    void itsTestIsWhatThePageShows() throws Exception {
        assertThat(shown("testing.md", "ShopPoliciesTest.java"))
                .isEqualTo(Files.readString(EXAMPLE.resolve("ShopPoliciesTest.java")));
    }

    @Test
    void theConfiguredRuleIsWhatThePageShows() throws Exception {
        assertThat(shown("remediation-and-configuration.md", "WideDoors.java"))
                .isEqualTo(Files.readString(EXAMPLE.resolve("WideDoors.java")));
    }

    @Test
    void everyPageIsLinkedFromTheFirst() throws Exception {
        String start = Files.readString(GUIDE.resolve("README.md"));
        try (var pages = Files.list(GUIDE)) {
            assertThat(pages.map(p -> p.getFileName().toString()).filter(n -> !n.equals("README.md")))
                    .isNotEmpty()
                    .allSatisfy(name -> assertThat(start).contains("(" + name + ")"));
        }
    }
}
