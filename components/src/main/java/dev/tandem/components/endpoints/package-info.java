/** Where a region's tasks are, written down for the other region's proxies. */
package dev.tandem.components.endpoints;
