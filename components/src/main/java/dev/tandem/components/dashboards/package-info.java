/** What operators look at: one dashboard in each region. */
package dev.tandem.components.dashboards;
