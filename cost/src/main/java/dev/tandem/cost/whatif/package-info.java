/** Changes to a plan before it is priced: other task counts, other usage, another euro rate. */
package dev.tandem.cost.whatif;
