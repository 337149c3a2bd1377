package dev.tandem.ops.quota;

import dev.tandem.ops.access.AwsAccess;
import dev.tandem.ops.access.SignedCall;
import dev.tandem.ops.access.Xml;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.w3c.dom.Element;

/** Addresses of the subnets that tasks run in. What endpoints, load balancers and functions have there counts as used. */
final class SubnetRoom {

    /** AWS keeps the first four and the last address of each subnet (VPC user guide, subnet sizing). */
    private static final int RESERVED = 5;

    private static final int BITS = 32;

    private SubnetRoom() {}

    static List<Quota> of(AwsAccess access, Scale scale) {
        List<Quota> found = new ArrayList<>();
        if (scale.subnets().isEmpty()) {
            return found;
        }
        Map<String, String> parameters = new TreeMap<>();
        for (String subnet : scale.subnets()) {
            parameters.put("SubnetId." + (parameters.size() + 1), subnet);
        }
        Element answer = Xml.parse(new SignedCall(access, "ec2", "ec2").query("DescribeSubnets", "2016-11-15", parameters));
        for (Element subnet : Xml.at(answer, "subnetSet", "item")) {
            String id = Xml.text(subnet, "subnetId");
            String range = Xml.text(subnet, "cidrBlock");
            double size = Math.pow(2, BITS - Integer.parseInt(range.replaceFirst(".*/", ""))) - RESERVED;
            double used = size - Integer.parseInt(Xml.text(subnet, "availableIpAddressCount"));
            found.add(new Quota(Limit.ADDRESSES.name() + " " + id + " " + range, used, size, used + scale.growth(id),
                    Limit.ADDRESSES.unit(), "subnet"));
        }
        return found;
    }
}
