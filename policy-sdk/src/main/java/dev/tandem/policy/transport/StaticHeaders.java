package dev.tandem.policy.transport;

/** The header fields that every connection knows (RFC 7541, appendix A). */
final class StaticHeaders {

    private static final String[] FIELDS = (":authority=|:method=GET|:method=POST|:path=/|:path=/index.html|:scheme=http|:scheme=https"
                    + "|:status=200|:status=204|:status=206|:status=304|:status=400|:status=404|:status=500|accept-charset="
                    + "|accept-encoding=gzip, deflate|accept-language=|accept-ranges=|accept=|access-control-allow-origin=|age="
                    + "|allow=|authorization=|cache-control=|content-disposition=|content-encoding=|content-language="
                    + "|content-length=|content-location=|content-range=|content-type=|cookie=|date=|etag=|expect=|expires=|from="
                    + "|host=|if-match=|if-modified-since=|if-none-match=|if-range=|if-unmodified-since=|last-modified=|link="
                    + "|location=|max-forwards=|proxy-authenticate=|proxy-authorization=|range=|referer=|refresh=|retry-after="
                    + "|server=|set-cookie=|strict-transport-security=|transfer-encoding=|user-agent=|vary=|via="
                    + "|www-authenticate=")
            .split("\\|");

    static final int COUNT = FIELDS.length;

    private static final String[] NAMES = new String[COUNT];
    private static final String[] VALUES = new String[COUNT];

    static {
        for (int i = 0; i < COUNT; i++) {
            int end = FIELDS[i].indexOf('=');
            NAMES[i] = FIELDS[i].substring(0, end);
            VALUES[i] = FIELDS[i].substring(end + 1);
        }
    }

    private StaticHeaders() {}

    /** @param index from 1 */
    static String name(int index) {
        return NAMES[index - 1];
    }

    static String value(int index) {
        return VALUES[index - 1];
    }
}
