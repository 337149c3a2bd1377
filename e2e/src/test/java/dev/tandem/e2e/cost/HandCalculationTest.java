package dev.tandem.e2e.cost;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tandem.e2e.mutations.Mutants;
import dev.tandem.e2e.stock.Stacks;
import dev.tandem.requirements.Covers;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a preview of the default stacks costs is what docs/cost.md calculates by hand, line by line and to the cent. */
@Covers("R1.5")
class HandCalculationTest {

    private static final BigDecimal USD_PER_EUR = new BigDecimal("1.1186");

    @ParameterizedTest
    @ValueSource(strings = {Stacks.PRIMARY, Stacks.SECONDARY})
    void eachRowIsCalculatedRight(String stack) {
        assertThat(HandCalculation.of(number(stack))).hasSizeGreaterThan(50).allSatisfy((line, row) ->
                assertThat(eur(row.calculation())).as("%s = %s USD", line, row.calculation()).isEqualByComparingTo(row.eur()));
    }

    @ParameterizedTest
    @ValueSource(strings = {Stacks.PRIMARY, Stacks.SECONDARY})
    void eachLineOfTheBillIsARowAndEachRowALine(String stack) {
        Map<String, BigDecimal> bill = new TreeMap<>();
        cost(stack).path("lines").forEach(l -> bill.merge(name(l), l.path("monthlyEur").decimalValue(), BigDecimal::add));
        Map<String, BigDecimal> page = new TreeMap<>();
        HandCalculation.of(number(stack)).forEach((line, row) -> page.put(line, row.eur()));

        bill.replaceAll((line, eur) -> eur.setScale(2, RoundingMode.HALF_UP));
        assertThat(page).as("docs/cost.md, the table of the default stacks").containsExactlyInAnyOrderEntriesOf(bill);
    }

    @ParameterizedTest
    @ValueSource(strings = {Stacks.PRIMARY, Stacks.SECONDARY})
    void theTotalIsThatOfTheBillAndUnderTheCeilingAndNothingIsWithoutAPrice(String stack) {
        BigDecimal sum = HandCalculation.of(number(stack)).values().stream().map(r -> Arithmetic.of(r.calculation()))
                .reduce(BigDecimal.ZERO, BigDecimal::add).divide(USD_PER_EUR, MathContext.DECIMAL128);
        BigDecimal monthly = cost(stack).path("monthlyEur").decimalValue();

        assertThat(sum.setScale(2, RoundingMode.HALF_UP)).isEqualByComparingTo(monthly)
                .isEqualByComparingTo(HandCalculation.total(number(stack)));
        assertThat(monthly).isLessThan(BigDecimal.valueOf(100));
        assertThat(List.copyOf(cost(stack).path("notPriced").findValuesAsText("type"))).isEmpty();
    }

    private static JsonNode cost(String stack) {
        return Mutants.clean().stack(stack).path("cost");
    }

    /** {@code auth: custom metrics that auth emits} of the component {@code auth (MeshService)}. */
    private static String name(JsonNode line) {
        return line.path("component").asText().replaceFirst(" \\(.*", "") + ": " + line.path("description").asText();
    }

    private static int number(String stack) {
        return stack.equals(Stacks.PRIMARY) ? 0 : 1;
    }

    private static BigDecimal eur(String calculation) {
        return Arithmetic.of(calculation).divide(USD_PER_EUR, MathContext.DECIMAL128).setScale(2, RoundingMode.HALF_UP);
    }
}
