package dev.tandem.ops.migrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.ops.OperationRefusedException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EdgeRulesTest {

    @Test
    void aRuleNamesItsListener() {
        assertThat(EdgeRules.listener("arn:aws:elasticloadbalancing:eu-central-1:111122223333:listener-rule/app/tandem-prod/50dc6c/f2f7dc/9683b2"))
                .isEqualTo("arn:aws:elasticloadbalancing:eu-central-1:111122223333:listener/app/tandem-prod/50dc6c/f2f7dc");
    }

    @Test
    void rulesOfAComparisonComeBeforeThePathsOwn() {
        List<EdgeRules.Rule> rules = List.of(rule(9), rule(10), rule(3), rule(0));
        assertThat(EdgeRules.freeBefore(rules, 10, 3)).containsExactly(8, 7, 6);
        assertThatThrownBy(() -> EdgeRules.freeBefore(rules, 3, 3)).isInstanceOf(OperationRefusedException.class)
                .hasMessage("the listener has 2 free priorities before 3, expected 3 for the rules of a comparison");
    }

    private static EdgeRules.Rule rule(int priority) {
        return new EdgeRules.Rule("r" + priority, priority, List.of("/api"), Map.of(), "");
    }
}
