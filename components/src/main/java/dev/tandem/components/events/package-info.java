/** Events between services and between regions: a bus in each region, rules, and a queue for what could not be delivered. */
package dev.tandem.components.events;
