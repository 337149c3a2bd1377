package dev.tandem.mesh.envoy;

import io.envoyproxy.envoy.config.core.v3.Locality;
import io.envoyproxy.envoy.config.endpoint.v3.ClusterLoadAssignment;
import io.envoyproxy.envoy.config.endpoint.v3.Endpoint;
import io.envoyproxy.envoy.config.endpoint.v3.LbEndpoint;
import io.envoyproxy.envoy.config.endpoint.v3.LocalityLbEndpoints;
import java.util.List;

/** Members by address. */
final class Endpoints {

    private Endpoints() {}

    /** The members of a cluster, all alike; an empty list is a cluster without members. */
    static ClusterLoadAssignment of(String cluster, List<Member> members) {
        return of(cluster, members, Locality.getDefaultInstance());
    }

    /**
     * Members of another region. Region and zone are its name: Envoy counts calls between zones apart, and a task has no other.
     *
     * @param region AWS region of the members
     */
    static ClusterLoadAssignment in(String region, String cluster, List<Member> members) {
        return of(cluster, members, Messages.locality(region));
    }

    private static ClusterLoadAssignment of(String cluster, List<Member> members, Locality where) {
        LocalityLbEndpoints.Builder locality = LocalityLbEndpoints.newBuilder();
        if (!where.equals(Locality.getDefaultInstance())) {
            locality.setLocality(where);
        }
        for (Member member : members) {
            locality.addLbEndpoints(LbEndpoint.newBuilder()
                    .setEndpoint(Endpoint.newBuilder().setAddress(Messages.address(member.address(), member.port()))));
        }
        return ClusterLoadAssignment.newBuilder().setClusterName(cluster).addEndpoints(locality).build();
    }
}
