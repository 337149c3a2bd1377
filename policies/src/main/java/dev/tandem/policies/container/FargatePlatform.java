package dev.tandem.policies.container;

import static dev.tandem.policies.demand.Demand.matching;
