/** The region's way in from the Internet: one load balancer, its listeners and its security group. */
package dev.tandem.components.edge;
