package dev.tandem.policies.catalogue;

import static dev.tandem.policies.catalogue.Controls.closed;
import static dev.tandem.policies.catalogue.Entry.advice;
import static dev.tandem.policies.catalogue.Entry.must;
import static dev.tandem.policies.catalogue.Entry.stackAdvice;

import dev.tandem.policies.exposure.AccessPoints;
import dev.tandem.policies.exposure.EdgeAnswers;
import dev.tandem.policies.exposure.EdgeCountries;
import dev.tandem.policies.exposure.KnownBadInputs;
import dev.tandem.policies.exposure.NoGuests;
import dev.tandem.policies.exposure.NodeAccess;
import dev.tandem.policies.exposure.Notebooks;
import dev.tandem.policies.exposure.RequestChecks;
import dev.tandem.policies.exposure.SearchAccess;
import dev.tandem.policies.exposure.WebFirewall;
import dev.tandem.policies.network.OwnSubnets;
import dev.tandem.policy.rule.Rule;
import dev.tandem.policy.rule.Severity;
import java.util.List;

/** What meets callers and guests first: balancers, firewalls, distributions, pools, notebooks, nodes. */
final class EdgeRules {

    private EdgeRules() {}

    static List<Rule> rules() {
        return List.of(
                closed(must("lb-request-checks", Severity.MEDIUM))
                        .says("Load balancers drop malformed requests")
                        .fix("Set dropInvalidHeaderFields to true, and leave desyncMitigationMode at defensive.")
                        .fsbp("ELB.4", "ELB.12", "ELB.14")
                        .check(RequestChecks.RULE),
                closed(stackAdvice("web-firewall", Severity.MEDIUM))
                        .says("What faces the internet has a web application firewall")
                        .fix("Associate a web ACL; a distribution names it in webAclId.")
                        .fsbp("ELB.16", "CloudFront.6", "APIGateway.4")
                        .check(new WebFirewall()),
                closed(advice("web-firewall-known-bad", Severity.MEDIUM))
                        .says("Web firewalls refuse what exploits known holes")
                        .fix("Add a rule with the managed group AWSManagedRulesKnownBadInputsRuleSet and overrideAction none.")
                        .check(new KnownBadInputs(), "aws:wafv2/webAcl:WebAcl"),
                closed(must("search-fine-access", Severity.MEDIUM))
                        .says("Search domains know their users, and have a security group of their own")
                        .fix("Set advancedSecurityOptions.enabled to true, and vpcOptions.securityGroupIds.")
                        .fsbp("Opensearch.7")
                        .check(SearchAccess.RULE),
                closed(must("identity-no-guests", Severity.HIGH))
                        .says("Nobody gets credentials without signing in")
                        .fix("Set allowUnauthenticatedIdentities to false, and authenticationType to a user pool.")
                        .fsbp("AppSync.5", "Cognito.2")
                        .check(NoGuests.RULE),
                closed(advice("notebook-contained", Severity.HIGH))
                        .says("Notebooks and models stay inside the network, without root")
                        .fix("Set rootAccess to Disabled, subnetId, minimum metadata version 2, and enableNetworkIsolation.")
                        .fsbp("SageMaker.2", "SageMaker.3", "SageMaker.5", "SageMaker.11", "SageMaker.12", "SageMaker.14")
                        .check(Notebooks.RULE),
                closed(advice("efs-access-point", Severity.MEDIUM))
                        .says("Access points of file systems lead to one folder as one user")
                        .fix("Set rootDirectory.path below /, and posixUser.")
                        .fsbp("EFS.3", "EFS.4")
                        .check(AccessPoints.RULE),
                closed(must("eks-node-remote-access", Severity.HIGH))
                        .says("Nodes take SSH from named security groups only")
                        .fix("Set remoteAccess.sourceSecurityGroupIds, or leave remoteAccess out.")
                        .check(NodeAccess.RULE),
                closed(advice("cloudfront-answers", Severity.LOW))
                        .says("Distributions answer the root with a page, and send security headers")
                        .fix("Set defaultRootObject, and responseHeadersPolicyId of each behaviour.")
                        .fsbp("CloudFront.1")
                        .check(EdgeAnswers.RULE),
                closed(advice("cloudfront-countries", Severity.LOW))
                        .says("Distributions answer in countries that were decided on")
                        .fix("Set geoRestriction to whitelist, with the countries that are served.")
                        .check(EdgeCountries.RULE),
                closed(advice("data-in-own-subnets", Severity.MEDIUM))
                        .says("Warehouses and caches are in subnets chosen for them")
                        .fix("Set clusterSubnetGroupName (caches: subnetGroupName) to private subnets.")
                        .fsbp("ElastiCache.7")
                        .check(OwnSubnets.RULE));
    }
}
