package dev.tandem.cost.book;

/**
 * What is charged, as the book names it.
 *
 * @param service AWS service, for example {@code Amazon VPC}
 * @param item what the service charges for, for example {@code NAT gateway}
 */
public record ItemKey(String service, String item) {

    @Override
    public String toString() {
        return service + " / " + item;
    }
}
