package dev.tandem.preview.picture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BoxesTest {

    @Test
    void a_text_is_wrapped_at_blanks_and_nothing_of_it_is_lost() {
        assertThat(Boxes.wrap("FARGATE: weight 1, the first 1", 190)).containsExactly("FARGATE: weight 1, the", "first 1");
        assertThat(Boxes.wrap("2 tasks", 190)).containsExactly("2 tasks");
    }

    @Test
    void only_a_word_that_is_wider_than_the_box_is_cut() {
        assertThat(Boxes.wrap("a pneumonoultramicroscopic one", 90)).containsExactly("a", "pneumonoult…", "one");
    }
}
