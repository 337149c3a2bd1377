package dev.tandem.ops.quota;

import dev.tandem.ops.access.AwsAccess;
import dev.tandem.ops.access.SignedCall;
import dev.tandem.ops.access.Xml;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.w3c.dom.Element;

/** Records of the account's hosted zones. Route 53 is one service for all regions; its control plane is in us-east-1. */
final class ZoneRecords {

    private static final String REGION = "us-east-1";
    private static final String PATH = "/2013-04-01/hostedzone";

    private ZoneRecords() {}

    /**
     * A hosted zone.
     *
     * @param id      without {@code /hostedzone/}
     * @param name    such as {@code svc.local.}
     * @param closed  whether it is private
     * @param records how many it has
     */
    record Zone(String id, String name, boolean closed, int records) {}

    /**
     * The fullest public and the fullest private one of the account, and some more.
     *
     * @param more ids of zones that are wanted however full they are
     */
    static List<Zone> fullest(AwsAccess access, Set<String> more) {
        SignedCall call = call(access);
        List<Zone> zones = new ArrayList<>();
        String marker = "";
        do {
            Element page = Xml.parse(call.xml("ListHostedZones", PATH, marker.isEmpty() ? Map.of() : Map.of("marker", marker)));
            for (Element zone : Xml.at(page, "HostedZones", "HostedZone")) {
                zones.add(new Zone(Xml.text(zone, "Id").replaceFirst(".*/", ""), Xml.text(zone, "Name"),
                        Boolean.parseBoolean(Xml.text(zone, "Config", "PrivateZone")),
                        Integer.parseInt(Xml.text(zone, "ResourceRecordSetCount"))));
            }
            marker = Xml.text(page, "NextMarker");
        } while (!marker.isEmpty());
        List<Zone> fullest = new ArrayList<>();
        for (boolean closed : new boolean[] {false, true}) {
            zones.stream().filter(zone -> zone.closed() == closed).max(Comparator.comparingInt(Zone::records)).ifPresent(fullest::add);
        }
        zones.stream().filter(zone -> more.contains(zone.id()) && !fullest.contains(zone)).forEach(fullest::add);
        return fullest;
    }

    /** How many records a zone may have. */
    static double limit(AwsAccess access, Zone zone) {
        Element answer = Xml.parse(call(access).xml("GetHostedZoneLimit", "/2013-04-01/hostedzonelimit/" + zone.id() + "/MAX_RRSETS_BY_ZONE",
                Map.of()));
        return Double.parseDouble(Xml.text(answer, "Limit", "Value"));
    }

    private static SignedCall call(AwsAccess access) {
        return new SignedCall(new AwsAccess(REGION, access.profile(), access.endpoint()), "route53", "route53.amazonaws.com");
    }
}
