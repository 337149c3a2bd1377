/** A simulated {@code awsx} provider: the component {@code awsx:ec2:Vpc}, made of resources of {@code aws}. */
package dev.tandem.e2e.awsx;
