/** What a plan cannot say: requests, gigabytes, hours. A documented file per stack, checked strictly. */
package dev.tandem.cost.usage;
