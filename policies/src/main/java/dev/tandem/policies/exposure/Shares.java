package dev.tandem.policies.exposure;

import static dev.tandem.policies.demand.Demand.matching;
import static dev.tandem.policies.demand.Demand.of;
import static dev.tandem.policies.demand.Demand.off;

import dev.tandem.policies.demand.Demand;
import dev.tandem.policies.demand.Demands;

/** What is shared stays in the organisation, where others can be told to delete it, and an account that leaves loses it. */
public final class Shares {

    private static final String WRONG = "accounts outside of the organisation may get it";

    /** The rule. */
    public static final Demands RULE = Demands.of(
            matching("aws:servicecatalog/portfolioShare:PortfolioShare", WRONG, "ORGANIZATION.*", "ORGANIZATION",
                    "type"),
            off("aws:ram/resourceShare:ResourceShare", WRONG, "allowExternalPrincipals"),
            narrow("aws:ec2/vpcEndpointServiceAllowedPrinciple:VpcEndpointServiceAllowedPrinciple"),
            narrow("aws:ec2/vpcEndpointService:VpcEndpointService"));

    private Shares() {}

    private static Demand narrow(String type) {
        return of(type, "every account may ask to connect", "ARNs of accounts, roles or users",
                p -> p.isUnknown() || !p.strings().contains("*"), "allowedPrincipals", "principalArn");
    }
}
