package dev.tandem.ops.migrate;

/**
 * A path that is on its way from a Lambda function to a service.
 *
 * @param service     service name
 * @param rule        ARN of the load balancer's rule
 * @param from        ARN of the function's target group
 * @param to          ARN of the service's target group
 * @param percent     share of the service, percent
 */
public record Migration(String service, String rule, String from, String to, int percent) {

    private static final int ALL = 100;

    /** The same with another share. */
    public Migration at(int share) {
        return new Migration(service, rule, from, to, share);
    }

    /** Name of the function's target group, as its ARN has it. */
    public String function() {
        return from.replaceFirst(".*:targetgroup/([^/]+)/.*", "$1");
    }

    /** Who answers, for people. */
    public String text() {
        return service + ": function " + (ALL - percent) + " %, service " + percent + " %";
    }
}
