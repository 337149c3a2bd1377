package dev.tandem.cost.report;

import java.util.List;

/**
 * Something that surely or possibly costs money and has no price here.
 *
 * @param type type of the resources
 * @param resources their URNs
 * @param reason why there is no price, for example the item that the book lacks for the region
 */
public record NotPriced(String type, List<String> resources, String reason) {

    public NotPriced {
        resources = List.copyOf(resources);
    }

    @Override
    public String toString() {
        return type + " (" + resources.size() + "): " + reason;
    }
}
