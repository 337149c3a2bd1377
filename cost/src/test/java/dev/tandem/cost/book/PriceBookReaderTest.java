package dev.tandem.cost.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class PriceBookReaderTest {

    private static final String RATE = entry("FX", "ECB", "global", "USD per EUR", "1.1186");
    private static final String NAT = entry("Amazon VPC", "NAT gateway", "eu-central-1", "hour", "0.052");

    @Test
    void readsAnEntry() {
        PriceBook book = read(NAT, RATE);

        Price nat = book.find(new ItemKey("Amazon VPC", "NAT gateway"), new Region("eu-central-1")).orElseThrow();
        assertThat(nat.usd()).isEqualByComparingTo("0.052");
        assertThat(nat.source()).isEqualTo("a page");
        assertThat(nat.asOf().text()).isEqualTo("2026-10-08");
        assertThat(nat.confidence()).isEqualTo(Confidence.PAGE);
        assertThat(book.newestRate().usdPerEur()).isEqualByComparingTo("1.1186");
    }

    @Test
    void refusesAnEntryWithoutSourceDateOrUnit() {
        assertFault(without(NAT, "source"), "entry 1 (Amazon VPC / NAT gateway / eu-central-1): source is missing, "
                + "expected where the figure was seen");
        assertFault(without(NAT, "as_of"), "entry 1 (Amazon VPC / NAT gateway / eu-central-1): as_of is missing, "
                + "expected the date of the source as yyyy-mm-dd, yyyy-mm or yyyy");
        assertFault(without(NAT, "unit"), "entry 1 (Amazon VPC / NAT gateway / eu-central-1): unit is missing, "
                + "expected what the price buys, for example \"GB-month\"");
    }

    @Test
    void refusesMissingNegativeAndTextualPrices() {
        assertFault(without(NAT, "usd"), "usd is missing, expected a number of 0 or more, for example 0.052");
        assertFault(NAT.replace("0.052", "-0.052"), "usd is -0.052, expected a number of 0 or more");
        assertFault(NAT.replace("0.052", "\"0.052\""), "usd is \"0.052\", expected a number of 0 or more");
    }

    @Test
    void refusesTwoPricesOfOneThingAndNamesBoth() {
        assertThatThrownBy(() -> read(NAT, RATE, NAT.replace("0.052", "0.061")))
                .isInstanceOf(PriceBookException.class)
                .hasMessage("price book book.json: 1 fault\n  entry 3 (Amazon VPC / NAT gateway / eu-central-1): priced "
                        + "twice, 0.052 in entry 1 and 0.061 in entry 3; keep the one with the newer source");
    }

    @Test
    void takesOneRateADayAndUsesTheNewest() {
        PriceBook book = read(RATE.replace("2026-10-08", "2026-09-01").replace("1.1186", "1.2"), RATE);

        assertThat(book.exchangeRates()).hasSize(2);
        assertThat(book.newestRate().usdPerEur()).isEqualByComparingTo("1.1186");
        assertThatThrownBy(() -> read(RATE, RATE.replace("1.1186", "1.2"))).hasMessageContaining(
                "priced twice, 1.1186 in entry 1 and 1.2 in entry 2");
    }

    @Test
    void refusesAnUnknownCurrency() {
        assertFault(RATE.replace("USD per EUR", "JPY per EUR"),
                "entry 1 (FX / ECB / global): unknown currency in unit \"JPY per EUR\", expected \"USD per EUR\"");
        assertFault(NAT.replace("\"usd\"", "\"gbp\""),
                "unknown key \"gbp\" (an unknown currency? prices stand in US dollars under \"usd\")");
    }

    @Test
    void refusesWhatIsNoRegionDateOrConfidence() {
        assertFault(NAT.replace("eu-central-1", "Frankfurt"),
                "region is \"Frankfurt\", expected a region such as eu-central-1, or global");
        assertFault(NAT.replace("2026-10-08", "08.10.2026"), "as_of is \"08.10.2026\", expected the date of the source");
        assertFault(NAT.replace("page\"}", "sure\"}"),
                "confidence is \"sure\", expected one of page, derived, unverified");
    }

    @Test
    void namesAllFaultsAtOnce() {
        assertThatThrownBy(() -> read(without(NAT, "unit"), without(NAT.replace("NAT gateway", "x"), "source"), RATE))
                .hasMessageContaining("2 faults").hasMessageContaining("entry 1 (").hasMessageContaining("entry 2 (");
    }

    @Test
    void refusesWhatIsNoListOfEntries() {
        assertThatThrownBy(() -> PriceBookReader.read("{}", "book.json"))
                .hasMessageContaining("book.json").hasMessageContaining("found a object, expected a list of entries");
        assertThatThrownBy(() -> PriceBookReader.read("[{]", "book.json"))
                .hasMessageContaining("no valid JSON at line 1, column 3");
        assertThatThrownBy(() -> read("7")).hasMessageContaining("entry 1 (? / ? / ?): is a number, expected an object");
        assertThatThrownBy(() -> read(NAT)).hasMessageContaining("has no exchange rate, expected an entry of service \"FX\"");
    }

    private static void assertFault(String entry, String message) {
        assertThatThrownBy(() -> read(entry, RATE.replace("ECB", "other")))
                .isInstanceOf(PriceBookException.class).hasMessageContaining(message);
    }

    private static PriceBook read(String... entries) {
        return PriceBookReader.read("[" + String.join(",", List.of(entries)) + "]", "book.json");
    }

    private static String without(String entry, String key) {
        return entry.replaceFirst("\"" + key + "\":(\"[^\"]*\"|[0-9.]+),?", "");
    }

    private static String entry(String service, String item, String region, String unit, String usd) {
        return "{\"service\":\"" + service + "\",\"item\":\"" + item + "\",\"region\":\"" + region + "\",\"unit\":\""
                + unit + "\",\"usd\":" + usd + ",\"source\":\"a page\",\"as_of\":\"2026-10-08\",\"confidence\":\"page\"}";
    }
}
