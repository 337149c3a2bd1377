/** The price book: AWS list prices in US dollars, each with its source, date, region and confidence. */
package dev.tandem.cost.book;
