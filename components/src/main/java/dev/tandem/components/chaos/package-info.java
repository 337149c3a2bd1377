/** Experiments of AWS Fault Injection Service on a region's services. */
package dev.tandem.components.chaos;
