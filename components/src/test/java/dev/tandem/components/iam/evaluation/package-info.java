/** Decides requests against generated policies as IAM would, for the operators and elements that these policies use. */
package dev.tandem.components.iam.evaluation;
