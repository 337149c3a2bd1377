package dev.tandem.components.edge;

import com.pulumi.aws.wafv2.WebAcl;
import com.pulumi.aws.wafv2.WebAclArgs;
import com.pulumi.aws.wafv2.WebAclAssociation;
import com.pulumi.aws.wafv2.WebAclAssociationArgs;
import com.pulumi.aws.wafv2.inputs.WebAclDefaultActionAllowArgs;
import com.pulumi.aws.wafv2.inputs.WebAclDefaultActionArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleActionArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleActionBlockArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleOverrideActionArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleOverrideActionNoneArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleStatementArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleStatementManagedRuleGroupStatementArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleStatementRateBasedStatementArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleVisibilityConfigArgs;
import com.pulumi.aws.wafv2.inputs.WebAclVisibilityConfigArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import java.util.List;

/** A web application firewall before the load balancer: managed rules of AWS, and a limit of requests from one address. */
final class WebFirewall {

    /** Requests from one address in five minutes, after which it is refused until it calms down. */
    private static final int REQUESTS = 2000;

    /** Managed groups without a price of their own: common attacks, and inputs known to be bad (Log4j among them). */
    private static final List<String> GROUPS = List.of("AWSManagedRulesCommonRuleSet", "AWSManagedRulesKnownBadInputsRuleSet");

    private WebFirewall() {}

    static void create(String name, String physicalName, Output<String> balancerArn, CustomResourceOptions child) {
        WebAcl acl = new WebAcl(name + "-firewall", WebAclArgs.builder()
                .name(physicalName)
                .description("Before the load balancer")
                .scope("REGIONAL")
                .defaultAction(WebAclDefaultActionArgs.builder().allow(WebAclDefaultActionAllowArgs.builder().build()).build())
                .visibilityConfig(WebAclVisibilityConfigArgs.builder()
                        .cloudwatchMetricsEnabled(true).sampledRequestsEnabled(true).metricName(physicalName).build())
                .rules(rate(), managed(GROUPS.get(0), 1), managed(GROUPS.get(1), 2))
                .build(), child);
        new WebAclAssociation(name + "-firewall", WebAclAssociationArgs.builder()
                .resourceArn(balancerArn)
                .webAclArn(acl.arn())
                .build(), child);
    }

    private static WebAclRuleArgs rate() {
        return WebAclRuleArgs.builder()
                .name("rate")
                .priority(0)
                .action(WebAclRuleActionArgs.builder().block(WebAclRuleActionBlockArgs.builder().build()).build())
                .statement(WebAclRuleStatementArgs.builder()
                        .rateBasedStatement(WebAclRuleStatementRateBasedStatementArgs.builder()
                                .aggregateKeyType("IP").limit(REQUESTS).build())
                        .build())
                .visibilityConfig(visible("rate"))
                .build();
    }

    private static WebAclRuleArgs managed(String group, int priority) {
        return WebAclRuleArgs.builder()
                .name(group)
                .priority(priority)
                .overrideAction(WebAclRuleOverrideActionArgs.builder()
                        .none(WebAclRuleOverrideActionNoneArgs.builder().build()).build())
                .statement(WebAclRuleStatementArgs.builder()
                        .managedRuleGroupStatement(WebAclRuleStatementManagedRuleGroupStatementArgs.builder()
                                .vendorName("AWS").name(group).build())
                        .build())
                .visibilityConfig(visible(group))
                .build();
    }

    private static WebAclRuleVisibilityConfigArgs visible(String metric) {
        return WebAclRuleVisibilityConfigArgs.builder()
                .cloudwatchMetricsEnabled(true).sampledRequestsEnabled(true).metricName(metric).build();
    }
}
