package dev.tandem.policies.exposure;

import dev.tandem.policies.graph.Links;
import dev.tandem.policies.graph.Links.Link;
import dev.tandem.policies.types.Declared;
import dev.tandem.policies.types.Expect;
import dev.tandem.policies.types.First;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.model.Resource;
import dev.tandem.policy.rule.StackCheck;
import dev.tandem.policy.rule.StackContext;
import java.util.List;

/** What faces the internet over HTTP has a web application firewall in front: load balancers, distributions, APIs, pools. */
public final class WebFirewall implements StackCheck {

    private static final List<String> ASSOCIATIONS = List.of("aws:wafv2/webAclAssociation:WebAclAssociation",
            "aws:wafregional/webAclAssociation:WebAclAssociation");
    private static final List<String> FACING = List.of("aws:lb/loadBalancer:LoadBalancer", "aws:apigateway/stage:Stage",
            "aws:appsync/graphQLApi:GraphQLApi", "aws:cognito/userPool:UserPool");

    @Override
    public void check(StackContext context) {
        context.each(context.graph().ofType("aws:cloudfront/distribution:Distribution"), distribution -> {
            Property firewall = First.of(distribution, "webAclId", "distributionConfig.webACLId", "distributionConfig.webAclId");
            if (Expect.isBlank(firewall)) {
                context.violation(distribution, firewall, "nothing looks at what callers send: found " + firewall
                        + ", expected the ARN of a web ACL");
            }
        });
        List<Resource> associations = ASSOCIATIONS.stream().flatMap(type -> context.graph().ofType(type).stream()).toList();
        for (String type : FACING) {
            context.each(context.graph().ofType(type), one -> {
                if (facesInternet(one, type)) {
                    judge(context, one, associations);
                }
            });
        }
    }

    private static boolean facesInternet(Resource one, String type) {
        if (!type.startsWith("aws:lb/")) {
            return true;
        }
        boolean application = Declared.of(one, "loadBalancerType", "type").stringOr("").matches("(application)?");
        return application && !Declared.of(one, "internal").boolOr(false) && !Declared.of(one, "scheme").is("internal");
    }

    private static void judge(StackContext context, Resource one, List<Resource> associations) {
        Link link = Links.strongest(associations, "resourceArn", one);
        Links.required(context, one, link, "nothing looks at what callers send: found no WebAclAssociation for it, expected one with a"
                + " web ACL",
                "a web ACL is associated, with what cannot be told");
    }
}
