package dev.tandem.e2e.shapes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tandem.components.guard.TaskPrice;
import dev.tandem.e2e.stock.ScratchClone;
import dev.tandem.requirements.Covers;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The hourly look at running tasks counts with the prices of the price book. */
class TaskPriceTest {

    @Test
    @Covers("R7.3")
    void pricesAreThoseOfTheBook() throws IOException {
        JsonNode book = new ObjectMapper().readTree(ScratchClone.repository()
                .resolve("cost/src/main/resources/dev/tandem/cost/book/prices.json").toFile());
        TaskPrice.BY_REGION.forEach((region, price) -> {
            assertThat(price.vcpuHour()).isEqualByComparingTo(usd(book, region, "Linux ARM64 vCPU, on demand"));
            assertThat(price.gbHour()).isEqualByComparingTo(usd(book, region, "Linux ARM64 memory, on demand"));
        });
    }

    private static BigDecimal usd(JsonNode book, String region, String item) {
        JsonNode prices = book.isArray() ? book : book.path("prices");
        return StreamSupport.stream(prices.spliterator(), false)
                .filter(price -> price.path("region").asText().equals(region) && price.path("item").asText().equals(item))
                .map(price -> new BigDecimal(price.path("usd").asText()))
                .findFirst().orElseThrow(() -> new AssertionError("no price of " + item + " in " + region));
    }
}
