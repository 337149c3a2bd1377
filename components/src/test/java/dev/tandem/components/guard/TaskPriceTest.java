package dev.tandem.components.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.tandem.requirements.Covers;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The hourly look at running tasks counts with the prices of the price book. */
class TaskPriceTest {

    private static final Path BOOK = Path.of("..", "cost", "src", "main", "resources", "dev", "tandem", "cost", "book", "prices.json");

    @Test
    @Covers("R7.3")
    void pricesAreThoseOfTheBook() throws IOException {
        JsonElement book = JsonParser.parseString(Files.readString(BOOK));
        TaskPrice.BY_REGION.forEach((region, price) -> {
            assertThat(price.vcpuHour()).isEqualByComparingTo(usd(book, region, "Linux ARM64 vCPU, on demand"));
            assertThat(price.gbHour()).isEqualByComparingTo(usd(book, region, "Linux ARM64 memory, on demand"));
        });
    }

    private static BigDecimal usd(JsonElement book, String region, String item) {
        for (JsonElement each : book.isJsonArray() ? book.getAsJsonArray() : book.getAsJsonObject().getAsJsonArray("prices")) {
            JsonObject price = each.getAsJsonObject();
            if (price.get("region").getAsString().equals(region) && price.get("item").getAsString().equals(item)) {
                return price.get("usd").getAsBigDecimal();
            }
        }
        throw new AssertionError("no price of " + item + " in " + region);
    }
}
