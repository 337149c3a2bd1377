package dev.tandem.cost.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PriceBookTest {

    private static final Region CENTRAL = new Region("eu-central-1");
    private static final Region WEST = new Region("eu-west-1");
    /** A price of one direction stands under the region that the data leaves. */
    private static final Set<ItemKey> ONE_REGION = Set.of(Items.TRANSFER_CENTRAL_TO_WEST, Items.TRANSFER_WEST_TO_CENTRAL);

    private final PriceBook book = PriceBook.bundled();

    @Test
    void hasEveryItemThatPricersNameInBothRegions() {
        assertThat(items()).hasSizeGreaterThan(90).allSatisfy(item -> {
            boolean central = book.find(item, CENTRAL).isPresent();
            boolean west = book.find(item, WEST).isPresent();
            assertThat(ONE_REGION.contains(item) ? central != west : central && west).as("%s", item).isTrue();
        });
    }

    @Test
    void looksUpTheRegionFirstAndThenGlobal() {
        assertThat(book.find(Items.VPC_NAT, WEST).orElseThrow().usd()).isEqualByComparingTo("0.048");
        assertThat(book.find(Items.ROUTE53_ZONE, WEST).orElseThrow().region()).isEqualTo(Region.GLOBAL);
        assertThat(book.find(Items.VPC_NAT, new Region("us-east-1"))).isEmpty();
        assertThat(book.find(new ItemKey("Amazon VPC", "no such item"), WEST)).isEmpty();
    }

    @Test
    void dividesBundlesExactly() {
        Price requests = book.find(Items.KMS_REQUESTS, CENTRAL).orElseThrow();

        assertThat(requests.unit()).isEqualTo("10000 requests");
        assertThat(requests.perOne()).isEqualByComparingTo("0.000003");
        assertThat(requests.singleUnit()).isEqualTo("requests");
        assertThat(book.find(Items.VPC_NAT, CENTRAL).orElseThrow().singleUnit()).isEqualTo("hour");
    }

    @Test
    void countsAgeFromTheLastSightingAndAVagueDateFromItsFirstDay() {
        Price p = new Price(Items.VPC_NAT, CENTRAL, "hour", BigDecimal.ONE, "s", AsOf.parse("2025-10-27").orElseThrow(),
                AsOf.parse("2026-10-08"), Confidence.PAGE);

        assertThat(p.lastSeen().text()).isEqualTo("2026-10-08");
        assertThat(p.isStale(LocalDate.of(2027, 4, 6))).isFalse();
        assertThat(p.isStale(LocalDate.of(2027, 4, 7))).isTrue();
        assertThat(AsOf.parse("2026").orElseThrow().earliest()).isEqualTo("2026-01-01");
        assertThat(AsOf.parse("2026-06").orElseThrow().earliest()).isEqualTo("2026-06-01");
        assertThat(AsOf.parse("2026-13")).isEmpty();
        assertThat(AsOf.parse("soon")).isEqualTo(Optional.empty());
    }

    @Test
    void takesTheNewestRateUnlessConfigured() {
        assertThat(book.newestRate().date()).isEqualTo("2026-10-08");
        assertThat(book.newestRate().toEur(new BigDecimal("111.86"))).isEqualByComparingTo("100");
        assertThatThrownBy(() -> ExchangeRate.configured(BigDecimal.ZERO, LocalDate.EPOCH))
                .hasMessage("exchange rate is 0 USD per EUR, expected between 0.1 and 10, for example 1.1186");
    }

    @Test
    void refusesWhatIsNoRegion() {
        assertThatThrownBy(() -> new Region("Ireland")).hasMessage(
                "region is \"Ireland\", expected the code of an AWS region, for example eu-central-1");
    }

    private static List<ItemKey> items() {
        return Arrays.stream(Items.class.getDeclaredFields())
                .filter(f -> Modifier.isPublic(f.getModifiers()))
                .map(PriceBookTest::value)
                .toList();
    }

    private static ItemKey value(Field field) {
        try {
            return (ItemKey) field.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
