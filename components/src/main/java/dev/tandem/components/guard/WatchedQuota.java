package dev.tandem.components.guard;

/** Quotas whose use AWS publishes nowhere; {@code quotas.py} counts it, under the same names. */
public enum WatchedQuota {

    /** Against 1,000. */
    CLOUD_MAP_INSTANCES("cloud-map-instances", "instances of the fullest service of Cloud Map"),
    /** Against the subnet's size, less what AWS keeps. */
    SUBNET_ADDRESSES("subnet-addresses", "addresses of the fullest private subnet"),
    /** Against the account's own limit. */
    NETWORK_INTERFACES("network-interfaces", "network interfaces of the region"),
    /** Against 40 a second, or 10,000 with the higher throughput. */
    PARAMETER_CALLS("parameter-calls", "calls of Parameter Store by the agents of tasks"),
    /** Against the zone's own limit. */
    ZONE_RECORDS("zone-records", "records of the fullest hosted zone");

    private final String id;
    private final String what;

    WatchedQuota(String id, String what) {
        this.id = id;
        this.what = what;
    }

    /** Value of the metric's dimension, and last part of the alarm's name. */
    public String id() {
        return id;
    }

    /** What is counted, for people. */
    public String what() {
        return what;
    }
}
