package dev.tandem.policies.types;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.cost.plan.TypeNames;
import dev.tandem.cost.pricer.FreeTypes;
import dev.tandem.cost.pricer.PricerTable;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rules and estimator read the same plan: where both give a token another name, it is the same name. */
class CostNamesTest {

    @Test
    void aTokenThatBothRenameHasOneName() {
        assertThat(TypeNames.nativeNames()).isNotEmpty().allSatisfy((token, name) -> {
            String canonical = AwsTypes.canonical(token);
            if (!canonical.equals(byItself(token))) {
                assertThat(canonical).as(token).isEqualTo(name);
            }
        });
    }

    @Test
    void canonicalNamesArePricedUnderThemselves() {
        List<String> types = new ArrayList<>(PricerTable.types());
        types.addAll(FreeTypes.types());

        assertThat(types).allSatisfy(type -> assertThat(TypeNames.normalise(AwsTypes.canonical(type))).isEqualTo(type));
    }

    /** What becomes of a token of three parts that has no name of its own. */
    private static String byItself(String token) {
        String[] parts = token.split(":");
        return "aws:" + parts[1] + "/" + AwsTypes.lowerFirst(parts[2]) + ":" + parts[2];
    }
}
