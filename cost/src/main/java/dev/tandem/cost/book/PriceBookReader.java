package dev.tandem.cost.book;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads and checks a price book. A book with any fault is refused, with all its faults in one message. */
public final class PriceBookReader {

    private static final String RESOURCE = "prices.json";
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final String origin;
    private final List<String> faults = new ArrayList<>();
    private final Map<String, Seen> seen = new LinkedHashMap<>();
    private final List<Price> prices = new ArrayList<>();
    private final List<ExchangeRate> rates = new ArrayList<>();

    private record Seen(int number, EntryReader entry) {}

    private PriceBookReader(String origin) {
        this.origin = origin;
    }

    /**
     * Reads a book: a JSON list of entries.
     *
     * @param json the text
     * @param origin name of the file, for messages
     * @throws PriceBookException when the text is no such list or any entry is faulty
     */
    public static PriceBook read(String json, String origin) {
        return new PriceBookReader(origin).read(json);
    }

    static PriceBook readBundled() {
        try (InputStream in = PriceBookReader.class.getResourceAsStream(RESOURCE)) {
            return read(new String(in.readAllBytes(), StandardCharsets.UTF_8), RESOURCE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private PriceBook read(String json) {
        JsonNode list;
        try {
            list = JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new PriceBookException(origin, List.of("no valid JSON at line " + e.getLocation().getLineNr()
                    + ", column " + e.getLocation().getColumnNr() + ": " + e.getOriginalMessage()));
        }
        if (!list.isArray()) {
            throw new PriceBookException(origin, List.of("found " + EntryReader.kind(list)
                    + ", expected a list of entries [{\"service\": …, \"item\": …, \"region\": …, \"usd\": …}, …]"));
        }
        for (int i = 0; i < list.size(); i++) {
            entry(i + 1, list.get(i));
        }
        if (rates.isEmpty() && faults.isEmpty()) {
            faults.add("has no exchange rate, expected an entry of service \"" + EntryReader.FX + "\"");
        }
        if (!faults.isEmpty()) {
            throw new PriceBookException(origin, faults);
        }
        return new PriceBook(prices, rates);
    }

    private void entry(int number, JsonNode node) {
        EntryReader entry = new EntryReader(number, node, faults);
        if (!entry.check()) {
            return;
        }
        Seen before = seen.putIfAbsent(entry.identity(), new Seen(number, entry));
        if (before != null) {
            faults.add(entry.label() + ": priced twice, " + before.entry().usd().toPlainString() + " in entry "
                    + before.number() + " and " + entry.usd().toPlainString() + " in entry " + number
                    + "; keep the one with the newer source");
        } else if (entry.isRate()) {
            rates.add(entry.rate());
        } else {
            prices.add(entry.price());
        }
    }
}
